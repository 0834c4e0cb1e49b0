import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { comparableText } from '../../ingest/structure/shingles.ts'
import type { LedgerFact } from '../answer/facts/fact-reader.ts'
import { isComparable, isWholeSubject, scopeWords, standsInPeriod } from './comparable-fact.ts'
import { coverageRates, readFullCoverage } from './full-coverage.ts'
import { canBothHold } from './same-value.ts'

/** Facts of one indicator, year, place, tense and attribute that cannot all hold; those that can stand together in one entry of `values`. */
export interface FactConflict {
  readonly values: readonly (readonly LedgerFact[])[]
}

/** So many different values mean that the name is of a kind of thing, not of one thing. */
const MAX_VALUES = 3

/**
 * Finds what the library says in two ways. Precise rather than complete: a name must be whole, written in both sentences, and stand for one number in a year.
 *
 * @param rows sentences that are searched for statements of full coverage beside the figures
 */
export function findConflicts(facts: readonly LedgerFact[], rows: readonly SentenceRow[] = []): FactConflict[] {
  const comparable = facts.filter(isComparable)
  const rates = coverageRates(comparable)
  return contradictions([...comparable, ...rows.flatMap((row) => readFullCoverage(row, rates))])
}

/** The contradictions among figures that can be compared. */
export function contradictions(comparable: readonly LedgerFact[]): FactConflict[] {
  const groups = new Map<string, LedgerFact[]>()
  for (const item of comparable) {
    const { fact } = item
    const key = [fact.indicator, fact.attribute, fact.direction, fact.year, fact.place, fact.tense, fact.quantity.baseUnit].join('\u0000')
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  const conflicts: FactConflict[] = []
  for (const group of groups.values()) {
    const told = withoutTwins(group)
    if (groupByValue(told).length < 2) continue
    const values = groupByValue(told.filter((item) => !standsInPeriod(item)))
    if (values.length > 1 && values.length <= MAX_VALUES && isContradiction(values)) conflicts.push({ values })
  }
  return conflicts
}

/**
 * Values of different papers contradict each other; values of one paper only where they are told in the same words. A second figure of the same name in one paper
 * is nearly always that of a part, a quarter or a term of several years: on 325 papers of other governments all 114 such groups were.
 */
function isContradiction(values: readonly (readonly LedgerFact[])[]): boolean {
  return values.every((own, i) =>
    values.every((other, j) => i >= j || own.every((a) => other.every((b) => a.row.document !== b.row.document || areToldAlike(a, b)))),
  )
}

function areToldAlike(a: LedgerFact, b: LedgerFact): boolean {
  if (a.row === b.row || a.fact.quantity.bound !== b.fact.quantity.bound || scopeWords(a) !== scopeWords(b)) return false
  return isWholeSubject(a) && isWholeSubject(b)
}

/** Sentences of equal wording count once. */
function withoutTwins(group: readonly LedgerFact[]): LedgerFact[] {
  const seen = new Set<string>()
  return group.filter(({ row, fact }) => {
    const key = `${comparableText(row.sentence.text)}@${fact.range.start}`
    return seen.has(key) ? false : seen.add(key)
  })
}

function groupByValue(group: readonly LedgerFact[]): LedgerFact[][] {
  const values: LedgerFact[][] = []
  for (const item of group) {
    const same = values.find((known) => known.every(({ fact }) => canBothHold(fact.quantity, item.fact.quantity)))
    if (same) same.push(item)
    else values.push([item])
  }
  return values
}
