import type { SentenceTense } from '../../ingest/corpus/sentence.ts'
import { heldPlaces } from '../../ingest/index/held-places.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { TENSE_NAMES } from '../answer/facts/fact-cells.ts'
import { NO_FILTER, type RowFilter } from '../retrieval/row-filter.ts'
import type { BriefPlan } from './read-request.ts'

/** The places of a brief with what a unit of each counts, 0 to 1; empty: all places alike. */
export type PlaceWeights = ReadonlyMap<string, number>

/** A place that the request names. */
const NAMED = 1
/** A place right below a named one, taken along: local cases of the same subject. */
const BELOW = 0.5
/** In a library of more places, a brief that names none is the widest place's. */
const MAX_PLACES = 6

/** @param widest the place that all others lie in, null where there is none */
export function weighPlaces(snapshot: LibrarySnapshot, plan: BriefPlan, widest: string | null): PlaceWeights {
  const held = plan.places.filter(({ standing }) => standing === 'held').map(({ name }) => name)
  const all = heldPlaces(snapshot)
  const named = plan.places.length === 0 && !plan.everyPlace && all.length > MAX_PLACES && widest !== null ? [widest] : held
  const weights = new Map(named.map((name) => [name, NAMED]))
  if (named.length === 0 || !plan.withDistricts) return weights
  for (const { document } of snapshot.documents) {
    const { place, parentPlace } = document.metadata
    if (place !== null && parentPlace !== null && named.includes(parentPlace) && !weights.has(place)) weights.set(place, BELOW)
  }
  return weights
}

/** Which sentences may be told. */
export function filterOf(plan: BriefPlan, places: PlaceWeights): RowFilter {
  return { ...NO_FILTER, years: plan.years, places: [...places.keys()], documentIds: plan.documentIds }
}

/** Names a year, place and tense as a heading or the first column of a table does. */
export function scopeName(scope: { readonly year: number | null; readonly place: string | null; readonly tense: SentenceTense | null }): string {
  const tense = scope.tense === null ? '' : TENSE_NAMES[scope.tense]
  return `${scope.year === null ? '' : `${scope.year}年`}${scope.place ?? ''}${tense}`
}
