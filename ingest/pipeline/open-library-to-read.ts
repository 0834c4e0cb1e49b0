import path from 'node:path'
import type { Embedder } from '../embedding/embedder.ts'
import { createSnapshot, libraryFingerprint } from '../index/create-snapshot.ts'
import { createExactVectorIndex } from '../index/exact-vector-index.ts'
import { createNodeFileSystem } from '../index/file-system.ts'
import { loadGraphLibrary } from '../index/hnswlib.ts'
import type { LibrarySnapshot } from '../index/library-snapshot.ts'
import { isDamagedIndex } from '../index/open-bundle.ts'
import { openPostings } from '../index/open-postings.ts'
import { vectorMatrix } from '../index/scan-vectors.ts'
import { toLibraryError } from '../library/library-errors.ts'
import { type LibraryDatabase, openLibraryDatabase } from '../library/open-library-database.ts'
import type { Analyzer } from '../text/analyzer.ts'
import { buildPostings } from './build-postings.ts'
import { INDEX_FOLDER } from './index-folder.ts'
import { createSnapshotLoader, type SnapshotLoader } from './snapshot-loader.ts'

/** A server may commit and remove the generation that is just being read; the next one is there at once. */
const ATTEMPTS = 3

/**
 * The committed generation of a library, without locking or changing anything, also while a server works on it. A bundle that cannot be used (damaged, or
 * made by another analyzer) is replaced in memory, with the vectors that the library keeps.
 *
 * @throws {CodedError} library_missing, library_damaged, library_outdated, library_too_new
 */
export async function openLibraryToRead(
  dataDir: string,
  analyzer: Analyzer,
  embedder: Pick<Embedder, 'id' | 'dimension'> | null,
): Promise<LibrarySnapshot> {
  const database = openLibraryDatabase(dataDir, { readOnly: true })
  try {
    const loader = createSnapshotLoader(database, createNodeFileSystem(), await loadGraphLibrary(), path.join(dataDir, INDEX_FOLDER))
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      try {
        const loaded = await loader.load()
        if (loaded.analyzer === null || loaded.analyzer === analyzer.fingerprint) return loaded.snapshot
        break
      } catch (error) {
        if (!isDamagedIndex(error)) throw error
      }
    }
    return await indexInMemory(loader, database, analyzer, embedder)
  } catch (error) {
    throw toLibraryError(error)
  } finally {
    database.close()
  }
}

async function indexInMemory(
  loader: SnapshotLoader,
  database: LibraryDatabase,
  analyzer: Analyzer,
  embedder: Pick<Embedder, 'id' | 'dimension'> | null,
): Promise<LibrarySnapshot> {
  const { heads, documents, relations, generation } = await loader.loadDocuments()
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
  const values = new Float32Array(texts.length * dimension)
  for (const [row, text] of texts.entries()) {
    const vector = database.embeddings.get(id, text, dimension)
    if (!vector) return null
    values.set(vector, row * dimension)
  }
  return values
}
