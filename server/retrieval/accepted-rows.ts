import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import type { RowStretch } from '../../ingest/index/postings.ts'
import type { RowColumns } from './row-columns.ts'
import { acceptRows, type RowFilter } from './row-filter.ts'

/** The rows that a filter lets through, and the stretches of the library that hold them. */
export interface AcceptedRows {
  /** Ascending. */
  readonly rows: Uint32Array
  /** Sentences of the documents that hold the rows, ascending and apart. */
  readonly sentences: readonly RowStretch[]
  /** Their passages. */
  readonly passages: readonly RowStretch[]
}

/** Filters recur: a question is searched for several times, its suggestions are of the same years and places. At most 0.3 MB each in a library of 76,000 sentences. */
const MAX_REMEMBERED = 24

/** Finds the rows of a filter, the last filters of each snapshot remembered. */
export function createAcceptedRowsReader(): (snapshot: LibrarySnapshot, columns: RowColumns, filter: RowFilter) => AcceptedRows {
  const bySnapshot = new WeakMap<LibrarySnapshot, Map<string, AcceptedRows>>()
  return (snapshot, columns, filter) => {
    const known = bySnapshot.get(snapshot) ?? new Map<string, AcceptedRows>()
    bySnapshot.set(snapshot, known)
    const { years, places, widePlaces, documentIds, placedDocuments, mentions } = filter
    const key = JSON.stringify([years, places, widePlaces, documentIds, placedDocuments, mentions])
    const found = known.get(key) ?? gatherRows(snapshot, acceptRows(snapshot, columns, filter))
    if (known.size >= MAX_REMEMBERED && !known.has(key)) known.clear()
    known.set(key, found)
    return found
  }
}

function gatherRows(snapshot: LibrarySnapshot, marks: Uint8Array): AcceptedRows {
  const rows = new Uint32Array(marks.length)
  let used = 0
  const sentences: RowStretch[] = []
  const passages: RowStretch[] = []
  for (const { document, firstSentenceRow, firstPassageRow } of snapshot.documents) {
    const end = firstSentenceRow + document.sentences.length
    const before = used
    for (let row = firstSentenceRow; row < end; row += 1) if (marks[row] === 1) rows[used++] = row
    if (used === before) continue
    appendStretch(sentences, { from: firstSentenceRow, to: end })
    appendStretch(passages, { from: firstPassageRow, to: firstPassageRow + document.passages.length })
  }
  return { rows: rows.slice(0, used), sentences, passages }
}

/** Stretches that meet are one. */
function appendStretch(stretches: RowStretch[], next: RowStretch): void {
  const last = stretches.at(-1)
  if (last?.to === next.from) stretches[stretches.length - 1] = { from: last.from, to: next.to }
  else stretches.push(next)
}
