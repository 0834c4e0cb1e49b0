import { parentPort, workerData } from 'node:worker_threads'
import { carryError } from './carry-error.ts'
import { openIngest } from './open-ingest.ts'
import { runIngest } from './run-ingest.ts'
import type { WorkerConfig, WorkerNotice, WorkerOrder } from './worker-messages.ts'

/** The worker's side: does the runs that it is told, one after the other, and says how they go. */
export function serveIngest(): void {
  const port = parentPort
  if (!port) throw new Error('Cannot serve outside of a worker thread')
  const tell = (notice: WorkerNotice): void => port.postMessage(notice)
  const opening = openIngest(workerData as WorkerConfig, (error) => tell({ kind: 'unexpected', error: carryError(error) }))
  // A failure to open is told as the failure of the first run; until then nobody listens for it.
  opening.catch(() => undefined)
  let controller = new AbortController()

  const run = async ({ request }: Extract<WorkerOrder, { kind: 'run' }>): Promise<void> => {
    controller = new AbortController()
    try {
      const { dependencies } = await opening
      const report = await runIngest(dependencies, request, (progress) => tell({ kind: 'progress', progress }), controller.signal)
      tell({ kind: 'done', report })
    } catch (error) {
      tell({ kind: 'failed', error: carryError(error) })
    }
  }
  const close = async (): Promise<void> => {
    try {
      await (await opening).close()
    } catch (error) {
      tell({ kind: 'unexpected', error: carryError(error) })
    }
    port.close()
  }
  port.on('message', (order: WorkerOrder) => {
    if (order.kind === 'abort') controller.abort()
    else if (order.kind === 'run') void run(order)
    else void close()
  })
}
