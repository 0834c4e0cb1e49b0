import path from 'node:path'
import type { Embedder } from '../embedding/embedder.ts'
import { createNodeFileSystem } from '../index/file-system.ts'
import { loadGraphLibrary } from '../index/hnswlib.ts'
import type { LibrarySnapshot } from '../index/library-snapshot.ts'
import { isDamagedIndex } from '../index/open-bundle.ts'
import { toLibraryError } from '../library/library-errors.ts'
import { openLibraryDatabase } from '../library/open-library-database.ts'
import type { Analyzer } from '../text/analyzer.ts'
import { INDEX_FOLDER } from './index-folder.ts'
import { indexInMemory } from './index-in-memory.ts'
import { createSnapshotLoader } from './snapshot-loader.ts'

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
    return await indexInMemory(await loader.loadDocuments(), database, { analyzer, embedder })
  } catch (error) {
    throw toLibraryError(error)
  } finally {
    database.close()
  }
}
