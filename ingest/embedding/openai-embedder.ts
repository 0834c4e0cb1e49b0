import { OpenAIEmbeddings } from '@langchain/openai'
import { EndpointFailure } from './endpoint-failure.ts'

/** An embedding model behind an OpenAI-compatible endpoint. Never logged: it holds the key. */
export interface EmbeddingEndpoint {
  readonly model: string
  /** Null: OpenAI's own. */
  readonly baseUrl: string | null
  readonly apiKey: string | null
}

/**
 * One request: a vector a text as the endpoint gives it, unchecked.
 *
 * @throws {EndpointFailure}
 */
export type EmbeddingCall = (texts: readonly string[], timeoutMs: number, signal: AbortSignal) => Promise<readonly (readonly number[])[]>

/** Calls the endpoint with @langchain/openai's OpenAIEmbeddings. */
export function createOpenAiEmbeddingCall({ model, baseUrl, apiKey }: EmbeddingEndpoint): EmbeddingCall {
  return async (texts, timeoutMs, signal) => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
    const embeddings = new OpenAIEmbeddings({
      model,
      // A local server wants no key, the client insists on one.
      apiKey: apiKey ?? 'none',
      // Left to itself the client asks for base64, which some servers do not know and answer with nothing.
      encodingFormat: 'float',
      batchSize: texts.length,
      maxRetries: 0,
      onFailedAttempt: (error: unknown) => {
        throw error
      },
      configuration: {
        ...(baseUrl !== null && { baseURL: baseUrl }),
        // The client's own time limit ends with the headers; this one covers the body too.
        fetch: (input: Parameters<typeof fetch>[0], init?: RequestInit) =>
          fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit }),
      },
    })
    try {
      return await embeddings.embedDocuments([...texts])
    } catch (error) {
      signal.throwIfAborted()
      throw describeFailure(error, limit.aborted)
    }
  }
}

function describeFailure(error: unknown, timedOut: boolean): EndpointFailure {
  const status = statusOf(error)
  const options = { cause: error }
  if (timedOut) return new EndpointFailure('embedding_timeout', true, null, options)
  if (status === null) {
    const isConnection =
      error instanceof Error && /connection|fetch failed|socket|terminated|network/i.test(`${error.message} ${String(error.cause ?? '')}`)
    return isConnection
      ? new EndpointFailure('embedding_unreachable', true, null, options)
      : new EndpointFailure('embedding_bad_reply', false, null, options)
  }
  if (status === 401 || status === 403) return new EndpointFailure('embedding_unauthorized', false, null, options)
  if (status === 408 || status === 504) return new EndpointFailure('embedding_timeout', true, retryAfterOf(error), options)
  if (status === 429 || status === 503) return new EndpointFailure('embedding_overloaded', true, retryAfterOf(error), options)
  if (status >= 500) return new EndpointFailure('embedding_unreachable', true, retryAfterOf(error), options)
  return new EndpointFailure('embedding_refused', false, null, options)
}

function statusOf(error: unknown): number | null {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : null
}

/** Retry-After in milliseconds, given in seconds or as a date. */
function retryAfterOf(error: unknown): number | null {
  const headers = typeof error === 'object' && error !== null && 'headers' in error ? error.headers : null
  const value = headers instanceof Headers ? headers.get('retry-after')?.trim() : undefined
  if (!value) return null
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}
