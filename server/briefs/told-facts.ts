import { comparableText } from '../../ingest/structure/shingles.ts'
import { type BriefClause, type BriefUnit, createUnit } from './brief-unit.ts'

/** What a brief has told so far, year by year and place by place. */
export interface ToldFacts {
  add(unit: BriefUnit): void
  /** The unit without the clauses at its ends that repeat what was told; null when nothing new is left, or the table holds all its figures. */
  trim(unit: BriefUnit): BriefUnit | null
}

/** Of two clauses with the same figures this share of pairs of characters is common where they tell the same. */
const SAME_WITH_FIGURES = 0.5
/** The same for clauses without figures. */
const SAME_WORDS = 0.7
const MIN_CHARS = 8
/** What goes on about the clause before it, which therefore stays. */
const LEANS_BACK = /^(?:同比|增长|增速|其中|占|较|比|分别|达到|突破|并|同时|惠及|力争|年内|总投资|完成投资)/

interface Told {
  readonly pairs: ReadonlySet<string>
  readonly figures: ReadonlySet<string>
}

/**
 * @param isTabled whether a fact stands in the brief's table
 * @param isOverview units that are told beside the table
 */
export function createToldFacts(
  isTabled: (fact: BriefClause['facts'][number]) => boolean,
  isOverview: (unit: BriefUnit) => boolean = () => false,
): ToldFacts {
  const byScope = new Map<string, Told[]>()
  const isKnown = (clause: BriefClause, scope: readonly Told[]): boolean => {
    const pairs = pairsOf(clause.text)
    if (clause.facts.length === 0 && pairs.size < MIN_CHARS) return false
    const figures = figuresOf(clause)
    return scope.some((told) => {
      if ([...figures].some((figure) => !told.figures.has(figure))) return false
      return sharedPairs(pairs, told.pairs) >= (figures.size > 0 ? SAME_WITH_FIGURES : SAME_WORDS) * Math.min(pairs.size, told.pairs.size)
    })
  }
  return {
    add(unit) {
      const key = scopeOf(unit)
      const scope = byScope.get(key) ?? []
      for (const clause of unit.clauses) scope.push({ pairs: pairsOf(clause.text), figures: figuresOf(clause) })
      byScope.set(key, scope)
    },
    trim(unit) {
      if (unit.facts.length > 0 && unit.facts.every(isTabled) && !isOverview(unit)) return null
      const scope = byScope.get(scopeOf(unit)) ?? []
      const known = unit.clauses.map((clause) => isKnown(clause, scope))
      let from = 0
      let to = unit.clauses.length
      while (to > from && known[to - 1]) to -= 1
      while (from < to && known[from] && !LEANS_BACK.test(unit.clauses[from + 1]?.text.trim() ?? '')) from += 1
      if (from === to) return null
      if (from === 0 && to === unit.clauses.length) return unit
      const kept = unit.clauses.slice(from, to)
      if (unit.facts.length > 0 && kept.every(({ facts }) => facts.length === 0)) return null
      return createUnit(unit, kept)
    },
  }
}

function scopeOf({ year, place }: BriefUnit): string {
  return `${year}/${place}`
}

function figuresOf({ facts }: BriefClause): Set<string> {
  return new Set(facts.map(({ quantity }) => `${quantity.value}/${quantity.baseUnit}`))
}

/** Pairs of neighbouring characters: how two wordings are compared. */
export function pairsOf(text: string): Set<string> {
  const plain = comparableText(text)
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < plain.length; i += 1) pairs.add(plain.slice(i, i + 2))
  return pairs
}

export function sharedPairs(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared += 1
  return shared
}
