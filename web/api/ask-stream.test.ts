import { describe, expect, it } from 'vitest'
import type { ChatAnswer } from '../../server/contract/chat.ts'
import { ApiFailure } from './api-failure.ts'
import { type AskListener, askStream } from './ask-stream.ts'
import { createHttp } from './http.ts'

const answer = { conversationId: 'c1', turnId: 't1', answer: '目标是3%。[1]' } as ChatAnswer
const event = (id: number, name: string, data: unknown) => `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`
const start = event(1, 'answer-start', { turnId: 't1', mode: 'extractive' })
const end = event(4, 'answer-end', answer)

function stream(text: string, breaks = false): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text))
      if (breaks) setTimeout(() => controller.error(new TypeError('network error')))
      else controller.close()
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}

function listen() {
  const seen: string[] = []
  const listener: AskListener = {
    onUnderstood: ({ question }) => seen.push(`understood ${question}`),
    onStart: ({ mode }) => seen.push(mode),
    onStep: ({ n, status }) => seen.push(`step ${n} ${status}`),
    onStatement: ({ index, text, verdict }) => seen.push(`statement ${index} ${verdict} ${text}`),
    onDelta: (text) => seen.push(text),
    onCitation: ({ n }) => seen.push(`citation ${n}`),
    onReconnecting: () => seen.push('reconnecting'),
  }
  return { seen, listener }
}

function serve(...responses: (() => Response)[]) {
  const requests: Request[] = []
  const http = createHttp({
    fetch: async (path, init) => {
      requests.push(new Request(new URL(String(path), 'http://page.test'), init))
      const next = responses[requests.length - 1]
      if (!next) throw new TypeError('connection refused')
      return next()
    },
    readToken: () => null,
    onUnauthorized: () => undefined,
  })
  return { http, requests }
}
const ask = (http: ReturnType<typeof serve>['http'], listener: AskListener) =>
  askStream(http, { question: '目标是多少' }, listener, new AbortController().signal, [0, 0])

describe('askStream', () => {
  it('reports the answer as it forms and returns it whole', async () => {
    const { http } = serve(() => stream(start + event(2, 'answer-delta', { text: '目标' }) + event(3, 'citation', { n: 1 }) + end))
    const { seen, listener } = listen()
    expect(await ask(http, listener)).toEqual(answer)
    expect(seen).toEqual(['extractive', '目标', 'citation 1'])
  })

  it('takes a broken stream up again after the last event it saw', async () => {
    const { http, requests } = serve(
      () => stream(start + event(2, 'answer-delta', { text: '目标' }), true),
      () => stream(event(3, 'answer-delta', { text: '是3%' }) + end),
    )
    const { seen, listener } = listen()
    expect(await ask(http, listener)).toEqual(answer)
    expect(seen).toEqual(['extractive', '目标', 'reconnecting', '是3%'])
    expect(requests[1]?.url).toBe('http://page.test/api/turns/t1/events')
    expect(requests[1]?.headers.get('last-event-id')).toBe('2')
  })

  it('reports the steps and statements of a model, also after a break, and passes over events that it does not know', async () => {
    const checking = { index: 0, text: '目标', verdict: 'checking' }
    const { http, requests } = serve(
      () =>
        stream(
          event(1, 'answer-start', { turnId: 't1', mode: 'llm' }) +
            event(2, 'step', { n: 1, label: '检索', status: 'running' }) +
            event(3, 'statement', checking),
          true,
        ),
      () =>
        stream(
          event(4, 'step', { n: 1, label: '检索', status: 'done' }) +
            event(5, 'later-idea', {}) +
            event(6, 'statement', { ...checking, text: '目标是3%。', verdict: 'supported' }) +
            event(7, 'answer-end', answer),
        ),
    )
    const { seen, listener } = listen()
    expect(await ask(http, listener)).toEqual(answer)
    expect(seen).toEqual(['llm', 'step 1 running', 'statement 0 checking 目标', 'reconnecting', 'step 1 done', 'statement 0 supported 目标是3%。'])
    expect(requests[1]?.headers.get('last-event-id')).toBe('3')
  })

  it('gives up after the last retry and says so', async () => {
    const { http, requests } = serve(() => stream(start))
    await expect(ask(http, listen().listener)).rejects.toMatchObject({ code: 'stream_broken' })
    expect(requests).toHaveLength(3)
  })

  it('does not ask again when the first request finds nobody', async () => {
    const { http, requests } = serve()
    await expect(ask(http, listen().listener)).rejects.toMatchObject({ code: 'unreachable' })
    expect(requests).toHaveLength(1)
  })

  it('throws what the server reports, as a status or as an event', async () => {
    const body = { error: { code: 'question_too_long', message: '问题太长' } }
    const refused = serve(() => Response.json(body, { status: 400 }))
    await expect(ask(refused.http, listen().listener)).rejects.toEqual(new ApiFailure(400, 'question_too_long', '问题太长'))
    const failed = serve(() => stream(start + event(2, 'answer-error', body)))
    await expect(ask(failed.http, listen().listener)).rejects.toMatchObject({ code: 'question_too_long' })
  })
})
