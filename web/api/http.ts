import { ApiFailure, readFailure, unreachable } from './api-failure.ts'

/** The one door to the server: adds the access token, turns failures into ApiFailure. Paths are always on the page's own origin. */
export interface Http {
  /** @throws {ApiFailure} on any status that is not 2xx, and when no answer comes */
  send(path: string, init?: RequestInit): Promise<Response>
  /** As send, and reads the body as JSON of the contract's type. */
  json<T>(path: string, init?: RequestInit): Promise<T>
}

export interface HttpOptions {
  readonly fetch: typeof fetch
  readonly readToken: () => string | null
  /** Called when the server asks for an access token, or refuses the one given. */
  readonly onUnauthorized: () => void
}

export function createHttp({ fetch, readToken, onUnauthorized }: HttpOptions): Http {
  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    const token = readToken()
    if (token) headers.set('authorization', `Bearer ${token}`)
    let response: Response
    try {
      response = await fetch(path, { ...init, headers })
    } catch (error) {
      if (init.signal?.aborted) throw error
      throw unreachable(error)
    }
    if (response.ok) return response
    if (response.status === 401) onUnauthorized()
    throw await readFailure(response)
  }

  async function json<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await send(path, init)
    try {
      return (await response.json()) as T
    } catch (error) {
      throw new ApiFailure(response.status, 'unexpected_response', '服务返回的内容不完整。请重试。', { cause: error })
    }
  }

  return { send, json }
}

/** Method, body and header of a JSON request. */
export function jsonBody(method: 'POST' | 'PUT' | 'PATCH', body: unknown): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** A path with the given query; undefined, null and empty values are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | null | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}
