import type { LibrarySnapshot, SentenceRow } from '../../ingest/index/library-snapshot.ts'

/** Which rows may answer. An empty list does not restrict. */
export interface RowFilter {
  readonly years: readonly number[]
  readonly places: readonly string[]
  /** Places whose subordinate places pass too. */
  readonly widePlaces: readonly string[]
  readonly documentIds: readonly string[]
  /** Sentences must hold one of these texts: names of places that no document is about. */
  readonly mentions: readonly string[]
}

export const NO_FILTER: RowFilter = { years: [], places: [], widePlaces: [], documentIds: [], mentions: [] }

/**
 * Marks the sentence rows that a filter lets through. A sentence passes for a year that it is about or that it names; a sentence about no year passes for all.
 *
 * @returns one byte a row, 1 where it passes
 */
export function acceptRows(snapshot: LibrarySnapshot, filter: RowFilter): Uint8Array {
  const accepted = new Uint8Array(snapshot.sentences.length)
  for (const row of snapshot.sentences) if (passes(row, filter)) accepted[row.row] = 1
  return accepted
}

function passes({ sentence, document }: SentenceRow, filter: RowFilter): boolean {
  const { years, places, widePlaces, documentIds, mentions } = filter
  if (documentIds.length > 0 && !documentIds.includes(document.document.id)) return false
  const { parentPlace } = document.document.metadata
  const inPlace =
    places.length === 0 ||
    (sentence.facets.place !== null && places.includes(sentence.facets.place)) ||
    (parentPlace !== null && widePlaces.includes(parentPlace))
  if (!inPlace) return false
  if (mentions.length > 0 && !mentions.some((name) => sentence.text.includes(name))) return false
  const { year } = sentence.facets
  return years.length === 0 || year === null || years.includes(year) || years.some((asked) => namesYear(sentence.text, asked))
}

/** A year that a sentence only compares with (快于2024年, 比2020年下降) is not what it is about. */
function namesYear(text: string, year: number): boolean {
  const at = text.indexOf(`${year}年`)
  return at >= 0 && !/[比较于自从与]$/.test(text.slice(0, at))
}
