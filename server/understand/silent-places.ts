import type { ParsedDocument } from '../../ingest/corpus/document.ts'
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
/** A paper that speaks of 我市 is about the one city that it names, however seldom; 我省 of the one province. */
const SPEAKS_OF_ITSELF = { province: /[我全]省(?!级)|全区各(?:市|盟)/, prefecture: /我市|全市/ } as const

/**
 * Places of documents whose metadata name none: the province or prefecture that their sentences name most. Where the library has papers of the whole country, documents that
 * stay without a place count as such.
 */
export function findSilentPlaces(snapshot: LibrarySnapshot, divisions: readonly Division[]): SilentPlace[] {
  const silent = snapshot.documents.filter(({ document }) => document.metadata.place === null)
  if (silent.length === 0) return []
  const named = new Map<string, { division: Division; count: number }[]>()
  for (const division of divisions) {
    if (division.level === 'county') continue
    for (const [id, count] of countNaming(snapshot, division.short)) named.set(id, [...(named.get(id) ?? []), { division, count }])
  }
  const places = new Map<string, { name: string; level: PlaceLevel; documents: string[] }>()
  const add = (name: string, level: PlaceLevel, id: string): void => {
    const place = places.get(name) ?? { name, level, documents: [] }
    place.documents.push(id)
    places.set(name, place)
  }
  const hasCountry = snapshot.documents.some(({ document }) => document.metadata.place === COUNTRY)
  for (const { document } of silent) {
    const all = named.get(document.id) ?? []
    const found = all.reduce<(typeof all)[number] | undefined>((best, one) => (one.count > (best?.count ?? 0) ? one : best), undefined)
    const own = found && found.count >= MIN_NAMING && found.count >= MIN_SHARE * document.sentences.length ? found.division : ownPlace(document, all)
    if (own) add(own.name, own.level, document.id)
    else if (hasCountry) add(COUNTRY, 'country', document.id)
  }
  return [...places.values()]
}

/** The one place of a level at which a paper speaks of itself (我市); null where it names several of that level in full, or does not speak so. */
function ownPlace({ sentences }: ParsedDocument, named: readonly { readonly division: Division }[]): Division | null {
  for (const level of ['prefecture', 'province'] as const) {
    if (!sentences.some(({ text }) => SPEAKS_OF_ITSELF[level].test(text))) continue
    const [only, ...others] = named.filter(({ division }) => division.level === level && sentences.some(({ text }) => text.includes(division.name)))
    if (only && others.length === 0) return only.division
  }
  return null
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
