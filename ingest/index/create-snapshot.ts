import type { DocumentRelation, ParsedDocument } from '../corpus/document.ts'
import type { DocumentId } from '../corpus/document-id.ts'
import { readPeriods } from '../structure/period-accounts.ts'
import type { LibrarySnapshot, PassageRow, SentenceRow, SnapshotDocument } from './library-snapshot.ts'
import type { Bundle } from './open-bundle.ts'
import { plansOnly } from './plans-only.ts'
import { sha256 } from './sha256.ts'

/** The order of a library's rows: by file name, then id, in code unit order. */
export function inLibraryOrder<T extends { readonly file: string; readonly id: string }>(documents: readonly T[]): T[] {
  return [...documents].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** A document of the library by its id and the SHA-256 of all that was read from it, metadata included. */
export interface StampedDocument {
  readonly id: DocumentId
  readonly stamp: string
}

/** See LibrarySnapshot.fingerprint. */
export function libraryFingerprint(documents: readonly StampedDocument[], analyzer: string, embedder: string | null): string {
  return sha256(JSON.stringify([analyzer, embedder, ...documents.map(({ id, stamp }) => [id, stamp])]))
}

/** What of a bundle a snapshot needs. */
export type SnapshotIndex = Pick<Bundle, 'sentencePostings' | 'passagePostings' | 'vectors'> & {
  readonly manifest: Pick<Bundle['manifest'], 'generation' | 'fingerprint' | 'embedder'>
}

/**
 * Puts documents and index together.
 *
 * @param documents in library order, the same from which the bundle was built
 */
export function createSnapshot(documents: readonly ParsedDocument[], relations: readonly DocumentRelation[], index: SnapshotIndex): LibrarySnapshot {
  const held: SnapshotDocument[] = []
  const sentences: SentenceRow[] = []
  const passages: PassageRow[] = []
  for (const document of documents) {
    const entry: SnapshotDocument = {
      document,
      firstSentenceRow: sentences.length,
      firstPassageRow: passages.length,
      relations: relations.filter((relation) => relation.from === document.id),
      plansOnly: plansOnly(document),
      periods: readPeriods(document),
    }
    held.push(entry)
    for (const sentence of document.sentences) {
      sentences.push({ row: sentences.length, document: entry, sentence, passageRow: entry.firstPassageRow + sentence.passage })
    }
    for (const passage of document.passages) passages.push({ row: passages.length, document: entry, passage })
  }
  const { sentencePostings, passagePostings, vectors, manifest } = index
  return {
    generation: manifest.generation,
    fingerprint: manifest.fingerprint,
    documents: held,
    sentences,
    passages,
    sentencePostings,
    passagePostings,
    vectors,
    embedderId: vectors ? manifest.embedder : null,
  }
}
