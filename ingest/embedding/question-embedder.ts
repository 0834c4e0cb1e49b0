import { CodedError } from '../corpus/coded-error.ts'
import type { Embedder } from './embedder.ts'
import { isEndpointFailure } from './endpoint-failure.ts'

/** An encoder for questions that never fails them: while its endpoint does, questions are searched by words alone. */
export interface QuestionEmbedder {
  readonly embedder: Embedder
  /** Chinese: why questions are searched by words alone; null while all is well. */
  degraded(): string | null
}

export interface QuestionEmbedderOptions {
  /** Called once the endpoint was reached for the first time. */
  readonly onConnected?: (embedderId: string) => void
  /** After a failure the endpoint is left alone for so long, so that nobody waits for it. */
  readonly pauseMs?: number
  readonly now?: () => number
}

const PAUSE_MS = 30_000

/**
 * Puts zero vectors in the place of those that a failing endpoint does not give: their cosine is 0 with every sentence, which leaves the words to decide.
 * An endpoint that was not reached at the start is tried again from time to time until it is.
 */
export async function createQuestionEmbedder(inner: Required<Embedder>, options: QuestionEmbedderOptions = {}): Promise<QuestionEmbedder> {
  const { pauseMs = PAUSE_MS, now = () => performance.now() } = options
  let failure: string | null = null
  let pausedUntil = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const attempt = async <T>(act: () => Promise<T>, fallback: () => T): Promise<T> => {
    if (now() < pausedUntil) return fallback()
    try {
      const result = await act()
      failure = null
      return result
    } catch (error) {
      if (!isEndpointFailure(error)) throw error
      failure = error instanceof CodedError ? error.message : String(error)
      pausedUntil = now() + pauseMs
      return fallback()
    }
  }
  const connect = async (): Promise<void> => {
    await attempt(inner.connect, () => undefined)
    if (inner.id !== '') options.onConnected?.(inner.id)
    else if (!closed) timer = setTimeout(() => void connect(), pauseMs).unref()
  }
  await connect()

  return {
    degraded: () => failure && `语义检索暂时不可用，只按字词检索：${failure}`,
    embedder: {
      get id() {
        return inner.id
      },
      get dimension() {
        return inner.dimension
      },
      weight: inner.weight,
      embed: (texts) =>
        attempt<readonly Float32Array[]>(
          () => inner.embed(texts),
          () => texts.map(() => new Float32Array(inner.dimension)),
        ),
      async close() {
        closed = true
        clearTimeout(timer)
        await inner.close()
      },
    },
  }
}
