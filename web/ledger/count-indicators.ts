import type { FactView } from '../../server/contract/indicators.ts'

export interface IndicatorCount {
  readonly indicator: string
  readonly facts: number
}

/** The indicators of some facts, those with most years, places and kinds to compare first. A fact without year or kind has nothing to compare. */
export function countIndicators(facts: readonly FactView[], limit: number): IndicatorCount[] {
  const cells = new Map<string, Set<string>>()
  for (const { indicator, year, place, kind } of facts) {
    if (year === null || kind === null) continue
    const known = cells.get(indicator) ?? new Set()
    known.add(`${year}/${place}/${kind}`)
    cells.set(indicator, known)
  }
  return [...cells]
    .map(([indicator, seen]) => ({ indicator, facts: seen.size }))
    .sort((a, b) => b.facts - a.facts || a.indicator.length - b.indicator.length || a.indicator.localeCompare(b.indicator, 'zh-CN'))
    .slice(0, limit)
}
