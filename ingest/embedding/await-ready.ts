import { CodedError } from '../corpus/coded-error.ts'
import type { WorkerReply, WorkerRequest } from './worker-messages.ts'

/** What the embedder needs of a worker thread; node:worker_threads' Worker has it. */
export interface EmbeddingWorker {
  on(event: 'message', listener: (reply: WorkerReply) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
  postMessage(request: WorkerRequest): void
  terminate(): Promise<number>
}

export interface ReadyWorker {
  readonly worker: EmbeddingWorker
  readonly modelId: string
  readonly dimension: number
  readonly weight: number | null
}

export interface WorkerListener {
  onReply(reply: WorkerReply): void
  /** Called once, when a worker that had been ready is gone. */
  onExit(cause: unknown): void
}

/**
 * Waits until a new worker is ready, and passes on what it says from then on.
 *
 * @throws {CodedError} with the code and reason that the worker gives when it refuses; embedding_failed when it dies before that
 */
export function awaitReady(worker: EmbeddingWorker, listener: WorkerListener): Promise<ReadyWorker> {
  return new Promise((resolve, reject) => {
    let ready = false
    let cause: unknown = null
    worker.on('message', (reply) => {
      if (reply.kind === 'ready') {
        ready = true
        resolve({ worker, modelId: reply.modelId, dimension: reply.dimension, weight: reply.weight })
      } else if (reply.kind === 'refused') reject(new CodedError(reply.code, reply.why, {}, { cause: reply.detail }))
      else listener.onReply(reply)
    })
    worker.on('error', (error) => {
      cause = error
    })
    worker.on('exit', (code) => {
      if (ready) listener.onExit(cause ?? code)
      else reject(embeddingFailed('编码线程没能启动', cause ?? code))
    })
  })
}

/** @param why Chinese, what happened */
export function embeddingFailed(why: string, cause?: unknown): CodedError {
  const message = `语义编码失败：${why}。请重试；若反复出现，请重启程序，或设置 EMBEDDING=none 只用字词检索。`
  return new CodedError('embedding_failed', message, { why }, { cause })
}
