import { unreachable } from './api-failure.ts'
import { createEventStreamParser, type StreamEvent } from './event-stream.ts'

/** The server sends something at least every 15 s; a stream that is silent for longer than this is taken for dead. */
const IDLE_TIMEOUT_MS = 40_000

/**
 * Reads a response's events to its end.
 *
 * @throws {ApiFailure} unreachable when the connection breaks or falls silent
 */
export async function readEvents(response: Response, onEvent: (event: StreamEvent) => void, signal: AbortSignal): Promise<void> {
  if (!response.body) return
  const reader = response.body.getReader()
  const parser = createEventStreamParser(onEvent)
  try {
    for (;;) {
      const { done, value } = await withTimeout(reader.read(), IDLE_TIMEOUT_MS)
      if (done) return
      parser.push(value)
    }
  } catch (error) {
    if (signal.aborted) throw error
    throw unreachable(error)
  } finally {
    // The connection may be gone already: then there is nothing left to cancel.
    reader.cancel().catch(() => undefined)
  }
}

function withTimeout<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the stream fell silent')), timeoutMs)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
