import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type Misbehaviour, misbehave } from './upstream-misbehaviours.ts'

/** A request that the upstream received. */
export interface UpstreamRequest {
  readonly path: string
  readonly authorization: string | undefined
  readonly model: string
  readonly stream: boolean
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  /** All messages' contents, one after the other. */
  readonly prompt: string
  /** The body as it came: tools, max_tokens and the like. */
  readonly body: { readonly [key: string]: unknown }
  /** When its connection ended or was closed, in the time of performance.now(). */
  readonly closed: Promise<number>
}

export interface ScriptedToolCall {
  readonly name: string
  readonly args: unknown
}

/** What the upstream does with one request. */
export type UpstreamReply =
  | {
      readonly kind: 'text'
      readonly text: string
      /** Characters an event; 4 where it is left out. */
      readonly pieceChars?: number
      readonly firstMs?: number
      readonly pieceMs?: number
      /** Awaited before each piece and before the end, with what has been sent. */
      readonly gate?: (sent: string) => Promise<unknown> | undefined
      readonly toolCalls?: readonly ScriptedToolCall[]
    }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | { readonly kind: 'misbehave'; readonly how: Misbehaviour; readonly text?: string }

export type UpstreamScript = (request: UpstreamRequest, index: number) => UpstreamReply | Promise<UpstreamReply>

/** A server on the loopback that speaks OpenAI's chat completions, streaming and not, and says what a test tells it to. */
export interface ScriptedUpstream {
  /** With /v1. */
  readonly baseUrl: string
  readonly requests: readonly UpstreamRequest[]
  /** Requests whose connection is open. */
  readonly open: number
  script: UpstreamScript
  close(): Promise<void>
}

export async function createScriptedUpstream(script: UpstreamScript = () => ({ kind: 'text', text: '资料不足。' })): Promise<ScriptedUpstream> {
  const requests: UpstreamRequest[] = []
  let open = 0
  const server = createServer((incoming, response) => {
    open += 1
    const closed = new Promise<number>((resolve) => response.once('close', () => resolve(performance.now())))
    void closed.then(() => (open -= 1))
    void receive(incoming, closed).then(async (request) => {
      if (request === null) return
      requests.push(request)
      await reply(await upstream.script(request, requests.length - 1), request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The scripted upstream has no port')
  const upstream: ScriptedUpstream = {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    requests,
    script,
    get open() {
      return open
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return upstream
}

/** Null where whoever asks left before the request was whole: its time may be up before a busy machine has read it. */
async function receive(incoming: IncomingMessage, closed: Promise<number>): Promise<UpstreamRequest | null> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of incoming) chunks.push(chunk)
  } catch (error) {
    if (!incoming.complete) return null
    throw error
  }
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}')
  const messages: UpstreamRequest['messages'] = (body.messages ?? []).map(({ role, content }: { role: string; content: unknown }) => ({
    role,
    content: typeof content === 'string' ? content : JSON.stringify(content ?? ''),
  }))
  return {
    path: incoming.url ?? '',
    authorization: incoming.headers.authorization,
    model: body.model ?? '',
    stream: body.stream === true,
    messages,
    prompt: messages.map(({ content }) => content).join('\n'),
    body,
    closed,
  }
}

async function reply(planned: UpstreamReply, request: UpstreamRequest, response: ServerResponse): Promise<void> {
  if (planned.kind === 'status') {
    response.writeHead(planned.status, { 'content-type': 'application/json', ...planned.headers })
    response.end(planned.body ?? JSON.stringify({ error: { message: `scripted ${planned.status}`, type: 'scripted', code: null } }))
  } else if (planned.kind === 'misbehave') {
    await misbehave(planned.how, response, planned.text ?? '')
  } else if (request.stream) {
    await streamText(planned, request, response)
  } else {
    await wait(planned.firstMs ?? 0)
    response.writeHead(200, { 'content-type': 'application/json' })
    const message = { role: 'assistant', content: planned.text, ...toolCalls(planned.toolCalls) }
    response.end(JSON.stringify({ ...envelope(request, 'chat.completion'), choices: [{ index: 0, message, finish_reason: finishReason(planned) }] }))
  }
}

async function streamText(planned: UpstreamReply & { kind: 'text' }, request: UpstreamRequest, response: ServerResponse): Promise<void> {
  await wait(planned.firstMs ?? 0)
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const send = (delta: object, finish: string | null = null) =>
    response.write(sse({ ...envelope(request, 'chat.completion.chunk'), choices: [{ index: 0, delta, finish_reason: finish }] }))
  send({ role: 'assistant', content: '' })
  const characters = [...planned.text]
  const size = planned.pieceChars ?? 4
  for (let from = 0; from < characters.length && !response.destroyed; from += size) {
    await planned.gate?.(characters.slice(0, from).join(''))
    send({ content: characters.slice(from, from + size).join('') })
    if (planned.pieceMs !== undefined) await wait(planned.pieceMs)
  }
  await planned.gate?.(planned.text)
  if (planned.toolCalls) send(toolCalls(planned.toolCalls))
  send({}, finishReason(planned))
  response.end('data: [DONE]\n\n')
}

function finishReason({ toolCalls: calls }: { readonly toolCalls?: readonly ScriptedToolCall[] }): string {
  return calls === undefined ? 'stop' : 'tool_calls'
}

function toolCalls(calls: readonly ScriptedToolCall[] | undefined): object {
  if (calls === undefined) return {}
  return {
    tool_calls: calls.map(({ name, args }, index) => ({
      index,
      id: `call_${name}_${index}`,
      type: 'function',
      function: { name, arguments: typeof args === 'string' ? args : JSON.stringify(args) },
    })),
  }
}

function envelope(request: UpstreamRequest, object: string): object {
  return { id: 'chatcmpl-scripted', object, created: 1_700_000_000, model: request.model }
}

function sse(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`
}

function wait(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms))
}
