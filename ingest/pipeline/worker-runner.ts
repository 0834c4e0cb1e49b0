import { Worker } from 'node:worker_threads'
import { CodedError } from '../corpus/coded-error.ts'
import { revealError } from './carry-error.ts'
import type { IngestRequest, IngestRunner } from './ingest-request.ts'
import type { IngestProgress, IngestReport } from './ingestor.ts'
import type { WorkerConfig, WorkerNotice, WorkerOrder } from './worker-messages.ts'

/** The thread holds a dictionary and an encoder in memory, so it goes when nothing was ingested for this long. */
const IDLE_MS = 60_000

/**
 * Runs in a worker thread of its own, so that the event loop stays free. The thread starts with the first run.
 *
 * @param onUnexpected told of what was not foreseen and did not stop a run
 */
export function createWorkerRunner(config: WorkerConfig, onUnexpected: (error: unknown) => void): IngestRunner {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined

  const start = (): Worker => {
    const started = new Worker(new URL('./ingest-worker.mjs', import.meta.url), { workerData: config })
    started.unref()
    started.once('exit', () => {
      if (worker === started) worker = null
    })
    worker = started
    return started
  }
  const close = async (): Promise<void> => {
    clearTimeout(idle)
    const closing = worker
    worker = null
    if (!closing) return
    closing.ref()
    const gone = new Promise((resolve) => closing.once('exit', resolve))
    order(closing, { kind: 'close' })
    await gone
  }

  return {
    close,
    async run(request, onProgress = () => undefined, signal) {
      clearTimeout(idle)
      const thread = worker ?? start()
      thread.ref()
      try {
        return await runIn(thread, request, onProgress, onUnexpected, signal)
      } finally {
        thread.unref()
        idle = setTimeout(() => void close().catch(onUnexpected), IDLE_MS).unref()
      }
    },
  }
}

const order = (thread: Worker, message: WorkerOrder): void => thread.postMessage(message)

function runIn(
  thread: Worker,
  request: IngestRequest,
  onProgress: (progress: IngestProgress) => void,
  onUnexpected: (error: unknown) => void,
  signal?: AbortSignal,
): Promise<IngestReport> {
  const { promise, resolve, reject } = newPromise<IngestReport>()
  const onNotice = (notice: WorkerNotice): void => {
    if (notice.kind === 'progress') onProgress(notice.progress)
    else if (notice.kind === 'unexpected') onUnexpected(revealError(notice.error))
    else if (notice.kind === 'done') resolve(notice.report)
    else reject(signal?.aborted && signal.reason instanceof CodedError ? signal.reason : revealError(notice.error))
  }
  const onExit = (): void =>
    reject(new CodedError('ingest_stopped', '负责导入的线程意外停止，这次没有写入任何内容。请重试；若再次发生，请查看日志。'))
  const onAbort = (): void => order(thread, { kind: 'abort' })
  thread.on('message', onNotice)
  thread.on('error', reject)
  thread.on('exit', onExit)
  signal?.addEventListener('abort', onAbort)
  order(thread, { kind: 'run', request })
  if (signal?.aborted) onAbort()
  return promise.finally(() => {
    thread.off('message', onNotice)
    thread.off('error', reject)
    thread.off('exit', onExit)
    signal?.removeEventListener('abort', onAbort)
  })
}

function newPromise<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: unknown) => void } {
  let resolve: (value: T) => void = () => undefined
  let reject: (error: unknown) => void = () => undefined
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue
    reject = onError
  })
  return { promise, resolve, reject }
}
