import { Value } from 'typebox/value'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ChatAnswer } from '../../server/contract/chat.ts'
import { ErrorBody } from '../../server/contract/errors.ts'
import { createDeferred } from '../support/deferred.ts'
import { parseEvents, readUntil } from '../support/server-sent-events.ts'
import { createTestApp, multipart, type TestApp } from '../support/test-app.ts'

let current: TestApp
beforeEach(async () => {
  current = await createTestApp()
})
afterEach(async () => {
  await current.close()
})

const host = 'localhost'

async function ask(payload: object | string, headers: Record<string, string> = {}) {
  return current.app.inject({ method: 'POST', url: '/api/chat', headers: { host, 'content-type': 'application/json', ...headers }, payload })
}

async function addDocument(name = '甲县报告.txt', content = '甲县2025年报告\n全年增长5%。') {
  const job = await current.app.inject({ method: 'POST', url: '/api/documents', ...(await withHost([{ name, content }])) })
  await current.services.jobs.settled(job.json().id)
  return current.services.snapshot().documents[0]?.document.id ?? ''
}

async function withHost(files: { name: string; content: string }[]) {
  const body = await multipart(files)
  return { payload: body.payload, headers: { ...body.headers, host } }
}

describe('POST /api/chat as JSON', () => {
  test('answers in the shape of the contract and keeps the turn', async () => {
    const documentId = await addDocument()
    const response = await ask({ question: '全年增长多少？' })
    expect(response.statusCode).toBe(200)
    const answer = response.json()
    expect(Value.Errors(ChatAnswer, answer)).toEqual([])
    expect(answer.citations[0].documentId).toBe(documentId)
    const kept = await current.app.inject({ url: `/api/conversations/${answer.conversationId}`, headers: { host } })
    expect(kept.json().turns[0].answer).toEqual(answer)
  })

  test('a follow-up gets the memory of the turns before it', async () => {
    const { conversationId } = (await ask({ question: '全年增长多少？' })).json()
    const second = (await ask({ question: '前一年呢？', conversationId })).json()
    expect(second.conversationId).toBe(conversationId)
    expect(current.engine.requests[1]?.history).toEqual([{ understood: expect.objectContaining({ question: '全年增长多少？' }), slots: { turn: 1 } }])
  })

  test('passes filters on, and refuses documents that are not there', async () => {
    const documentId = await addDocument()
    await ask({ question: '增长？', filters: { years: [2025], places: ['甲县'], documentIds: [documentId] } })
    expect(current.engine.requests[0]?.filters).toEqual({ years: [2025], places: ['甲县'], documentIds: [documentId] })
    const refused = await ask({ question: '增长？', filters: { documentIds: ['d0000000000000000'] } })
    expect(refused.statusCode).toBe(404)
    expect(refused.json().error).toMatchObject({ code: 'document_not_found', details: { documentIds: ['d0000000000000000'] } })
  })

  test('says that it answered without a model where one was asked for', async () => {
    const answer = (await ask({ question: '增长？', mode: 'llm' })).json()
    expect(answer.mode).toBe('extractive')
    expect(answer.notes[0]).toContain('没有可用的语言模型')
  })

  test('an answer that cannot be kept is still given, and says so', async () => {
    current.services.store.addTurn = () => {
      throw new Error('disk')
    }
    const response = await ask({ question: '增长？' })
    expect(response.statusCode).toBe(200)
    expect(response.json().notes[0]).toContain('没有存入对话记录')
    expect(current.unexpected).toHaveLength(1)
  })

  test('an engine that fails gives answer_failed and nothing of the cause', async () => {
    current.engine.gate = async () => {
      throw new Error('/secret/path exploded')
    }
    const response = await ask({ question: '增长？' })
    expect(response.statusCode).toBe(500)
    expect(response.json().error.code).toBe('answer_failed')
    expect(response.body).not.toContain('secret')
    expect(current.unexpected).toHaveLength(1)
  })
})

describe('bad input', () => {
  const cases: [string, object | string, number, string, Record<string, string>?][] = [
    ['an empty question', { question: '' }, 422, 'question_empty'],
    ['a question of white space', { question: ' \n\u3000' }, 422, 'question_empty'],
    ['a question of 100,000 characters', { question: '问'.repeat(100_000) }, 422, 'question_too_long'],
    ['a body of 2 MB', { question: '问'.repeat(700_000) }, 413, 'body_too_large'],
    ['no question', {}, 422, 'invalid_request'],
    ['a question that is a number', { question: 5 }, 422, 'invalid_request'],
    ['an unknown field', { question: '增长？', colour: 'red' }, 422, 'invalid_request'],
    ['an unknown filter', { question: '增长？', filters: { colour: 'red' } }, 422, 'invalid_request'],
    ['a year out of range', { question: '增长？', filters: { years: [3] } }, 422, 'invalid_request'],
    ['an unknown mode', { question: '增长？', mode: 'magic' }, 422, 'invalid_request'],
    ['a list', [], 422, 'invalid_request'],
    ['null', 'null', 422, 'invalid_request'],
    ['malformed JSON', '{"question": "增长', 400, 'malformed_json'],
    ['an empty body', '', 400, 'malformed_json'],
    ['a poisoned prototype', '{"question":"a","__proto__":{"x":1}}', 400, 'malformed_json'],
    ['another content type', 'question=1', 415, 'unsupported_media_type', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['an unknown conversation', { question: '增长？', conversationId: 'c-nowhere' }, 404, 'conversation_not_found'],
  ]
  test.each(cases)('%s', async (_name, payload, status, code, headers) => {
    const response = await ask(payload, headers)
    expect({ status: response.statusCode, code: response.json().error.code }).toEqual({ status, code })
    expect(Value.Check(ErrorBody, response.json())).toBe(true)
    expect(response.json().error.message).toMatch(/[\u4e00-\u9fff].*。$/s)
    expect(current.engine.requests).toHaveLength(0)
    expect((await ask({ question: '增长？' })).statusCode).toBe(200)
  })

  test('names each bad field', async () => {
    const response = await ask({ question: 5, filters: { years: ['x'] }, colour: 1 })
    expect(new Set(response.json().error.details.fields)).toEqual(new Set(['question', 'filters.years.0', 'colour']))
  })

  test('too many questions at once are refused with Retry-After', async () => {
    await current.close()
    current = await createTestApp({ parts: { maxRunningTurns: 1 } })
    const held = createDeferred()
    const begun = createDeferred()
    current.engine.gate = async () => {
      begun.resolve()
      await held.promise
    }
    const first = ask({ question: '增长？' })
    await begun.promise
    const second = await ask({ question: '增长？' })
    expect(second.statusCode).toBe(503)
    expect(second.json().error.code).toBe('overloaded')
    expect(Number(second.headers['retry-after'])).toBeGreaterThan(0)
    held.resolve()
    expect((await first).statusCode).toBe(200)
  })

  test('a library that is being filled answers 503 with Retry-After', async () => {
    const filled = createDeferred()
    const filling = current.services.whileFilling(() => filled.promise)
    const response = await ask({ question: '增长？' })
    expect(response.statusCode).toBe(503)
    expect(response.json().error.code).toBe('library_not_ready')
    expect((await current.app.inject({ url: '/ready', headers: { host } })).statusCode).toBe(503)
    filled.resolve()
    await filling
    expect((await ask({ question: '增长？' })).statusCode).toBe(200)
  })
})

describe('POST /api/chat as events', () => {
  const accept = 'text/event-stream'

  test('come in order, and the last is the JSON answer', async () => {
    await addDocument()
    const response = await ask({ question: '增长？' }, { accept })
    expect(response.headers['content-type']).toContain('text/event-stream')
    const events = parseEvents(response.body)
    expect(events.map(({ event }) => event)).toEqual(['understood', 'answer-start', 'answer-delta', 'answer-delta', 'citation', 'answer-end'])
    const turnId = response.headers['x-turn-id']
    expect(events.map(({ id }) => id)).toEqual(events.map((_event, index) => `${turnId}.${index + 1}`))
    const end = events.at(-1)?.data
    expect(Value.Errors(ChatAnswer, end)).toEqual([])
    expect(end?.answer).toBe('全年增长 5%。[1]')
    const kept = await current.app.inject({ url: `/api/conversations/${end?.conversationId}`, headers: { host } })
    expect(kept.json().turns[0].answer).toEqual(end)
  })

  test('an engine that fails ends in answer-error', async () => {
    current.engine.gate = async (piece) => {
      if (piece === 1) throw new Error('boom')
    }
    const events = parseEvents((await ask({ question: '增长？' }, { accept })).body)
    expect(events.map(({ event }) => event)).toEqual(['understood', 'answer-start', 'answer-delta', 'answer-error'])
    expect(events.at(-1)?.data).toMatchObject({ error: { code: 'answer_failed' } })
  })

  test('errors before the work are plain errors', async () => {
    const response = await ask({ question: '' }, { accept })
    expect(response.statusCode).toBe(422)
    expect(response.json().error.code).toBe('question_empty')
  })

  test('resuming after each event gives exactly the rest, also from the store', async () => {
    await addDocument()
    const response = await ask({ question: '增长？' }, { accept })
    const all = parseEvents(response.body)
    const turnId = String(response.headers['x-turn-id'])
    for (const [index, { id }] of all.entries()) {
      const rest = await current.app.inject({ url: `/api/turns/${turnId}/events`, headers: { host, 'last-event-id': id } })
      expect(parseEvents(rest.body)).toEqual(all.slice(index + 1))
    }
    const again = await current.app.inject({ url: `/api/turns/${turnId}/events`, headers: { host } })
    expect(parseEvents(again.body)).toEqual(all)
  })

  test('an unknown turn is 404', async () => {
    const response = await current.app.inject({ url: '/api/turns/t0/events', headers: { host } })
    expect(response.statusCode).toBe(404)
    expect(response.json().error.code).toBe('turn_not_found')
  })

  test('a second reader follows a turn at work', async () => {
    const held = createDeferred()
    current.engine.gate = (piece) => (piece === 1 ? held.promise : Promise.resolve())
    const base = await current.listen()
    const first = await post(base)
    const begun = await readUntil(first, (text) => text.includes('answer-delta'))
    const turnId = first.headers.get('x-turn-id')
    const second = await fetch(`${base}/api/turns/${turnId}/events`, { headers: { 'last-event-id': `${turnId}.2` } })
    held.resolve()
    const rest = parseEvents(await second.text())
    expect(rest.map(({ event }) => event)).toEqual(['answer-delta', 'answer-delta', 'answer-end'])
    await first.body?.cancel()
    expect(parseEvents(begun)).toHaveLength(3)
  })

  test('a reader that leaves stops the work; coming back takes it up again', async () => {
    const stopped = createDeferred()
    current.engine.gate = (piece, signal) =>
      piece === 0
        ? Promise.resolve()
        : new Promise((_resolve, reject) => {
            signal?.addEventListener('abort', () => {
              stopped.resolve()
              reject(signal.reason)
            })
          })
    const base = await current.listen()
    const leaving = new AbortController()
    const response = await post(base, leaving.signal)
    const begun = parseEvents(await readUntil(response, (text) => text.includes('answer-delta')))
    leaving.abort()
    await stopped.promise
    current.engine.gate = async () => undefined
    const turnId = response.headers.get('x-turn-id')
    const resumed = await fetch(`${base}/api/turns/${turnId}/events`, { headers: { 'last-event-id': begun.at(-1)?.id ?? '' } })
    const rest = parseEvents(await resumed.text())
    const text = [...begun, ...rest].flatMap(({ event, data }) => (event === 'answer-delta' ? [data.text] : [])).join('')
    expect(text).toBe('全年增长 5%。[1]')
    expect(rest.at(-1)?.event).toBe('answer-end')
  })

  test('a JSON client that leaves stops the work', async () => {
    const begun = createDeferred()
    const stopped = createDeferred()
    current.engine.gate = (_piece, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          stopped.resolve()
          reject(signal.reason)
        })
        begun.resolve()
      })
    const base = await current.listen()
    const leaving = new AbortController()
    const response = fetch(`${base}/api/chat`, {
      method: 'POST',
      body: '{"question":"增长？"}',
      headers: { 'content-type': 'application/json' },
      signal: leaving.signal,
    })
    await begun.promise
    leaving.abort()
    await expect(response).rejects.toThrow()
    await stopped.promise
  })

  async function post(base: string, signal?: AbortSignal) {
    return fetch(`${base}/api/chat`, {
      method: 'POST',
      body: JSON.stringify({ question: '增长？' }),
      headers: { 'content-type': 'application/json', accept },
      ...(signal ? { signal } : {}),
    })
  }
})
