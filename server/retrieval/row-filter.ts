import type { LibrarySnapshot, SentenceRow } from '../../ingest/index/library-snapshot.ts'

/** Which rows may answer. An empty list does not restrict. */
export interface RowFilter {
  readonly years: readonly number[]
  readonly places: readonly string[]
  readonly documentIds: readonly string[]
  /** Sentences must hold one of these texts: names of places that no document is about. */
  readonly mentions: readonly string[]
}

export const NO_FILTER: RowFilter = { years: [], places: [], documentIds: [], mentions: [] }

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
  const { years, places, documentIds, mentions } = filter
  if (documentIds.length > 0 && !documentIds.includes(document.document.id)) return false
  if (places.length > 0 && (sentence.facets.place === null || !places.includes(sentence.facets.place))) return false
  if (mentions.length > 0 && !mentions.some((name) => sentence.text.includes(name))) return false
  const { year } = sentence.facets
  return years.length === 0 || year === null || years.includes(year) || years.some((asked) => sentence.text.includes(`${asked}年`))
}
