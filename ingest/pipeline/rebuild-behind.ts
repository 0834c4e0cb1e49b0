import { setTimeout as sleep } from 'node:timers/promises'
import { CodedError } from '../corpus/coded-error.ts'
import type { IngestProgress } from './ingestor.ts'
import type { StaleReason } from './stale-reason.ts'

/** A rebuild that goes on behind the answers. */
export interface RebuildState {
  readonly reason: StaleReason
  readonly progress: IngestProgress | null
  /** Chinese: why the last attempt failed; null while none did. */
  readonly failure: string | null
}

/** Brings the index up to date while the former one answers. */
export interface RebuildBehind {
  /** Begins, unless it is at work already. */
  start(): void
  /** Null when the index is up to date. */
  state(): RebuildState | null
  /** Resolves when nothing is at work or planned any more. */
  settled(): Promise<void>
  /** Ends the attempt at work. What it has embedded is kept for the next one. */
  stop(): Promise<void>
}

export interface RebuildBehindDependencies {
  /** What is wrong with the index now; null when nothing is. */
  readonly staleReason: () => StaleReason | null
  readonly rebuild: (onProgress: (progress: IngestProgress) => void, signal: AbortSignal) => Promise<unknown>
  readonly onProgress?: (progress: IngestProgress) => void
  /** Called after each attempt. */
  readonly onEnd?: () => void
  /** Told of failures, each kind once in a row. */
  readonly onUnexpected: (error: unknown) => void
  /** Before the second attempt; doubled before each further one, up to twenty times as much. */
  readonly retryAfterMs?: number
}

const RETRY_AFTER_MS = 30_000
const MAX_RETRY_FACTOR = 20

export function createRebuildBehind(dependencies: RebuildBehindDependencies): RebuildBehind {
  const { staleReason, rebuild, onUnexpected, retryAfterMs = RETRY_AFTER_MS } = dependencies
  const controller = new AbortController()
  let work: Promise<void> | null = null
  let progress: IngestProgress | null = null
  let failure: string | null = null
  let toldOf: string | null = null

  const attempt = async (): Promise<void> => {
    try {
      await rebuild((now) => {
        progress = now
        dependencies.onProgress?.(now)
      }, controller.signal)
      failure = null
    } catch (error) {
      if (controller.signal.aborted) return
      failure = error instanceof CodedError ? error.message : '出了没有预料到的错误，详情已记入日志。'
      const kind = error instanceof CodedError ? error.code : String(error)
      if (kind !== toldOf) onUnexpected(error)
      toldOf = kind
    }
    progress = null
  }
  const catchUp = async (): Promise<void> => {
    for (let factor = 1; staleReason() !== null && !controller.signal.aborted; factor = Math.min(factor * 2, MAX_RETRY_FACTOR)) {
      await attempt()
      dependencies.onEnd?.()
      if (staleReason() !== null) await pause(retryAfterMs * factor, controller.signal)
    }
  }
  const start = (): void => {
    if (controller.signal.aborted || work !== null || staleReason() === null) return
    work = catchUp().finally(() => {
      work = null
      start()
    })
  }

  return {
    start,
    state() {
      const reason = staleReason()
      return reason && { reason, progress, failure }
    },
    async settled() {
      await work
    },
    async stop() {
      controller.abort(new CodedError('ingest_interrupted', '程序停止时重建索引还没有完成，下次启动后接着做。'))
      await work
    },
  }
}

/** Does not keep the process alive; ends at once when told to stop. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal, ref: false })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
