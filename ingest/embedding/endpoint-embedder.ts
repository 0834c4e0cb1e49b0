import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Centring, createCentring } from './centre-vectors.ts'
import { CENTRING_TEXTS, CENTRING_VERSION } from './centring-texts.ts'
import type { Embedder } from './embedder.ts'
import { EndpointFailure } from './endpoint-failure.ts'
import { FOREIGN_WEIGHT } from './model-folder.ts'
import type { EmbeddingCall } from './openai-embedder.ts'

/** How long and how often an endpoint is asked before it counts as failing. */
export interface Patience {
  readonly attempts: number
  readonly timeoutMs: number
  /** Before the second attempt; doubled before each further one. What the endpoint asks for in Retry-After is honoured where it is longer. */
  readonly retryAfterMs: number
  /** An endpoint that asks for a longer wait counts as failing. */
  readonly maxWaitMs: number
}

/** A run over a library can wait, somebody who asks cannot. */
export const INGEST_PATIENCE: Patience = { attempts: 5, timeoutMs: 60_000, retryAfterMs: 500, maxWaitMs: 60_000 }
export const QUESTION_PATIENCE: Patience = { attempts: 1, timeoutMs: 5_000, retryAfterMs: 0, maxWaitMs: 0 }

/** Texts of one request: endpoints limit both their number and their length together. */
const TEXTS_PER_REQUEST = 64

interface Connection {
  readonly id: string
  readonly dimension: number
  readonly centre: Centring
}

/**
 * An encoder behind an endpoint. The first use asks it for the vectors of the centring texts, which gives the dimension and the mean.
 *
 * @param name of the model and the host that serves it: vectors of two hosts are never mixed, since a name says little of what is behind it
 */
export function createEndpointEmbedder(
  call: EmbeddingCall,
  name: { readonly model: string; readonly host: string },
  patience: Patience,
): Required<Embedder> {
  const controller = new AbortController()
  let connection: Connection | null = null
  let connecting: Promise<Connection> | null = null

  const request = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = []
    for (let from = 0; from < texts.length; from += TEXTS_PER_REQUEST) {
      const part = texts.slice(from, from + TEXTS_PER_REQUEST)
      vectors.push(
        ...checkVectors(await tryPatiently(() => call(part, patience.timeoutMs, controller.signal), patience, controller.signal), part.length),
      )
    }
    return vectors
  }
  const open = async (): Promise<Connection> => {
    const samples = await request(CENTRING_TEXTS)
    const dimension = samples[0]?.length ?? 0
    if (samples.some((sample) => sample.length !== dimension)) throw new EndpointFailure('embedding_bad_reply', false)
    return { id: idOf(name, dimension), dimension, centre: createCentring(samples) }
  }
  const connect = async (): Promise<Connection> => {
    if (connection) return connection
    connecting ??= open().finally(() => {
      connecting = null
    })
    connection = await connecting
    return connection
  }

  return {
    get id() {
      return connection?.id ?? ''
    },
    get dimension() {
      return connection?.dimension ?? 0
    },
    weight: FOREIGN_WEIGHT,
    async connect() {
      await connect()
    },
    async embed(texts) {
      const { dimension, centre } = await connect()
      // Endpoints refuse an empty text.
      const asked = texts.filter((text) => text.trim() !== '')
      const vectors = await request(asked)
      if (vectors.some((vector) => vector.length !== dimension)) throw new EndpointFailure('embedding_bad_reply', false)
      let next = 0
      return texts.map((text) => (text.trim() === '' ? new Float32Array(dimension) : centre(vectors[next++] ?? new Float32Array(dimension))))
    },
    async close() {
      controller.abort(new EndpointFailure('embedding_unreachable', false))
    },
  }
}

function idOf({ model, host }: { readonly model: string; readonly host: string }, dimension: number): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([model, host, dimension, CENTRING_VERSION]))
    .digest('hex')
    .slice(0, 12)
  return `${model.replace(/[^\w.-]+/g, '-')}@${digest}`
}

async function tryPatiently<T>(act: () => Promise<T>, patience: Patience, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof EndpointFailure) || !error.retryable || attempt >= patience.attempts) throw error
      const waitMs = Math.max(patience.retryAfterMs * 2 ** (attempt - 1), error.retryAfterMs ?? 0)
      if (waitMs > patience.maxWaitMs) throw error
      await sleep(waitMs, undefined, { signal })
    }
  }
}

/** @throws {EndpointFailure} embedding_bad_reply unless there are `count` vectors with finite components, none of them all zero */
function checkVectors(values: readonly (readonly number[])[], count: number): Float32Array[] {
  const bad = (): EndpointFailure => new EndpointFailure('embedding_bad_reply', false)
  if (!Array.isArray(values) || values.length !== count) throw bad()
  return values.map((value) => {
    if (!Array.isArray(value) || value.length === 0 || !value.every(Number.isFinite)) throw bad()
    const length = Math.hypot(...value)
    if (length === 0 || !Number.isFinite(length)) throw bad()
    return Float32Array.from(value, (component) => component / length)
  })
}
