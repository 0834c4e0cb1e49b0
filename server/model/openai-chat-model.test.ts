import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createDeferred } from '../../tests/support/deferred.ts'
import { byOwnClock } from '../../tests/support/own-clock.ts'
import { createScriptedUpstream, type ScriptedUpstream } from '../../tests/support/scripted-upstream.ts'
import { asTls, MISBEHAVIOURS, type Misbehaviour, REFUSED_BASE_URL, UNKNOWN_HOST_BASE_URL } from '../../tests/support/upstream-misbehaviours.ts'
import { MODEL_LIMITS, type ModelLimits } from './model-limits.ts'
import { createOpenAiChatModel } from './openai-chat-model.ts'

const KEY = 'sk-canary-7d1f'
const LONG_MS = 60_000
/** The machine may be busy: only a case that means a limit runs into it, by a clock of its own. */
const LIMITS: ModelLimits = { ...MODEL_LIMITS, firstByteMs: LONG_MS, idleMs: LONG_MS, totalMs: LONG_MS, backOffMs: 10, maxReplyChars: 1_000_000 }

let upstream: ScriptedUpstream
beforeEach(async () => {
  upstream = await createScriptedUpstream()
})
afterEach(async () => {
  await upstream.close()
})

function modelAt(baseUrl = upstream.baseUrl, limits: Partial<ModelLimits> = {}) {
  return createOpenAiChatModel({ model: 'small', baseUrl, apiKey: KEY }, { ...LIMITS, ...limits }, () => 0.5)
}

async function read(model: ReturnType<typeof modelAt>, signal?: AbortSignal): Promise<string> {
  let text = ''
  for await (const piece of model.stream({ messages: [{ role: 'user', content: '问' }], maxTokens: 50 }, signal)) text += piece
  return text
}

async function failureOf(run: Promise<unknown>): Promise<{ code: unknown; text: string }> {
  try {
    await run
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { code: 'code' in error ? error.code : error.name, text: `${error.message} ${JSON.stringify(error)} ${error.stack}` }
  }
  throw new Error('It did not fail')
}

describe('a reply', () => {
  test('comes in pieces; what is asked is what the endpoint gets', async () => {
    upstream.script = () => ({ kind: 'text', text: '全年增长5%。[E1]\n就业4万人。', pieceChars: 1 })
    expect(await read(modelAt())).toBe('全年增长5%。[E1]\n就业4万人。')
    expect(upstream.requests).toHaveLength(1)
    expect(upstream.requests[0]).toMatchObject({ path: '/v1/chat/completions', authorization: `Bearer ${KEY}`, model: 'small', stream: true })
    expect(upstream.requests[0]?.messages).toEqual([{ role: 'user', content: '问' }])
    expect(upstream.requests[0]?.body).toMatchObject({ max_tokens: 50, temperature: 0 })
  })

  test('is told to nobody else, whatever the environment asks of the client library', async () => {
    const tracing = await createScriptedUpstream()
    for (const name of ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2']) vi.stubEnv(name, 'true')
    for (const name of ['LANGSMITH_ENDPOINT', 'LANGCHAIN_ENDPOINT']) vi.stubEnv(name, tracing.baseUrl)
    vi.stubEnv('LANGSMITH_API_KEY', 'key')
    vi.stubEnv('OPENAI_BASE_URL', tracing.baseUrl)
    upstream.script = () => ({ kind: 'text', text: '好。' })
    expect(await read(modelAt())).toBe('好。')
    await new Promise((resolve) => setTimeout(resolve, 400))
    vi.unstubAllEnvs()
    expect(tracing.requests).toHaveLength(0)
    expect(upstream.requests).toHaveLength(1)
    await tracing.close()
  })

  test('that is slow but steady is waited for', async () => {
    upstream.script = () => ({ kind: 'text', text: '一二三四五六', pieceChars: 1, firstMs: 1_000, pieceMs: 1_000 })
    expect(await byOwnClock(({ passWith }) => passWith(read(modelAt(undefined, { firstByteMs: 4_000, idleMs: 4_000 }))))).toBe('一二三四五六')
  })

  test('leaving it closes the connection', async () => {
    upstream.script = () => ({ kind: 'misbehave', how: 'endless' })
    for await (const _ of modelAt().stream({ messages: [{ role: 'user', content: '问' }] })) break
    const left = performance.now()
    expect((await upstream.requests[0]?.closed) ?? Number.NaN).toBeLessThan(left + LONG_MS / 4)
  })

  test.each(['hang-before-headers', 'hang-after-headers', 'endless', 'rate-limited'] as const)('an abort while it is at %s', async (how) => {
    const controller = new AbortController()
    const reason = new Error('left')
    upstream.script = () => {
      setTimeout(() => controller.abort(reason), 100)
      return { kind: 'misbehave', how }
    }
    const started = performance.now()
    await expect(read(modelAt(), controller.signal)).rejects.toBe(reason)
    expect(performance.now() - started).toBeLessThan(LONG_MS / 4)
    await upstream.requests[0]?.closed
    await expect(read(modelAt(), AbortSignal.abort(reason))).rejects.toBe(reason)
  })
})

describe('failures', () => {
  const EXPECTED: Record<Misbehaviour, { code: string; attempts: number; limits?: Partial<ModelLimits> }> = {
    unauthorized: { code: 'model_unauthorized', attempts: 1 },
    'rate-limited': { code: 'model_overloaded', attempts: 3 },
    'internal-error': { code: 'model_failed', attempts: 3 },
    unavailable: { code: 'model_overloaded', attempts: 3 },
    'hang-before-headers': { code: 'model_timeout', attempts: 1, limits: { firstByteMs: 3_000 } },
    'hang-after-headers': { code: 'model_timeout', attempts: 1, limits: { firstByteMs: 3_000 } },
    'one-byte-at-a-time': { code: 'model_timeout', attempts: 1, limits: { firstByteMs: 3_000 } },
    'cut-in-json': { code: 'model_interrupted', attempts: 1 },
    'cut-in-character': { code: 'model_interrupted', attempts: 1 },
    'end-without-done': { code: 'model_interrupted', attempts: 1 },
    reset: { code: 'model_interrupted', attempts: 1 },
    'error-event-then-end': { code: 'model_failed', attempts: 1 },
    endless: { code: 'model_timeout', attempts: 1, limits: { totalMs: 3_000 } },
  }
  test.each(MISBEHAVIOURS)('%s', async (how) => {
    const expected = EXPECTED[how]
    const reached = createDeferred()
    upstream.script = () => {
      reached.resolve()
      return { kind: 'misbehave', how, text: '全年' }
    }
    const fail = () => failureOf(read(modelAt(undefined, expected.limits)))
    const { code, text } = await (expected.limits === undefined
      ? fail()
      : byOwnClock(async ({ passWith }) => {
          const failing = fail()
          await reached.promise
          return passWith(failing)
        }))
    expect({ code, attempts: upstream.requests.length }).toEqual({ code: expected.code, attempts: expected.attempts })
    expect(text).toMatch(/[\u4e00-\u9fff].*请/)
    expect(text).not.toContain(KEY)
    expect(text).not.toContain('127.0.0.1')
    await Promise.all(upstream.requests.map(({ closed }) => closed))
  })

  test('refused, unknown host, no TLS', async () => {
    for (const baseUrl of [REFUSED_BASE_URL, UNKNOWN_HOST_BASE_URL, asTls(upstream.baseUrl)]) {
      // Once: a machine without a network may look for a name for long.
      const { code, text } = await failureOf(read(modelAt(baseUrl, { maxRetries: 0 })))
      expect([baseUrl, code]).toEqual([baseUrl, 'model_unreachable'])
      expect(text).not.toContain(KEY)
    }
  })

  test('passing ones are tried again, while nothing was handed on', async () => {
    upstream.script = (_request, index) => (index < 2 ? { kind: 'status', status: 503 } : { kind: 'text', text: '好。' })
    expect(await read(modelAt())).toBe('好。')
    expect(upstream.requests).toHaveLength(3)
  })

  test('Retry-After is waited for, and not beyond the whole time', async () => {
    upstream.script = (_request, index) =>
      index === 0 ? { kind: 'status', status: 429, headers: { 'retry-after': '1' } } : { kind: 'text', text: '好。' }
    const started = performance.now()
    expect(await read(modelAt())).toBe('好。')
    expect(performance.now() - started).toBeGreaterThan(950)
    upstream.script = () => ({ kind: 'status', status: 429, headers: { 'retry-after': String(2 * (LONG_MS / 1_000)) } })
    expect((await failureOf(read(modelAt()))).code).toBe('model_overloaded')
    expect(upstream.requests).toHaveLength(3)
  })

  test('a prompt that is too long says so', async () => {
    const bodies = [
      { error: { code: 400, message: 'the request exceeds the available context size', type: 'exceed_context_size_error' } },
      { error: { code: 'context_length_exceeded', message: "This model's maximum context length is 4096 tokens.", type: 'invalid_request_error' } },
    ]
    for (const body of bodies) {
      upstream.script = () => ({ kind: 'status', status: 400, body: JSON.stringify(body) })
      expect((await failureOf(read(modelAt()))).code).toBe('model_prompt_too_long')
    }
  })

  test('a page in place of an interface, and a reply without end', async () => {
    upstream.script = () => ({ kind: 'status', status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><p>hello' })
    expect((await failureOf(read(modelAt()))).code).toMatch(/^model_(?:interrupted|bad_reply)$/)
    upstream.script = () => ({ kind: 'misbehave', how: 'endless' })
    expect((await failureOf(read(modelAt(undefined, { maxReplyChars: 40 })))).code).toBe('model_bad_reply')
  })
})
