import type { Embedder } from '../embedding/embedder.ts'
import { createSnapshot, libraryFingerprint } from '../index/create-snapshot.ts'
import { createExactVectorIndex } from '../index/exact-vector-index.ts'
import type { LibrarySnapshot } from '../index/library-snapshot.ts'
import { openPostings } from '../index/open-postings.ts'
import { vectorMatrix } from '../index/scan-vectors.ts'
import type { LibraryDatabase } from '../library/open-library-database.ts'
import type { Analyzer } from '../text/analyzer.ts'
import { buildPostings } from './build-postings.ts'
import type { LoadedDocuments } from './snapshot-loader.ts'

/** What questions go through: the index must have been made with the same. */
export interface IndexTools {
  readonly analyzer: Analyzer
  /** Null: an index of words only. */
  readonly embedder: Pick<Embedder, 'id' | 'dimension'> | null
}

/**
 * An index over the library's kept readings and vectors for when the bundle cannot be used. Nothing is written, nothing is embedded: where a vector is missing
 * the index is one of words only.
 */
export async function indexInMemory(
  loaded: LoadedDocuments,
  database: LibraryDatabase,
  { analyzer, embedder }: IndexTools,
): Promise<LibrarySnapshot> {
  const { heads, documents, relations, generation } = loaded
  const built = await buildPostings(documents, analyzer, () => undefined)
  const texts = documents.flatMap((document) => document.sentences.map((sentence) => sentence.text))
  const vectors = embedder && keptVectors(database, texts, embedder)
  const fingerprint = libraryFingerprint(heads, analyzer.fingerprint, vectors ? embedder.id : null)
  return createSnapshot(documents, relations, {
    sentencePostings: openPostings(built.sentencePostings),
    passagePostings: openPostings(built.passagePostings),
    vectors: vectors && createExactVectorIndex(vectorMatrix(vectors, embedder.dimension)),
    manifest: { generation: generation.number, fingerprint, embedder: embedder?.id ?? null },
  })
}

/** Null when one is missing: half of a library searched by meaning would be worse than none of it. */
function keptVectors(
  database: LibraryDatabase,
  texts: readonly string[],
  { id, dimension }: Pick<Embedder, 'id' | 'dimension'>,
): Float32Array | null {
  if (dimension === 0) return null
  const values = new Float32Array(texts.length * dimension)
  for (const [row, text] of texts.entries()) {
    const vector = database.embeddings.get(id, text, dimension)
    if (!vector) return null
    values.set(vector, row * dimension)
  }
  return values
}
