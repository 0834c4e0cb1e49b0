import { comparableText } from '../../ingest/structure/shingles.ts'
import type { LedgerFact } from './fact-reader.ts'
import { canBothHold } from './same-value.ts'

/** Facts of one indicator, year, place, tense and attribute that cannot all hold; those that can stand together in one entry of `values`. */
export interface FactConflict {
  readonly values: readonly (readonly LedgerFact[])[]
}

/** A count or a size is often one of several of its kind; these are one number for a place and year. */
const SINGLE_VALUED = new Set(['level', 'growth', 'share', 'rate'])
/** A name without its subject: 产值, 完成投资. Each sentence means another one. */
const BARE =
  /^(?:总?产值|产能|规模|(?:总|协议)?投资(?:额)?|完成投资|计划投资|面积|产量|收入|利润|增速|占比|比例|配套率|使用比例|覆盖率|完成率|开工率|达标率|合格率|满意率|费用|资金|能力)$/
const MIN_NAME_CHARS = 4

/** Finds what the library says in two ways. Precise rather than complete: a name must be whole, written in both sentences, and stand for one number in a year. */
export function findConflicts(facts: readonly LedgerFact[]): FactConflict[] {
  const groups = new Map<string, LedgerFact[]>()
  for (const item of facts) {
    const { fact } = item
    if (!isComparable(item)) continue
    const key = [fact.indicator, fact.attribute, fact.direction, fact.year, fact.place, fact.tense, fact.quantity.baseUnit].join('\u0000')
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  const conflicts: FactConflict[] = []
  for (const group of groups.values()) {
    const values = groupByValue(withoutTwins(group))
    if (values.length > 1 && values.length <= MAX_VALUES && areApart(values)) conflicts.push({ values })
  }
  return conflicts
}

/** So many different values mean that the name is of a kind of thing, not of one thing. */
const MAX_VALUES = 3

/**
 * Values of different documents. Within one paper a second figure of the same name is nearly always that of a part, a quarter or a term of several years: on 55 papers of
 * other governments all 11 such pairs were.
 */
function areApart(values: readonly (readonly LedgerFact[])[]): boolean {
  const papers = values.map((facts) => new Set(facts.map(({ row }) => row.document.document.id)))
  return papers.every((own, i) => papers.every((other, j) => i === j || [...own].every((id) => !other.has(id))))
}

/** A stretch of several years: its figures are no single year's. */
const PERIOD = /年均|累计|[两三四五六七八九十]年(?:来|间|累计)|以来|期间|时期|[一二三四五六七八九十]+五[”"]/

function isComparable({ row, fact }: LedgerFact): boolean {
  if (fact.year === null || fact.tense === null || !SINGLE_VALUED.has(fact.attribute)) return false
  if (fact.indicator.length < MIN_NAME_CHARS || BARE.test(fact.indicator)) return false
  // The name must stand in the figure's own clause: one that was carried over may belong to a part of the subject.
  if (PERIOD.test(row.sentence.text)) return false
  const clause = comparableText(row.sentence.text.slice(fact.clause.start, fact.clause.end))
  return clause.includes(comparableText(fact.indicatorText))
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
