import { CodedError } from '../corpus/coded-error.ts'
import type { LibrarySnapshot } from '../index/library-snapshot.ts'
import type { LibraryDatabase } from '../library/open-library-database.ts'
import { type IndexTools, indexInMemory } from './index-in-memory.ts'
import type { IngestRunner } from './ingest-request.ts'
import type { IngestProgress } from './ingestor.ts'
import type { LoadedGeneration, SnapshotLoader } from './snapshot-loader.ts'
import { type StaleReason, staleReasonOf } from './stale-reason.ts'

/** The generation in memory, and whether it must be made anew. */
export interface GenerationHolder {
  snapshot(): LibrarySnapshot
  staleReason(): StaleReason | null
  /** Takes the committed generation, rebuilt first where that is wanted or nothing else helps. */
  load(): Promise<void>
  requireEncoder(embedderId: string): void
}

interface Held {
  readonly snapshot: LibrarySnapshot
  readonly stale: StaleReason | null
}

export interface GenerationHolderDependencies {
  readonly database: LibraryDatabase
  readonly loader: SnapshotLoader
  readonly runner: IngestRunner
  readonly sweepFolders: () => Promise<void>
  readonly analyzerFingerprint: string
  readonly embedderId: string | null
  /** See OpenLibraryOptions. */
  readonly serveMeanwhile?: IndexTools
  readonly onRebuild?: (progress: IngestProgress) => void
  readonly onUnexpected: (error: unknown) => void
}

export function createGenerationHolder(dependencies: GenerationHolderDependencies): GenerationHolder {
  const { analyzerFingerprint, serveMeanwhile, loader, database } = dependencies
  let embedderId = dependencies.embedderId
  let held: Held | null = null

  const judge = (loaded: LoadedGeneration): Held => ({
    snapshot: loaded.snapshot,
    stale: staleReasonOf(loaded, analyzerFingerprint, embedderId),
  })
  const rebuildFirst = async (): Promise<Held> => {
    await dependencies.runner.run({ kind: 'rebuild' }, dependencies.onRebuild)
    await dependencies.sweepFolders()
    return { snapshot: (await loader.load()).snapshot, stale: null }
  }
  /** Words in memory where the bundle's own cannot be used; else the bundle as it stands, whose vectors the retriever leaves alone when they are another encoder's. */
  const serveStale = async (stale: StaleReason, loaded: LoadedGeneration | null): Promise<Held> => {
    if (!serveMeanwhile) return rebuildFirst()
    if (loaded && stale !== 'analyzer') return { snapshot: loaded.snapshot, stale }
    return { snapshot: await indexInMemory(await loader.loadDocuments(), database, serveMeanwhile), stale }
  }

  return {
    snapshot() {
      if (held === null) throw new Error('Cannot read a generation before it is loaded')
      return held.snapshot
    },
    staleReason: () => held?.stale ?? null,
    requireEncoder(id) {
      embedderId = id
      if (held === null || held.stale !== null || held.snapshot.generation === 0 || held.snapshot.embedderId === id) return
      held = { ...held, stale: 'encoder' }
    },
    async load() {
      try {
        const loaded = await loader.load()
        const judged = judge(loaded)
        held = judged.stale === null ? judged : await serveStale(judged.stale, loaded)
      } catch (error) {
        if (!(error instanceof CodedError) || !['index_damaged', 'library_damaged'].includes(error.code)) throw error
        dependencies.onUnexpected(error)
        // Text that cannot be read as it was kept is read anew from the originals, which nothing can be served without.
        held = error.code === 'index_damaged' ? await serveStale('damaged', null).catch(orRebuild) : await rebuildFirst()
      }
    },
  }

  /** A damaged document shows only when the documents are read. */
  async function orRebuild(error: unknown): Promise<Held> {
    if (!(error instanceof CodedError) || error.code !== 'library_damaged') throw error
    return rebuildFirst()
  }
}
