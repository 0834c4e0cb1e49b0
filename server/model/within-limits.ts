import { modelTimeout } from './model-failure.ts'
import type { ModelLimits } from './model-limits.ts'

/**
 * The items of a source as they come, each within its time; when one is late, the caller aborts, or the reader leaves, the source's signal is aborted at once and the
 * source is not waited for.
 *
 * @param deadline when all must be over, in the time of performance.now()
 * @throws {CodedError} model_timeout; the reason of `signal` where it is aborted
 */
export async function* withinLimits<T>(
  open: (signal: AbortSignal) => AsyncIterable<T>,
  limits: Pick<ModelLimits, 'firstByteMs' | 'idleMs' | 'totalMs'>,
  deadline: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<T, void, undefined> {
  const controller = new AbortController()
  const source = open(controller.signal)[Symbol.asyncIterator]()
  let isFirst = true
  try {
    for (;;) {
      const next = await inTime(source.next(), isFirst ? 'first-byte' : 'idle', limits, deadline, signal)
      if (next.done === true) return
      isFirst = false
      yield next.value
    }
  } finally {
    controller.abort()
    // The source ends with the abort that it was just given; there is nobody left to tell.
    source.return?.(undefined).catch(() => undefined)
  }
}

async function inTime<T>(
  next: Promise<T>,
  phase: 'first-byte' | 'idle',
  limits: Pick<ModelLimits, 'firstByteMs' | 'idleMs' | 'totalMs'>,
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  const phaseMs = phase === 'first-byte' ? limits.firstByteMs : limits.idleMs
  const leftMs = Math.max(0, deadline - performance.now())
  return new Promise<T>((resolve, reject) => {
    const late = leftMs < phaseMs ? modelTimeout('total', limits.totalMs) : modelTimeout(phase, phaseMs)
    const timer = setTimeout(() => settle(() => reject(late)), Math.min(phaseMs, leftMs))
    const leave = () => settle(() => reject(signal?.reason))
    const settle = (end: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', leave)
      end()
    }
    signal?.addEventListener('abort', leave, { once: true })
    if (signal?.aborted) leave()
    next.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    )
  })
}
