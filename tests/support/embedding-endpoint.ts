import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHashEmbedder } from './hash-embedder.ts'

export interface EmbeddingRequest {
  readonly authorization: string | undefined
  readonly body: { readonly model: string; readonly input: readonly string[]; readonly encoding_format?: string }
}

/** Writes the whole reply, or leaves it hanging. */
export type EndpointScript = (request: EmbeddingRequest, response: ServerResponse, vectors: readonly number[][]) => void

/** An OpenAI-compatible embedding endpoint on the loopback whose vectors are hashes of the texts. */
export interface EmbeddingEndpointServer {
  /** Ends with /v1. */
  readonly baseUrl: string
  readonly requests: readonly EmbeddingRequest[]
  /** What the next requests meet, in order; after them the endpoint answers as it should. */
  readonly scripts: EndpointScript[]
  /** While it is away every connection is broken off. Its port is kept: another program could take a free one. */
  away: boolean
  close(): Promise<void>
}

export const answerWith =
  (vectors: readonly unknown[]): EndpointScript =>
  (_request, response) =>
    sendJson(response, 200, { object: 'list', model: 'm', data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })) })

export const failWith =
  (status: number, headers: Readonly<Record<string, string>> = {}): EndpointScript =>
  (_request, response) =>
    sendJson(response, status, { error: { message: 'no', type: 'test' } }, headers)

export async function startEmbeddingEndpoint(dimension = 24): Promise<EmbeddingEndpointServer> {
  const embedder = createHashEmbedder(dimension)
  const requests: EmbeddingRequest[] = []
  const scripts: EndpointScript[] = []
  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (incoming.url !== '/v1/embeddings') return failWith(404)(noRequest, response, [])
    let text = ''
    for await (const chunk of incoming.setEncoding('utf8')) text += String(chunk)
    const request: EmbeddingRequest = { authorization: incoming.headers.authorization, body: JSON.parse(text) as EmbeddingRequest['body'] }
    requests.push(request)
    // Not of unit length: a client must not rely on it.
    const vectors = (await embedder.embed(request.body.input)).map((vector) => Array.from(vector, (component) => component * 3))
    const script = scripts.shift() ?? answerWith(vectors)
    script(request, response, vectors)
  }
  const server = createServer((incoming, response) => {
    if (endpoint.away) return void incoming.socket.destroy()
    answer(incoming, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint: EmbeddingEndpointServer = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    scripts,
    away: false,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return endpoint
}

const noRequest: EmbeddingRequest = { authorization: undefined, body: { model: '', input: [] } }

function sendJson(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}
