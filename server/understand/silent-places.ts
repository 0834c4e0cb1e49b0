import type { PlaceLevel } from '../../ingest/corpus/metadata.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { COUNTRY } from '../../ingest/structure/place-name.ts'
import type { Division } from './gazetteer.ts'

/** A place and the documents that are about it although nothing on their first page says so. */
export interface SilentPlace {
  readonly name: string
  readonly level: PlaceLevel
  readonly documents: readonly string[]
}

/** A document is about a place that so many of its sentences name, and this share of them. */
const MIN_NAMING = 3
const MIN_SHARE = 0.04

/**
 * Places of documents whose metadata name none: the province or prefecture that their sentences name most. Where the library has papers of the whole country, documents that
 * stay without a place count as such.
 */
export function findSilentPlaces(snapshot: LibrarySnapshot, divisions: readonly Division[]): SilentPlace[] {
  const silent = snapshot.documents.filter(({ document }) => document.metadata.place === null)
  if (silent.length === 0) return []
  const best = new Map<string, { division: Division; count: number }>()
  for (const division of divisions) {
    if (division.level === 'county') continue
    for (const [id, count] of countNaming(snapshot, division.short)) if (count > (best.get(id)?.count ?? 0)) best.set(id, { division, count })
  }
  const places = new Map<string, { name: string; level: PlaceLevel; documents: string[] }>()
  const add = (name: string, level: PlaceLevel, id: string): void => {
    const place = places.get(name) ?? { name, level, documents: [] }
    place.documents.push(id)
    places.set(name, place)
  }
  const hasCountry = snapshot.documents.some(({ document }) => document.metadata.place === COUNTRY)
  for (const { document } of silent) {
    const found = best.get(document.id)
    if (found && found.count >= MIN_NAMING && found.count >= MIN_SHARE * document.sentences.length)
      add(found.division.name, found.division.level, document.id)
    else if (hasCountry) add(COUNTRY, 'country', document.id)
  }
  return [...places.values()]
}

/** How many sentences of each document without a place name it, looked up by its first two characters. */
function countNaming(snapshot: LibrarySnapshot, name: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const index of snapshot.sentencePostings.rows(name.slice(0, 2))) {
    const row = snapshot.sentences[index]
    if (!row || row.document.document.metadata.place !== null || !row.sentence.text.includes(name)) continue
    const { id } = row.document.document
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}
