import type { DocumentRelation, ParsedDocument } from '../corpus/document.ts'
import { comparableText, sampleShingles } from './shingles.ts'

/** Shared text from which two documents are related at all. */
const MIN_SHARE = 0.5
/** Shared text, both ways, from which they are near-duplicates. */
const NEAR_DUPLICATE_SHARE = 0.8
/** A shingle that more documents hold is a set phrase. */
const MAX_HOLDERS = 64

/** How much text the documents of a library share, by sampled shingles. */
export interface LibraryOverlaps {
  readonly documents: readonly ParsedDocument[]
  /** The part of the first document's shingles that the second one holds, 0 to 1. */
  share(from: number, to: number): number
  /** Documents that share at least so many sampled shingles with one, most first. */
  sharing(index: number, minimum: number): ParsedDocument[]
  /** Pairs of positions that share anything. */
  pairs(): Iterable<readonly [number, number]>
}

export function createOverlaps(documents: readonly ParsedDocument[]): LibraryOverlaps {
  const shingles = documents.map((document) => sampleShingles(comparableText(document.text)))
  const holders = new Map<number, number[]>()
  shingles.forEach((set, index) => {
    for (const hash of set) {
      const list = holders.get(hash)
      if (list) list.push(index)
      else holders.set(hash, [index])
    }
  })
  const shared = documents.map(() => new Map<number, number>())
  for (const list of holders.values()) {
    if (list.length < 2 || list.length > MAX_HOLDERS) continue
    for (const a of list) for (const b of list) if (a !== b) shared[a]?.set(b, (shared[a]?.get(b) ?? 0) + 1)
  }
  return {
    documents,
    share: (from, to) => (shared[from]?.get(to) ?? 0) / Math.max(1, shingles[from]?.size ?? 0),
    sharing: (index, minimum) =>
      [...(shared[index] ?? [])]
        .filter(([, count]) => count >= minimum)
        .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
        .flatMap(([other]) => documents[other] ?? []),
    *pairs() {
      for (const [from, row] of shared.entries()) for (const to of row.keys()) yield [from, to] as const
    },
  }
}

/** Pairs of documents that share much of their text, both directions listed where both hold; ordered by id. */
export function findRelations(overlaps: LibraryOverlaps): DocumentRelation[] {
  const relations: DocumentRelation[] = []
  for (const [a, b] of overlaps.pairs()) {
    const [from, to] = [overlaps.documents[a], overlaps.documents[b]]
    const share = overlaps.share(a, b)
    if (!from || !to || share < MIN_SHARE) continue
    const both = Math.min(share, overlaps.share(b, a))
    relations.push({ from: from.id, to: to.id, kind: both >= NEAR_DUPLICATE_SHARE ? 'near-duplicate' : 'excerpt-of', share })
  }
  return relations.toSorted((x, y) => (x.from === y.from ? (x.to < y.to ? -1 : 1) : x.from < y.from ? -1 : 1))
}
