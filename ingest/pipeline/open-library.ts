import path from 'node:path'
import { createNodeFileSystem, type FileSystem } from '../index/file-system.ts'
import { loadGraphLibrary } from '../index/hnswlib.ts'
import type { LibrarySnapshot } from '../index/library-snapshot.ts'
import { lockDataDir } from '../library/data-dir-lock.ts'
import { toLibraryError } from '../library/library-errors.ts'
import type { LibraryStore } from '../library/library-store.ts'
import { openLibraryDatabase } from '../library/open-library-database.ts'
import { createIngestor } from './create-ingestor.ts'
import { createGenerationHolder } from './generation-holder.ts'
import { INDEX_FOLDER } from './index-folder.ts'
import type { IndexTools } from './index-in-memory.ts'
import type { IngestRunner } from './ingest-request.ts'
import type { Ingestor, IngestProgress, IngestReport } from './ingestor.ts'
import { createRebuildBehind, type RebuildState } from './rebuild-behind.ts'
import { createSnapshotLoader } from './snapshot-loader.ts'

/** The library of one data folder, open for questions and for new documents. */
export interface Library {
  readonly store: LibraryStore
  /** Once a call returns, `snapshot()` holds its result. */
  readonly ingestor: Ingestor
  /** The current generation. One that was taken before stays usable. */
  snapshot(): LibrarySnapshot
  /** The rebuild that goes on behind the answers, null when the index is up to date. */
  rebuilding(): RebuildState | null
  /** Resolves once no rebuild is at work or planned. */
  upToDate(): Promise<void>
  /** The encoder that questions go through became known: an index of another one is rebuilt behind the answers. */
  requireEncoder(embedderId: string): void
  /** Waits for the run at work (a rebuild behind the answers is ended), then closes the database and frees the data folder. */
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
  /**
   * Where it is given, a library whose index must be made anew opens at once and the rebuild goes on behind the answers: until then it is searched with these
   * tools in memory, or, where only the encoder or the parser is another, as it stands. Where it is left out the rebuild comes first.
   */
  readonly serveMeanwhile?: IndexTools
  /** How long after a failed rebuild behind the answers the next is tried; 30 s where it is left out. */
  readonly retryAfterMs?: number
  /** Progress of a rebuild. */
  readonly onRebuild?: (progress: IngestProgress) => void
  /** Called when an attempt at a rebuild behind the answers has ended. */
  readonly onRebuilt?: () => void
  /** Called with each generation that is taken into memory, the first one too. */
  readonly onSnapshot?: (snapshot: LibrarySnapshot) => void
  /** Told of what was not foreseen and did not stop the work. */
  readonly onUnexpected: (error: unknown) => void
  readonly files?: FileSystem
}

/**
 * Locks the data folder, opens the library and loads the committed generation. A bundle that is missing, damaged or made by another analyzer, parser or
 * encoder is rebuilt from the kept texts and vectors, before the library opens or behind its answers (see `serveMeanwhile`).
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

    const holder = createGenerationHolder({ ...options, database, loader, sweepFolders })
    const takeGeneration = async (): Promise<void> => {
      await holder.load()
      options.onSnapshot?.(holder.snapshot())
    }
    await takeGeneration()
    const ingestor = createIngestor(options.runner, async (report: IngestReport) => {
      if (report.generation === holder.snapshot().generation) return
      await takeGeneration()
      await sweepFolders()
      behind.start()
    })
    const { onRebuild, onRebuilt, retryAfterMs, onUnexpected } = options
    const behind = createRebuildBehind({
      staleReason: holder.staleReason,
      rebuild: ingestor.rebuild,
      onUnexpected,
      ...(onRebuild && { onProgress: onRebuild }),
      ...(onRebuilt && { onEnd: onRebuilt }),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    })
    behind.start()
    closers.push(() => ingestor.settled())
    closers.push(() => behind.stop())
    return {
      store: database.store,
      ingestor,
      snapshot: holder.snapshot,
      rebuilding: behind.state,
      upToDate: behind.settled,
      requireEncoder(embedderId) {
        holder.requireEncoder(embedderId)
        behind.start()
      },
      close: closeAll,
    }
  } catch (error) {
    await closeAll()
    throw toLibraryError(error)
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
