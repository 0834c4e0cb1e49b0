import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { JobRecord, LibraryStore } from '../../ingest/library/library-store.ts'
import type { Ingestor, IngestProgress, IngestSource } from '../../ingest/pipeline/ingestor.ts'
import type { JobView } from '../contract/documents.ts'
import { viewJob } from './job-view.ts'

export interface IngestJobsDependencies {
  readonly store: LibraryStore
  readonly ingestor: Ingestor
  /** Jobs that wait or run at one time; one more is refused as overloaded, because its files would have to wait in memory. */
  readonly maxPending: number
  /** Called with what was not foreseen; the job is marked failed with internal_error. */
  readonly onUnexpected: (error: unknown) => void
}

/** Ingests in the background, one job after the other, each kept in the store from its first moment to its end. */
export interface IngestJobs {
  /**
   * @param onProgress called besides the job's own record, e.g. for a progress bar
   * @throws {CodedError} overloaded, server_stopping
   */
  start(sources: readonly IngestSource[], onProgress?: (progress: IngestProgress) => void): JobView
  get(id: string): JobView | undefined
  /** Calls `listener` after each change of a job at work; the function returned leaves. A job that is over changes no more. */
  watch(id: string, listener: () => void): () => void
  /** Resolves when the job is over, at once when it is not at work. */
  settled(id: string): Promise<void>
  /** Jobs that wait or run. */
  readonly pending: number
  /** Calls `listener` with the state in which each job ends, for as long as the jobs are there. */
  onFinished(listener: (state: JobRecord['state']) => void): void
  /** Stops the job at work and refuses further ones. Resolves when all are marked. */
  stop(): Promise<void>
}

interface LiveJob {
  record: JobRecord
  progress: IngestProgress | null
  readonly listeners: Set<() => void>
  readonly over: Promise<void>
}

export function createIngestJobs(dependencies: IngestJobsDependencies): IngestJobs {
  const { store } = dependencies
  const live = new Map<string, LiveJob>()
  const controller = new AbortController()
  const finishedListeners: ((state: JobRecord['state']) => void)[] = []
  let queue: Promise<void> = Promise.resolve()

  function change(id: string, fields: Parameters<LibraryStore['updateJob']>[1]): void {
    const job = live.get(id)
    try {
      store.updateJob(id, fields)
    } catch (error) {
      // The job's end must be seen by those who watch it even where the disk no longer takes it.
      dependencies.onUnexpected(error)
    }
    if (job === undefined) return
    job.record = { ...job.record, ...fields, updatedAt: new Date().toISOString() }
    for (const listener of [...job.listeners]) listener()
  }

  async function run(id: string, sources: readonly IngestSource[], onProgress?: (progress: IngestProgress) => void): Promise<void> {
    try {
      controller.signal.throwIfAborted()
      change(id, { state: 'running' })
      const report = await dependencies.ingestor.ingest(
        sources,
        (progress) => {
          const job = live.get(id)
          if (job === undefined) return
          job.progress = progress
          for (const listener of [...job.listeners]) listener()
          onProgress?.(progress)
        },
        controller.signal,
      )
      change(id, { state: 'done', progress: live.get(id)?.progress ?? null, report })
    } catch (error) {
      change(id, describeEnd(error, controller.signal, dependencies.onUnexpected))
    }
    const state = live.get(id)?.record.state
    live.delete(id)
    if (state !== undefined) for (const listener of finishedListeners) listener(state)
  }

  return {
    get pending() {
      return live.size
    },
    onFinished(listener) {
      finishedListeners.push(listener)
    },
    start(sources, onProgress) {
      if (controller.signal.aborted) throw new CodedError('server_stopping', '服务器正在停止，没有收下文件。请等服务器重新启动后再传。')
      if (live.size >= dependencies.maxPending) {
        throw new CodedError('overloaded', '前面还有多批文件在等待收录，暂时不能再收。请等其中一批完成后再传。', { retryAfterSeconds: 10 })
      }
      const record = store.createJob()
      const over = queue.then(() => run(record.id, sources, onProgress))
      queue = over
      live.set(record.id, { record, progress: null, listeners: new Set(), over })
      return viewJob(record, null)
    },
    get(id) {
      const job = live.get(id)
      if (job) return viewJob(job.record, job.progress)
      const record = store.getJob(id)
      return record && viewJob(record, null)
    },
    watch(id, listener) {
      const entry = () => listener()
      const job = live.get(id)
      job?.listeners.add(entry)
      return () => job?.listeners.delete(entry)
    },
    async settled(id) {
      await live.get(id)?.over
    },
    async stop() {
      controller.abort(new CodedError('ingest_interrupted', '服务器停止时收录还没有完成，文库保持原样。请重新上传这些文件。'))
      await queue
    },
  }
}

function describeEnd(error: unknown, signal: AbortSignal, onUnexpected: (error: unknown) => void): Parameters<LibraryStore['updateJob']>[1] {
  if (signal.aborted && signal.reason instanceof CodedError) {
    return { state: 'interrupted', error: { code: signal.reason.code, message: signal.reason.message } }
  }
  if (error instanceof CodedError) return { state: 'failed', error: { code: error.code, message: error.message } }
  onUnexpected(error)
  return {
    state: 'failed',
    error: { code: 'internal_error', message: '收录时出了没有预料到的错误，文库保持原样，详情已记入服务器日志。请重试；仍然不行时请告诉管理员。' },
  }
}
