import type { LedgerFact } from '../answer/facts/fact-reader.ts'
import type { LedgerOverview } from '../contract/indicators.ts'

/**
 * Years and places of the whole ledger, and the indicators among the found facts, those with most to compare first. A fact without year or kind has nothing to compare;
 * an indicator of such facts alone comes last.
 */
export function overviewLedger(all: readonly LedgerFact[], found: readonly LedgerFact[], limit: number): LedgerOverview {
  const counts = new Map<string, { facts: number; readonly cells: Set<string> }>()
  for (const { fact } of found) {
    const count = counts.get(fact.indicator) ?? { facts: 0, cells: new Set<string>() }
    count.facts += 1
    if (fact.year !== null && fact.tense !== null) count.cells.add(`${fact.year}/${fact.place}/${fact.tense}`)
    counts.set(fact.indicator, count)
  }
  const indicators = [...counts]
    .map(([indicator, { facts, cells }]) => ({ indicator, cells: cells.size, facts }))
    .toSorted((a, b) => b.cells - a.cells || b.facts - a.facts || a.indicator.length - b.indicator.length || (a.indicator < b.indicator ? -1 : 1))
  return {
    years: [...new Set(all.flatMap(({ fact }) => fact.year ?? []))].toSorted((a, b) => b - a),
    places: [...new Set(all.flatMap(({ fact }) => fact.place ?? []))].toSorted((a, b) => a.localeCompare(b, 'zh-CN')),
    total: found.length,
    indicators: indicators.slice(0, limit),
  }
}
