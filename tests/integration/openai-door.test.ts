import OpenAI, { AuthenticationError, BadRequestError, InternalServerError, NotFoundError, RateLimitError } from 'openai'
import type { ChatCompletionChunk } from 'openai/resources/chat/completions'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAnswerLibrary } from '../support/answer-library.ts'
import { createDeferred } from '../support/deferred.ts'
import { INVENTED_LIBRARY } from '../support/invented-library.ts'
import { createTestApp, multipart, type TestApp, type TestAppOptions } from '../support/test-app.ts'

let current: TestApp
let client: OpenAI
afterEach(() => current.close())

async function start(options: TestAppOptions = {}, apiKey = 'any key passes'): Promise<void> {
  current = await createTestApp(options)
  const body = await multipart([{ name: '甲县报告.txt', content: '甲县2025年报告\n全年增长5%。' }])
  const authorization = options.app?.authToken ? { authorization: `Bearer ${options.app.authToken}` } : {}
  const headers = { ...body.headers, ...authorization, host: 'localhost' }
  const job = await current.app.inject({ method: 'POST', url: '/api/documents', payload: body.payload, headers })
  await current.services.jobs.settled(job.json().id)
  client = new OpenAI({ baseURL: `${await current.listen()}/v1`, apiKey, maxRetries: 0 })
}

const user = (content: string) => ({ role: 'user' as const, content })

/** What the answers carry beside OpenAI's own fields. */
interface Cited {
  readonly citations?: readonly { readonly n: number; readonly title: string; readonly quote: string }[]
  readonly youju?: {
    readonly outcome: string
    readonly understood: { readonly question: string }
    readonly statements: readonly { readonly verdict: string }[]
  }
}
const cited = (message: object): Cited => message

describe('with the official client', () => {
  beforeEach(() => start())

  test('models are the ways of answering', async () => {
    const names: string[] = []
    for await (const { id, object, owned_by } of client.models.list()) names.push(`${id} ${object} ${owned_by}`)
    expect(names).toEqual(['youju model youju', 'youju-extractive model youju'])
    expect((await client.models.retrieve('youju')).id).toBe('youju')
  })

  test('an answer comes whole, with its citations', async () => {
    const completion = await client.chat.completions.create({
      model: 'youju',
      messages: [user('全年增长多少？')],
      temperature: 0,
      max_tokens: 5,
      seed: 1,
      stop: ['。'],
    })
    expect(completion).toMatchObject({ object: 'chat.completion', model: 'youju', choices: [{ index: 0, finish_reason: 'stop' }] })
    expect(completion.id).toMatch(/^chatcmpl-t[0-9a-f]{32}$/)
    const message = completion.choices[0]?.message
    expect(message?.content).toBe('全年增长 5%。[1]')
    expect(cited(message ?? {})).toMatchObject({
      citations: [{ n: 1, title: '甲县2025年报告' }],
      youju: { outcome: 'answered', understood: { question: '全年增长多少？' }, statements: [{ verdict: 'supported' }] },
    })
    // 全年增长多少？ is 7; 全年增长5%。[1] is 全年增长 4, 5, %, 。, [, 1, ].
    expect(completion.usage).toEqual({ prompt_tokens: 7, completion_tokens: 10, total_tokens: 17 })
    expect(current.services.store.listConversations({ limit: 10, offset: 0 }).total).toBe(0)
  })

  test('the same answer streams: role, text, citations with the end, usage where asked for', async () => {
    const chunks: ChatCompletionChunk[] = []
    const stream = await client.chat.completions.create({
      model: 'youju-extractive',
      messages: [user('全年增长多少？')],
      stream: true,
      stream_options: { include_usage: true },
    })
    for await (const chunk of stream) chunks.push(chunk)
    const deltas = chunks.flatMap(({ choices }) => choices.map(({ delta }) => delta))
    expect(deltas[0]).toEqual({ role: 'assistant', content: '' })
    expect(deltas.map(({ content }) => content ?? '').join('')).toBe('全年增长 5%。[1]')
    expect(cited(deltas.at(-1) ?? {})).toMatchObject({ citations: [{ n: 1 }], youju: { outcome: 'answered' } })
    expect(chunks.map(({ choices }) => choices[0]?.finish_reason ?? null)).toEqual([null, null, null, 'stop', null])
    expect(chunks.map(({ usage }) => usage ?? null)).toEqual([null, null, null, null, { prompt_tokens: 7, completion_tokens: 10, total_tokens: 17 }])
    expect(new Set(chunks.map(({ id, object, model }) => `${id} ${object} ${model}`)).size).toBe(1)
    expect(current.engine.requests.at(-1)?.history).toEqual([])
  })

  test("the client's own helper puts the stream together, citations included", async () => {
    const completion = await client.chat.completions.stream({ model: 'youju', messages: [user('增长？')] }).finalChatCompletion()
    expect(completion.choices[0]?.message.content).toBe('全年增长 5%。[1]')
    expect(cited(completion.choices[0]?.message ?? {}).citations).toHaveLength(1)
    expect(completion.usage).toBeUndefined()
  })

  test('a stream ends with [DONE] and nothing after it', async () => {
    const response = await client.chat.completions.create({ model: 'youju', messages: [user('增长？')], stream: true }).asResponse()
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(
      (await response.text())
        .split('\n\n')
        .filter((block) => block !== '')
        .at(-1),
    ).toBe('data: [DONE]')
  })

  test('earlier user messages are read again, the last ten of them, and leave a memory', async () => {
    const messages = [
      { role: 'system' as const, content: '你是一只猫。' },
      ...Array.from({ length: 12 }, (_, at) => [user(`第${at + 1}问`), { role: 'assistant' as const, content: '回答' }]).flat(),
      {
        role: 'user' as const,
        content: [
          { type: 'text' as const, text: '那前一年' },
          { type: 'text' as const, text: '呢？' },
        ],
      },
    ]
    await client.chat.completions.create({ model: 'youju', messages })
    const { requests } = current.engine
    expect(requests.map(({ question }) => question)).toEqual([...Array.from({ length: 10 }, (_, at) => `第${at + 3}问`), '那前一年\n呢？'])
    expect(requests.map(({ history }) => history.length)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(requests.slice(0, -1).every(({ mode }) => mode === 'extractive')).toBe(true)
  })

  test('a client that leaves stops the work, streaming or not', async () => {
    for (const stream of [true, false]) {
      const stopped = createDeferred<unknown>()
      const begun = createDeferred()
      current.engine.gate = (piece, signal) => {
        if (piece === 0) return Promise.resolve()
        begun.resolve()
        return new Promise((_, reject) => {
          signal?.addEventListener('abort', () => {
            stopped.resolve(signal.reason)
            reject(signal.reason)
          })
        })
      }
      const controller = new AbortController()
      const asked = client.chat.completions.create({ model: 'youju', messages: [user('增长？')], stream }, { signal: controller.signal })
      const read = asked.then(async (answer) => {
        if (Symbol.asyncIterator in answer) for await (const chunk of answer) void chunk
      })
      await begun.promise
      controller.abort()
      await read.catch((error: unknown) => expect(error).toBeInstanceOf(OpenAI.APIUserAbortError))
      expect(await stopped.promise).toMatchObject({ code: 'answer_interrupted' })
      await expect.poll(() => current.services.turns.running).toBe(0)
    }
  })

  test('a failure on the way is told in the stream', async () => {
    current.engine.gate = async (piece) => {
      if (piece === 1) throw new Error('exploded')
    }
    const read = async () => {
      for await (const chunk of await client.chat.completions.create({ model: 'youju', messages: [user('增长？')], stream: true })) void chunk
    }
    await expect(read()).rejects.toMatchObject({ code: 'answer_failed', type: 'server_error', message: expect.stringContaining('没有预料到的错误') })
    await expect(client.chat.completions.create({ model: 'youju', messages: [user('增长？')] })).rejects.toBeInstanceOf(InternalServerError)
    expect(current.unexpected).toHaveLength(2)
  })
})

test('an answer may take longer than a connection may be silent', async () => {
  // Long enough for a busy machine to read the requests: that must not be what takes too long.
  await start({ limits: { idleTimeoutMs: 3_000, requestTimeoutMs: 2_500, headersTimeoutMs: 2_000 } })
  current.engine.gate = (piece) => new Promise((resolve) => setTimeout(resolve, piece === 0 ? 4_000 : 0))
  const asked = client.chat.completions.create({ model: 'youju', messages: [user('增长？')] })
  const own = await fetch(`${client.baseURL.replace('/v1', '')}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question: '增长？' }),
  })
  expect(await own.json()).toMatchObject({ answer: expect.stringContaining('5%') })
  expect((await asked).choices[0]?.message.content).toContain('5%')
})

test('a follow-up is understood by the messages before it, with the real engine', async () => {
  const { snapshot, engine } = await createAnswerLibrary(INVENTED_LIBRARY)
  await start({ parts: { engine, readSnapshot: () => snapshot } })
  const messages = [user('青江市2031年粮食总产量目标是多少？')]
  const first = await client.chat.completions.create({ model: 'youju', messages })
  expect(first.choices[0]?.message.content).toContain('97万吨以上')
  const followUp = [...messages, { role: 'assistant' as const, content: first.choices[0]?.message.content ?? '' }, user('那白水县呢？')]
  const second = await client.chat.completions.create({ model: 'youju', messages: followUp })
  const again = await client.chat.completions.create({ model: 'youju', messages: followUp })
  const { content } = second.choices[0]?.message ?? {}
  expect(content).toContain('12万吨以上')
  expect(cited(second.choices[0]?.message ?? {}).citations?.map(({ title }) => title)).toEqual(['青江市白水县2031年政府工作报告'])
  expect(cited(second.choices[0]?.message ?? {}).youju?.understood.question).toContain('粮食总产量')
  expect(again.choices).toEqual(second.choices)
  const alone = await client.chat.completions.create({ model: 'youju', messages: [user('那白水县呢？')] })
  expect(alone.choices[0]?.message.content).not.toContain('12万吨以上')
})

describe('failures', () => {
  test('an unknown model, and what is not offered', async () => {
    await start()
    const ask = (more: object) => client.chat.completions.create({ model: 'youju', messages: [user('增长？')], ...more })
    for (const model of ['gpt-4o', 'youju-llm']) {
      const error = await ask({ model }).then(
        () => null,
        (reason: unknown) => reason,
      )
      expect(error).toBeInstanceOf(NotFoundError)
      expect(error).toMatchObject({
        code: 'model_not_found',
        param: 'model',
        type: 'not_found_error',
        message: expect.stringContaining('youju-extractive'),
      })
    }
    await expect(client.models.retrieve('gpt-4o')).rejects.toBeInstanceOf(NotFoundError)
    await expect(client.embeddings.create({ model: 'youju', input: '字' })).rejects.toMatchObject({ status: 404, code: 'route_not_found' })
    const refused: [object, string][] = [
      [{ n: 2 }, 'n'],
      [{ tools: [{ type: 'function', function: { name: 'f' } }] }, 'tools'],
      [{ tool_choice: 'required' }, 'tool_choice'],
      [{ response_format: { type: 'json_object' } }, 'response_format'],
      [{ logprobs: true }, 'logprobs'],
      [{ messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'data:,' } }] }] }, 'messages.0.content'],
      [{ messages: [user('一'), { role: 'tool', content: '二', tool_call_id: 'c' }] }, 'messages.1.role'],
      [{ messages: [user('一'), { role: 'assistant', content: '二' }] }, 'messages.1.role'],
      [{ messages: [] }, 'messages'],
      [{ messages: [user(' \n')] }, 'messages.0.content'],
      [{ messages: [user('长'.repeat(2_001))] }, 'messages.0.content'],
      [{ messages: 'x' }, 'messages'],
      [{ stream: 'yes' }, 'stream'],
    ]
    for (const [more, param] of refused) {
      const error = await ask(more).then(
        () => null,
        (reason: unknown) => reason,
      )
      expect([param, error instanceof BadRequestError]).toEqual([param, true])
      expect(error).toMatchObject({ param, type: 'invalid_request_error', message: expect.stringMatching(/[\u4e00-\u9fff]/) })
    }
    expect(current.engine.requests).toEqual([])
    await ask({ n: 1, tools: [], tool_choice: 'none', response_format: { type: 'text' }, user: 'u', reasoning_effort: 'low', whatever: { a: 1 } })
  })

  test('a wrong key, where the server asks for one', async () => {
    await start({ app: { authToken: 'a-long-enough-token' } }, 'a-wrong-token-altogether')
    await expect(client.models.list()).rejects.toBeInstanceOf(AuthenticationError)
    await expect(client.chat.completions.create({ model: 'youju', messages: [user('增长？')] })).rejects.toMatchObject({
      code: 'unauthorized',
      type: 'authentication_error',
    })
    const right = client.withOptions({ apiKey: 'a-long-enough-token' })
    expect((await right.chat.completions.create({ model: 'youju', messages: [user('增长？')] })).choices[0]?.message.content).toContain('5%')
  })

  test('too many requests, too many questions, a library that is not ready', async () => {
    await start({ limits: { requestsPerMinute: 4 }, parts: { maxRunningTurns: 1 } })
    const held = createDeferred()
    current.engine.gate = () => held.promise
    const ask = () => client.chat.completions.create({ model: 'youju', messages: [user('增长？')] })
    const first = ask()
    await expect.poll(() => current.services.turns.running).toBe(1)
    const overload = await ask().then(
      () => null,
      (reason: unknown) => reason,
    )
    expect(overload).toBeInstanceOf(InternalServerError)
    expect(overload).toMatchObject({ status: 503, code: 'overloaded', headers: expect.anything() })
    expect((overload as InternalServerError).headers?.get('retry-after')).toBe('2')
    held.resolve()
    await first
    const filled = createDeferred()
    const filling = current.services.whileFilling(() => filled.promise)
    await expect(ask()).rejects.toMatchObject({ status: 503, code: 'library_not_ready' })
    filled.resolve()
    await filling
    await expect(ask()).rejects.toBeInstanceOf(RateLimitError)
  })

  test('a page of another origin is refused in the same shape', async () => {
    await start()
    const response = await current.app.inject({ url: '/v1/models', headers: { host: 'localhost', origin: 'http://evil.example' } })
    expect([response.statusCode, response.json().error]).toMatchObject([403, { code: 'foreign_origin', type: 'permission_error', param: null }])
  })
})
