import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import type { RowStretch } from '../../ingest/index/postings.ts'
import type { RowColumns } from './row-columns.ts'

/** Which rows may answer. An empty list does not restrict. */
export interface RowFilter {
  readonly years: readonly number[]
  readonly places: readonly string[]
  /** Places whose subordinate places pass too. */
  readonly widePlaces: readonly string[]
  readonly documentIds: readonly string[]
  /** Documents that are about one of the places without naming it as their own. */
  readonly placedDocuments?: readonly string[]
  /** Sentences must hold one of these texts: names of places that no document is about. */
  readonly mentions: readonly string[]
}

export const NO_FILTER: RowFilter = { years: [], places: [], widePlaces: [], documentIds: [], mentions: [] }

/**
 * Marks the sentence rows that a filter lets through. A sentence passes for a year that it is about or that it names; a sentence about no year passes for all.
 *
 * @returns one byte a row, 1 where it passes
 */
export function acceptRows(snapshot: LibrarySnapshot, columns: RowColumns, filter: RowFilter): Uint8Array {
  const accepted = new Uint8Array(snapshot.sentences.length).fill(1)
  if (filter.years.length > 0) keepYears(accepted, columns, filter.years)
  const placed = new Set(filter.placedDocuments)
  const isOfPlace = Uint8Array.from(columns.placeNames, (name) => (filter.places.includes(name) ? 1 : 0))
  for (const { document, firstSentenceRow: first } of snapshot.documents) {
    const end = first + document.sentences.length
    const { parentPlace } = document.metadata
    const isWide = placed.has(document.id) || (parentPlace !== null && filter.widePlaces.includes(parentPlace))
    if (filter.documentIds.length > 0 && !filter.documentIds.includes(document.id)) accepted.fill(0, first, end)
    else if (!isWide) {
      if (filter.places.length > 0) keepPlaces(accepted, columns, isOfPlace, { from: first, to: end })
      if (filter.mentions.length > 0) keepMentions(accepted, snapshot, filter.mentions, { from: first, to: end })
    }
  }
  return accepted
}

/** Where no sentence is about a year, only those that name it speak of it: undated ones do not. */
function keepYears(accepted: Uint8Array, columns: RowColumns, asked: readonly number[]): void {
  const isTold = asked.some((year) => columns.toldYears.has(year))
  for (let row = 0; row < accepted.length; row += 1) {
    const year = columns.years[row] ?? 0
    if (year === 0 ? !isTold : !asked.includes(year)) accepted[row] = 0
  }
  for (const year of asked) for (const row of columns.namedYears.get(year) ?? []) accepted[row] = 1
}

function keepPlaces(accepted: Uint8Array, columns: RowColumns, isOfPlace: Uint8Array, { from, to }: RowStretch): void {
  for (let row = from; row < to; row += 1) {
    const place = columns.places[row] ?? -1
    if (place < 0 || isOfPlace[place] !== 1) accepted[row] = 0
  }
}

function keepMentions(accepted: Uint8Array, snapshot: LibrarySnapshot, names: readonly string[], { from, to }: RowStretch): void {
  for (let row = from; row < to; row += 1) {
    if (accepted[row] === 1 && !names.some((name) => snapshot.sentences[row]?.sentence.text.includes(name))) accepted[row] = 0
  }
}
