import { awaitReady, type EmbeddingWorker, embeddingFailed, type ReadyWorker, type WorkerListener } from './await-ready.ts'
import type { Embedder } from './embedder.ts'
import { type Dispatch, RequestQueue } from './request-queue.ts'
import type { WorkerReply } from './worker-messages.ts'

/** How long a worker may take to release its model before it is ended. */
const CLOSE_TIMEOUT_MS = 2_000

/**
 * An encoder in a worker thread. Calls queue, one chunk is with the worker at a time. A worker that dies fails the call in hand and is replaced
 * once in the life of the embedder, and the calls that waited go on; a second death means that the model or the machine is at fault.
 *
 * @param startWorker starts a thread of embedding-worker.mjs
 * @throws {CodedError} with the worker's own code when the first one refuses to start
 */
export async function createLocalEmbedder(startWorker: () => EmbeddingWorker): Promise<Embedder> {
  const queue = new RequestQueue()
  const gone: { reason: Error | null } = { reason: null }
  let running: ReadyWorker | null = null
  let inFlight: Dispatch | null = null
  let restartsLeft = 1
  let exited = (): void => undefined

  const pump = (): void => {
    if (!running || inFlight) return
    inFlight = queue.next() ?? null
    if (inFlight) running.worker.postMessage({ kind: 'embed', texts: inFlight.texts })
  }
  const settle = (act: (dispatch: Dispatch) => void): void => {
    const done = inFlight
    inFlight = null
    if (done) act(done)
    pump()
  }
  const giveUp = (reason: Error): void => {
    gone.reason = reason
    queue.failAll(reason)
  }
  const start = async (): Promise<ReadyWorker> => {
    running = await awaitReady(startWorker(), listener)
    pump()
    return running
  }
  const listener: WorkerListener = {
    onReply: (reply: WorkerReply) => {
      if (reply.kind === 'vectors') settle((dispatch) => dispatch.deliver(reply.vectors))
      else if (reply.kind === 'failed') settle((dispatch) => dispatch.fail(embeddingFailed('编码器运算出错', reply.detail)))
    },
    onExit: (cause) => {
      running = null
      exited()
      if (gone.reason) return
      settle((dispatch) => dispatch.fail(embeddingFailed('编码线程意外退出', cause)))
      if (restartsLeft-- > 0) start().catch((error: unknown) => giveUp(embeddingFailed('编码线程退出后没能重新启动', error)))
      else giveUp(embeddingFailed('编码线程再次退出', cause))
    },
  }

  const first = await start()
  return {
    id: first.modelId,
    dimension: first.dimension,
    ...(first.weight !== null && { weight: first.weight }),
    embed: (texts) => {
      if (gone.reason) return Promise.reject(gone.reason)
      const vectors = queue.add(texts)
      pump()
      return vectors
    },
    async close() {
      if (!gone.reason) giveUp(embeddingFailed('编码器已关闭'))
      settle((dispatch) => dispatch.fail(embeddingFailed('编码器已关闭')))
      const closing = running
      if (!closing) return
      running = null
      await new Promise<void>((resolve) => {
        exited = resolve
        const timer = setTimeout(() => void closing.worker.terminate(), CLOSE_TIMEOUT_MS)
        exited = () => {
          clearTimeout(timer)
          resolve()
        }
        closing.worker.postMessage({ kind: 'close' })
      })
    },
  }
}
