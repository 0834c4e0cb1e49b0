import { CodedError } from '../ingest/corpus/coded-error.ts'
import type { LibrarySnapshot } from '../ingest/index/library-snapshot.ts'
import type { LibraryStore } from '../ingest/library/library-store.ts'
import type { Ingestor } from '../ingest/pipeline/ingestor.ts'
import type { AnswerEngine } from './answer/context/answer-engine.ts'
import type { FactReader } from './answer/facts/fact-reader.ts'
import type { LibrarySearch } from './answer/find/search-library.ts'
import type { BriefComposer } from './briefs/brief-composer.ts'
import { type BriefDesk, createBriefDesk } from './briefs/brief-desk.ts'
import type { ReadyView } from './contract/status.ts'
import { readConversation } from './conversation/read-conversation.ts'
import { createTurnDesk, type TurnDesk } from './conversation/turn-desk.ts'
import { createIngestJobs, type IngestJobs } from './jobs/ingest-jobs.ts'
import { createIndicatorGroupDesk, type IndicatorGroupDesk } from './ledger/indicator-groups.ts'

/** The language model that the settings name. */
export interface ModelService {
  readonly name: string
  /** Host and port of its endpoint. */
  readonly host: string
  /**
   * Asks it for a word; milliseconds until the reply was whole.
   *
   * @throws {CodedError} model_unreachable and its like
   */
  check(signal: AbortSignal): Promise<number>
  /** Calls `listener` with the code of each failure, for as long as the services are there. */
  onFailure?(listener: (code: string) => void): void
}

/** What the services are made of; each part comes in by argument. */
export interface ServiceParts {
  readonly store: LibraryStore
  readonly ingestor: Ingestor
  readonly engine: AnswerEngine
  readonly composer: BriefComposer
  readonly facts: FactReader
  readonly search: LibrarySearch
  /** Null, or left out: none is configured, and the engine has none. */
  readonly model?: ModelService | null
  /** The committed generation in memory; null while none is open yet. */
  readonly readSnapshot: () => LibrarySnapshot | null
  /** What the reader of /ready should know: which encoder and segmenter work, and in Chinese what works less well and why. */
  readonly encoder: string | null
  readonly segmenter: string
  readonly degraded: () => readonly string[]
  /** Gets every error that was not foreseen, for the log. */
  readonly onUnexpected: (error: unknown) => void
  /** Closes what the parts hold open, after everything that uses them has stopped. */
  readonly close: () => Promise<void>
  readonly maxRunningTurns?: number
  readonly maxPendingJobs?: number
}

/** Everything that a route or a command needs. */
export interface Services {
  readonly store: LibraryStore
  readonly ingestor: Ingestor
  readonly turns: TurnDesk
  readonly jobs: IngestJobs
  readonly briefs: BriefDesk
  /** Figures of the library's sentences. */
  readonly facts: FactReader
  /** The grouping of indicator names. */
  readonly groups: IndicatorGroupDesk
  /** Sentences of the library by words and meaning. */
  readonly search: LibrarySearch
  readonly model: ModelService | null
  /** @throws {CodedError} library_not_ready while the library is opened or filled for the first time */
  snapshot(): LibrarySnapshot
  status(): ReadyView
  /** @throws {CodedError} library_not_ready */
  examples(count: number): readonly string[]
  /** The library counts as not ready until `work` is over. */
  whileFilling<T>(work: () => Promise<T>): Promise<T>
  /** Stops turns and jobs; what they had begun is whole or absent. */
  stop(): Promise<void>
  close(): Promise<void>
}

const MAX_RUNNING_TURNS = 64
const MAX_PENDING_JOBS = 8

export function assembleServices(parts: ServiceParts): Services {
  const { store, ingestor, engine, onUnexpected, model = null } = parts
  const turns = createTurnDesk({ store, engine, hasModel: model !== null, maxRunning: parts.maxRunningTurns ?? MAX_RUNNING_TURNS, onUnexpected })
  const jobs = createIngestJobs({ store, ingestor, maxPending: parts.maxPendingJobs ?? MAX_PENDING_JOBS, onUnexpected })
  let filling = 0
  let examples: { readonly snapshot: LibrarySnapshot; readonly count: number; readonly questions: readonly string[] } | null = null

  function snapshot(): LibrarySnapshot {
    const current = filling > 0 ? null : parts.readSnapshot()
    if (current === null) throw new CodedError('library_not_ready', '文库正在准备，还不能查询。请等几秒再试。', { retryAfterSeconds: 2 })
    return current
  }

  return {
    store,
    ingestor,
    turns,
    jobs,
    briefs: createBriefDesk({
      store,
      composer: parts.composer,
      snapshot,
      readSnapshot: parts.readSnapshot,
      readConversation: (id) => readConversation(store, id),
    }),
    facts: parts.facts,
    groups: createIndicatorGroupDesk(store, parts.facts),
    search: parts.search,
    model,
    snapshot,
    status() {
      const current = parts.readSnapshot()
      return {
        ready: current !== null && filling === 0,
        generation: current?.generation ?? 0,
        documents: current?.documents.length ?? 0,
        sentences: current?.sentences.length ?? 0,
        encoder: parts.encoder,
        segmenter: parts.segmenter,
        model: model?.name ?? null,
        degraded: [...parts.degraded()],
      }
    },
    examples(count) {
      const current = snapshot()
      if (examples?.snapshot !== current || examples.count !== count)
        examples = { snapshot: current, count, questions: engine.examples(current, count) }
      return examples.questions
    },
    async whileFilling(work) {
      filling += 1
      try {
        return await work()
      } finally {
        filling -= 1
      }
    },
    async stop() {
      await Promise.all([turns.stop(), jobs.stop()])
    },
    close: parts.close,
  }
}
