import { modelTimeout } from './model-failure.ts'

/**
 * Does some work with a signal that is aborted after `totalMs`, its reason a CodedError model_timeout, and when the caller's signal is.
 *
 * @returns what the work gives; it is not left before it ends
 */
export async function withinTotal<T>(totalMs: number, signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const overdue = new AbortController()
  const timer = setTimeout(() => overdue.abort(modelTimeout('total', totalMs)), totalMs)
  try {
    return await work(signal ? AbortSignal.any([signal, overdue.signal]) : overdue.signal)
  } finally {
    clearTimeout(timer)
  }
}
