import type { IndicatorGrouping } from '../../ingest/facts/group-indicators.ts'
import type { LedgerFact } from '../answer/facts/fact-reader.ts'
import type { IndicatorQuery } from '../contract/indicators.ts'

/** A shorter name (就业, 投资) is looked for in others too, even where an indicator is called so. */
const MIN_OWN_NAME_CHARS = 4

/** The facts that a query asks for. A whole name that is an indicator's own finds that indicator alone; another one finds all whose name holds it. */
export function filterFacts(facts: readonly LedgerFact[], query: IndicatorQuery, group: IndicatorGrouping): LedgerFact[] {
  const { year, place, kind } = query
  const name = query.name?.trim() ?? ''
  const canonical = name === '' ? '' : group(name)
  const isOwn = canonical.length >= MIN_OWN_NAME_CHARS && facts.some(({ fact }) => fact.indicator === canonical)
  return facts.filter(({ fact }) => {
    if (year !== undefined && fact.year !== year) return false
    if (place !== undefined && place !== '' && !(fact.place?.includes(place) ?? false)) return false
    if (kind !== undefined && fact.tense !== kind) return false
    if (name === '') return true
    return isOwn ? fact.indicator === canonical : fact.indicator.includes(canonical) || fact.indicatorText.includes(name)
  })
}
