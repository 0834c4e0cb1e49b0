import type { LibrarySnapshot, SentenceRow } from '../../ingest/index/library-snapshot.ts'

interface Cited {
  readonly documentId: string
  readonly start: number
}

/** Finds the sentences that citations stand for; undefined for one that the snapshot does not hold. */
export type RowFinder = (citation: Cited) => SentenceRow | undefined

export function createRowFinder(snapshot: LibrarySnapshot): RowFinder {
  const firstRows = new Map<string, { readonly first: number; readonly count: number }>()
  for (const { document, firstSentenceRow } of snapshot.documents) {
    firstRows.set(document.id, { first: firstSentenceRow, count: document.sentences.length })
  }
  return ({ documentId, start }) => {
    const rows = firstRows.get(documentId)
    if (rows === undefined) return undefined
    for (let row = rows.first; row < rows.first + rows.count; row += 1) {
      const found = snapshot.sentences[row]
      if (found?.sentence.range.start === start) return found
    }
    return undefined
  }
}
