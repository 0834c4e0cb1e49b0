import { PLACE_LEVELS, type PlaceLevel } from '../../ingest/corpus/metadata.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { parsePlaceChain } from '../../ingest/structure/place-name.ts'
import type { Division } from './gazetteer.ts'
import type { PaperNames } from './named-papers.ts'
import { namedYearsOf } from './named-years.ts'
import { findSilentPlaces, type SilentPlace } from './silent-places.ts'

/** A place of a library. */
export interface KnownPlace {
  readonly name: string
  readonly level: PlaceLevel
  /** Documents that are about it without naming it as their own. */
  readonly documents?: readonly string[]
  /** True where no document names it as its own. */
  readonly silent?: true
}

/** What the reading of questions asks of a library, worked out once for each snapshot. */
export interface LibraryKnowledge {
  /** Places that documents are about, and those right above them. */
  readonly places: readonly KnownPlace[]
  /** The place that all others of the library lie in; null where several stand side by side. */
  readonly widestPlace: string | null
  /** Years that sentences are about. */
  readonly years: ReadonlySet<number>
  /** Years that sentences name in full, the ones above or others. */
  readonly namedYears: ReadonlySet<number>
  /** Years of the documents themselves. */
  readonly documentYears: ReadonlySet<number>
  /** The newest year that a document speaks of as 今年. */
  readonly newestYear: number | null
  /** Names of speakers and the documents that they gave. */
  readonly speakers: ReadonlyMap<string, readonly string[]>
  /** What documents are called. */
  readonly papers: readonly PaperNames[]
  /** Rows of sentences that may hold the text: those with its rarest pair of Han characters, all where it has none. The caller looks. */
  rowsNear(text: string): Iterable<number>
  /** Whether a sentence holds the text, blanks apart. */
  mentions(text: string): boolean
  /** Whether one sentence holds both texts. */
  mentionsTogether(one: string, other: string): boolean
  /** Whether a text names a division of the national list: provinces and cities by their short names too. */
  namesDivision(text: string): boolean
}

/**
 * Gathers it; `mentions` keeps what it was asked.
 *
 * @param divisions known places, for documents that name none as their own; none: such documents stay without a place
 */
export function createLibraryKnowledge(snapshot: LibrarySnapshot, divisions: readonly Division[] = []): LibraryKnowledge {
  const places = new Map<string, PlaceLevel>()
  const years = new Set<number>()
  const speakers = new Map<string, string[]>()
  const documentYears = new Set<number>()
  let newestYear: number | null = null
  for (const { document } of snapshot.documents) {
    const { place, placeLevel, parentPlace, year, speaker } = document.metadata
    if (place !== null) places.set(place, placeLevel ?? 'prefecture')
    if (parentPlace !== null && !places.has(parentPlace)) places.set(parentPlace, parsePlaceChain(parentPlace)[0]?.level ?? 'prefecture')
    if (year !== null) {
      newestYear = Math.max(newestYear ?? year, year)
      documentYears.add(year)
    }
    if (speaker !== null) speakers.set(speaker, [...(speakers.get(speaker) ?? []), document.id])
  }
  const namedYears = new Set<number>()
  for (const { sentence } of snapshot.sentences) {
    if (sentence.facets.year !== null) years.add(sentence.facets.year)
    for (const year of namedYearsOf(sentence.text)) namedYears.add(year)
  }
  const asked = new Map<string, boolean>()
  const mentions = (text: string): boolean => {
    const known = asked.get(text)
    if (known !== undefined) return known
    const found = findMention(snapshot, text)
    asked.set(text, found)
    return found
  }
  return {
    places: withSilent(
      [...places].map(([name, level]) => ({ name, level, documents: titledFor(snapshot, name, level) })),
      divisions.length > 0 ? findSilentPlaces(snapshot, divisions) : [],
    ),
    widestPlace: findWidest(snapshot, places),
    years,
    namedYears,
    documentYears,
    newestYear,
    speakers,
    papers: snapshot.documents.map(({ document: { id, metadata } }) => ({ documentId: id, title: metadata.title, number: metadata.number })),
    rowsNear: (text) => rarestRows(snapshot, text) ?? snapshot.sentences.keys(),
    mentions,
    mentionsTogether: (one, other) => {
      for (const row of rarestRows(snapshot, one) ?? snapshot.sentences.keys()) {
        const { text } = snapshot.sentences[row]?.sentence ?? { text: '' }
        if (text.includes(one) && text.includes(other)) return true
      }
      return false
    },
    namesDivision: (text) => divisions.some(({ name, short, level }) => text.includes(level === 'county' ? name : short)),
  }
}

/** Papers of a wider place whose title names this one: a province's approval of a city's plan. */
function titledFor(snapshot: LibrarySnapshot, place: string, level: PlaceLevel): string[] {
  return snapshot.documents.flatMap(({ document: { id, metadata } }) => {
    const isWider = metadata.placeLevel !== null && PLACE_LEVELS.indexOf(metadata.placeLevel) < PLACE_LEVELS.indexOf(level)
    return isWider && metadata.title.includes(place) ? [id] : []
  })
}

function withSilent(places: readonly KnownPlace[], silent: readonly SilentPlace[]): KnownPlace[] {
  const documentsOf = new Map(silent.map((place) => [place.name, place.documents]))
  const known = places.map((place) => ({ ...place, documents: [...new Set([...(place.documents ?? []), ...(documentsOf.get(place.name) ?? [])])] }))
  return [
    ...known,
    ...silent.filter(({ name }) => !places.some((place) => place.name === name)).map((place) => ({ ...place, silent: true as const })),
  ]
}

/** The only place of the widest level, if it has documents of its own. */
function findWidest(snapshot: LibrarySnapshot, places: ReadonlyMap<string, PlaceLevel>): string | null {
  const level = PLACE_LEVELS.find((wide) => [...places.values()].includes(wide))
  const widest = [...places].filter(([, own]) => own === level).map(([name]) => name)
  const [only] = widest
  return only !== undefined && widest.length === 1 && snapshot.documents.some(({ document }) => document.metadata.place === only) ? only : null
}

function findMention(snapshot: LibrarySnapshot, text: string): boolean {
  const rows = rarestRows(snapshot, text)
  if (rows === null) return snapshot.sentences.some(({ sentence }) => sentence.text.includes(text))
  for (const row of rows) if (snapshot.sentences[row]?.sentence.text.includes(text)) return true
  return false
}

/** Rows that hold the rarest pair of Han characters of a text; null where it has no such pair. */
function rarestRows(snapshot: LibrarySnapshot, text: string): Uint32Array | null {
  const characters = [...text]
  let rarest: Uint32Array | null = null
  for (let i = 0; i + 1 < characters.length; i += 1) {
    const pair = `${characters[i]}${characters[i + 1]}`
    if (!/^\p{Script=Han}{2}$/u.test(pair)) continue
    const rows = snapshot.sentencePostings.rows(pair)
    if (rarest === null || rows.length < rarest.length) rarest = rows
  }
  return rarest
}
