import type { IngestRequest, IngestRunner } from './ingest-request.ts'
import type { Ingestor, IngestProgress, IngestReport } from './ingestor.ts'

/** An ingestor that can be waited for. */
export interface QueuedIngestor extends Ingestor {
  /** Reads every document again and builds a new generation. */
  rebuild(onProgress?: (progress: IngestProgress) => void, signal?: AbortSignal): Promise<IngestReport>
  /** Resolves when no run is at work or waiting, however the last one ended. */
  settled(): Promise<void>
}

/**
 * Runs requests one after the other, in the order in which they came.
 *
 * @param afterRun awaited after each run that committed or not, before the caller gets the report and before the next run begins
 */
export function createIngestor(runner: IngestRunner, afterRun: (report: IngestReport) => Promise<void>): QueuedIngestor {
  let queue: Promise<unknown> = Promise.resolve()
  const run = (request: IngestRequest, onProgress?: (progress: IngestProgress) => void, signal?: AbortSignal): Promise<IngestReport> => {
    const turn = async (): Promise<IngestReport> => {
      const report = await runner.run(request, onProgress, signal)
      await afterRun(report)
      return report
    }
    const result = queue.then(turn, turn)
    queue = result
    return result
  }
  return {
    ingest: (sources, onProgress, signal) => run({ kind: 'ingest', sources }, onProgress, signal),
    remove: (ids) => run({ kind: 'remove', ids }),
    correct: (id, patch) => run({ kind: 'correct', id, patch }),
    rebuild: (onProgress, signal) => run({ kind: 'rebuild' }, onProgress, signal),
    settled: async () => {
      await queue.then(nothing, nothing)
    },
  }
}

/** Whoever asked for a run hears of its failure; waiting for its end does not. */
function nothing(): void {
  return
}
