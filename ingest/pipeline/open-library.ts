import path from 'node:path'
import { CodedError } from '../corpus/coded-error.ts'
import { createNodeFileSystem, type FileSystem } from '../index/file-system.ts'
import { loadGraphLibrary } from '../index/hnswlib.ts'
import type { LibrarySnapshot } from '../index/library-snapshot.ts'
import { lockDataDir } from '../library/data-dir-lock.ts'
import { toLibraryError } from '../library/library-errors.ts'
import type { LibraryStore } from '../library/library-store.ts'
import { openLibraryDatabase } from '../library/open-library-database.ts'
import { PARSER_VERSION } from '../structure/parse-document.ts'
import { createIngestor } from './create-ingestor.ts'
import { INDEX_FOLDER } from './index-folder.ts'
import type { IngestRunner } from './ingest-request.ts'
import type { Ingestor, IngestProgress, IngestReport } from './ingestor.ts'
import { createSnapshotLoader, type LoadedGeneration } from './snapshot-loader.ts'

/** The library of one data folder, open for questions and for new documents. */
export interface Library {
  readonly store: LibraryStore
  /** Once a call returns, `snapshot()` holds its result. */
  readonly ingestor: Ingestor
  /** The current generation. One that was taken before stays usable. */
  snapshot(): LibrarySnapshot
  /** Waits for the run at work, then closes the database and frees the data folder. */
  close(): Promise<void>
}

export interface OpenLibraryOptions {
  readonly dataDir: string
  /** Does the runs; see createWorkerRunner. Closed with the library. */
  readonly runner: IngestRunner
  /** Of the analyzer that questions go through: an index of another one is rebuilt. */
  readonly analyzerFingerprint: string
  /** Of the encoder that questions go through, null when there is none: an index of another one is rebuilt. */
  readonly embedderId: string | null
  /** Progress of a rebuild, when one is needed before the library can be used. */
  readonly onRebuild?: (progress: IngestProgress) => void
  /** Told of what was not foreseen and did not stop the work. */
  readonly onUnexpected: (error: unknown) => void
  readonly files?: FileSystem
}

/**
 * Locks the data folder, opens the library and loads the committed generation. A bundle that is missing, damaged or made by another analyzer, parser or
 * encoder is rebuilt from the originals and the kept vectors.
 *
 * @throws {CodedError} data_dir_locked, library_damaged, library_too_new, disk_full, library_write_failed
 */
export async function openLibrary(options: OpenLibraryOptions): Promise<Library> {
  const lock = lockDataDir(options.dataDir)
  const closers: (() => unknown)[] = [() => lock.release()]
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  try {
    const database = openLibraryDatabase(options.dataDir, { check: true })
    closers.push(() => database.close())
    database.store.interruptRunningJobs()
    closers.push(() => options.runner.close())
    const files = options.files ?? createNodeFileSystem()
    const indexFolder = path.join(options.dataDir, INDEX_FOLDER)
    await files.makeFolder(indexFolder)
    const loader = createSnapshotLoader(database, files, await loadGraphLibrary(), indexFolder)
    const sweepFolders = () => removeOtherGenerations(files, indexFolder, database.store.currentGeneration(), options.onUnexpected)
    await sweepFolders()

    const rebuild = async (): Promise<LoadedGeneration> => {
      await options.runner.run({ kind: 'rebuild' }, options.onRebuild)
      await sweepFolders()
      return loader.load()
    }
    let current = await loadOrRebuild(loader.load, rebuild, options)
    const ingestor = createIngestor(options.runner, async (report: IngestReport) => {
      if (report.generation === current.snapshot.generation) return
      current = await loadOrRebuild(loader.load, rebuild, options)
      await sweepFolders()
    })
    closers.push(() => ingestor.settled())
    return { store: database.store, ingestor, snapshot: () => current.snapshot, close: closeAll }
  } catch (error) {
    await closeAll()
    throw toLibraryError(error)
  }
}

async function loadOrRebuild(
  load: () => Promise<LoadedGeneration>,
  rebuild: () => Promise<LoadedGeneration>,
  { analyzerFingerprint, embedderId, onUnexpected }: OpenLibraryOptions,
): Promise<LoadedGeneration> {
  try {
    const loaded = await load()
    const { snapshot, analyzer, parserVersions } = loaded
    const isCurrent =
      analyzer === null ||
      (analyzer === analyzerFingerprint &&
        (embedderId === null || snapshot.embedderId === embedderId) &&
        [...parserVersions].every((version) => version === PARSER_VERSION))
    return isCurrent ? loaded : await rebuild()
  } catch (error) {
    if (!(error instanceof CodedError) || !['index_damaged', 'library_damaged'].includes(error.code)) throw error
    onUnexpected(error)
    return rebuild()
  }
}

/** Folders of generations that were never committed or are not current any more. Readers hold theirs in memory. */
async function removeOtherGenerations(
  files: FileSystem,
  indexFolder: string,
  current: number,
  onUnexpected: (error: unknown) => void,
): Promise<void> {
  try {
    for (const name of await files.list(indexFolder)) if (name !== `gen-${current}`) await files.remove(path.join(indexFolder, name))
  } catch (error) {
    onUnexpected(error)
  }
}
