import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withinTotal } from './within-total.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Ends when its signal is aborted, with the signal's reason. */
const untilAborted = (signal: AbortSignal) => new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))

test('work that takes too long is told so by its signal', async () => {
  const failing = expect(withinTotal(2_000, undefined, untilAborted)).rejects.toMatchObject({ code: 'model_timeout' })
  await vi.advanceTimersByTimeAsync(2_000)
  await failing
})

test('the caller ends it sooner', async () => {
  const caller = new AbortController()
  const failing = expect(withinTotal(2_000, caller.signal, untilAborted)).rejects.toBe('gone')
  caller.abort('gone')
  await failing
  expect(vi.getTimerCount()).toBe(0)
})

test('work in time gives its result, and no timer is left', async () => {
  expect(await withinTotal(2_000, undefined, async (signal) => signal.aborted)).toBe(false)
  expect(vi.getTimerCount()).toBe(0)
})
