import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDeferred } from '../../tests/support/deferred.ts'
import { byOwnClock } from '../../tests/support/own-clock.ts'
import { createScriptedUpstream, type ScriptedUpstream, type UpstreamReply } from '../../tests/support/scripted-upstream.ts'
import { createLangchainAgent } from './langchain-agent.ts'
import { createOpenAiClient } from './openai-chat-model.ts'
import type { ResearchAgent, ResearchStep, ResearchTask, ResearchTool } from './research-agent.ts'

/** The machine may be busy: only a case that means a limit runs into it, by a clock of its own. */
const LONG_MS = 60_000
const PATIENCE = { timeout: 20_000 }

let upstream: ScriptedUpstream
let agent: ResearchAgent
let impatient: ResearchAgent
let asked: unknown[]
let steps: ResearchStep[]
beforeEach(async () => {
  upstream = await createScriptedUpstream()
  const config = { model: 'test', baseUrl: upstream.baseUrl, apiKey: 'key' }
  const createModel = (maxTokens: number) => createOpenAiClient(config, maxTokens)
  agent = createLangchainAgent({ createModel, limits: { firstByteMs: LONG_MS, idleMs: LONG_MS } })
  impatient = createLangchainAgent({ createModel, limits: { firstByteMs: 10_000, idleMs: 3_000 } })
  asked = []
  steps = []
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await upstream.close()
})

const search: ResearchTool = {
  name: 'search',
  description: '查找',
  parameters: { type: 'object', properties: { query: { type: 'string' } }, required: ['query'] },
  async run(args) {
    asked.push(args)
    return `找到第${asked.length}条`
  },
}

function call(...args: unknown[]): UpstreamReply {
  return { kind: 'text', text: '', toolCalls: args.map((given) => ({ name: 'search', args: given })) }
}

function say(text: string): UpstreamReply {
  return { kind: 'text', text }
}

function run(task: Partial<ResearchTask> = {}, signal?: AbortSignal, runner = agent): Promise<string> {
  const whole = { messages: [{ role: 'user' as const, content: '问' }], tools: [search], maxSteps: 3, maxTokens: 500, totalMs: LONG_MS, ...task }
  return runner.run(whole, (step) => steps.push(step), signal)
}

const code = async (running: Promise<string>): Promise<unknown> =>
  running.then(
    (text) => `answered ${text}`,
    (error: { readonly code?: string }) => error.code ?? error,
  )

test('looks things up and then answers; replies and calls that the server numbers alike are told apart', async () => {
  upstream.script = (_, index) => [call({ query: '甲' }), call({ query: '乙' }), say('答案。[E1]')][index] ?? say('?')
  expect(await run()).toBe('答案。[E1]')
  expect(asked).toEqual([{ query: '甲' }, { query: '乙' }])
  expect(steps.map(({ status }) => status)).toEqual(['running', 'done', 'running', 'done'])
  const [first, , last] = upstream.requests
  expect(first?.body).toMatchObject({ stream: true, max_tokens: 500, tools: [{ function: { name: 'search' } }] })
  expect(last?.messages.map(({ role, content }) => [role, content])).toEqual([
    ['user', '问'],
    ['assistant', ''],
    ['tool', '找到第1条'],
    ['assistant', ''],
    ['tool', '找到第2条'],
  ])
})

test('after the last step no tool is offered; several calls at once count each', async () => {
  upstream.script = (request) => (request.body.tools === undefined ? say('只好作答') : call({ query: '甲' }, { query: '乙' }))
  expect(await run()).toBe('只好作答')
  expect(asked).toHaveLength(3)
  expect(upstream.requests).toHaveLength(3)
  expect(upstream.requests.at(-1)?.prompt).toContain('没有执行')
})

test('a model that goes on calling tools nobody offers is stopped', async () => {
  upstream.script = () => call({ query: '甲' })
  expect(await code(run())).toBe('research_limit')
  expect(asked).toHaveLength(3)
})

test('tokens of all replies together are bounded', async () => {
  upstream.script = () => ({ kind: 'text', text: '想'.repeat(300), toolCalls: [{ name: 'search', args: { query: '甲' } }] })
  expect(await code(run({ maxSteps: 50 }))).toBe('research_limit')
  expect(upstream.requests.length).toBeLessThan(5)
})

test('unknown tools and arguments that are no JSON are answered in words', async () => {
  upstream.script = (_, index) =>
    [{ kind: 'text' as const, text: '', toolCalls: [{ name: 'delete_all', args: {} }] }, call('{"query": '), say('好')][index] ?? say('?')
  expect(await run()).toBe('好')
  expect(asked).toEqual([{}])
  expect(upstream.requests.at(-1)?.prompt).toContain('没有这个工具。可用的工具：search')
})

test.each([
  ['tools refused', { kind: 'status', status: 400, body: '{"error":{"message":"does not support tools"}}' }, 'model_failed'],
  ['unauthorized', { kind: 'status', status: 401 }, 'model_unauthorized'],
  ['overloaded', { kind: 'status', status: 503 }, 'model_overloaded'],
  ['no words', { kind: 'text', text: ' ' }, 'model_bad_reply'],
] satisfies [string, UpstreamReply, string][])('%s: a coded failure', async (_, reply, expected) => {
  upstream.script = () => reply
  expect(await code(run())).toBe(expected)
  await vi.waitFor(() => expect(upstream.open).toBe(0), PATIENCE)
})

test.each([
  ['no first byte', { kind: 'text', text: '晚', firstMs: 4 * LONG_MS }, 'first-byte'],
  ['stalled', { kind: 'text', text: '晚了一些', pieceChars: 1, pieceMs: 4 * LONG_MS }, 'idle'],
] satisfies [string, UpstreamReply, string][])('%s: a coded failure by that limit', async (_, reply, limit) => {
  const reached = createDeferred()
  upstream.script = () => {
    reached.resolve()
    return reply
  }
  await byOwnClock(async ({ passWith }) => {
    const failing = expect(run({}, undefined, impatient)).rejects.toMatchObject({ code: 'model_timeout', details: { limit } })
    await reached.promise
    await passWith(failing)
  })
  await vi.waitFor(() => expect(upstream.open).toBe(0), PATIENCE)
})

test('time is bounded over all steps, tools included', async () => {
  upstream.script = () => call({ query: '甲' })
  const began = createDeferred()
  const slow: ResearchTool = {
    ...search,
    run() {
      began.resolve()
      return new Promise(() => undefined)
    },
  }
  await byOwnClock(async ({ passWith }) => {
    const failing = code(run({ tools: [slow], totalMs: 5_000 }))
    await began.promise
    expect(await passWith(failing)).toBe('model_timeout')
  })
})

test('a caller that leaves closes the connection and gets its own reason', async () => {
  upstream.script = () => ({ kind: 'text', text: '慢慢说', firstMs: LONG_MS })
  const leaving = new AbortController()
  const running = code(run({}, leaving.signal))
  await vi.waitFor(() => expect(upstream.requests).toHaveLength(1), PATIENCE)
  leaving.abort(Object.assign(new Error('left'), { code: 'left' }))
  expect(await running).toBe('left')
  await vi.waitFor(() => expect(upstream.open).toBe(0), PATIENCE)
})

test('nothing is sent to a tracing service, whatever the environment says', async () => {
  const tracing = await createScriptedUpstream()
  for (const name of ['LANGSMITH_TRACING', 'LANGCHAIN_TRACING_V2']) vi.stubEnv(name, 'true')
  for (const name of ['LANGSMITH_ENDPOINT', 'LANGCHAIN_ENDPOINT']) vi.stubEnv(name, tracing.baseUrl)
  vi.stubEnv('LANGSMITH_API_KEY', 'key')
  upstream.script = (_, index) => (index === 0 ? call({ query: '甲' }) : say('好'))
  expect(await run()).toBe('好')
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(tracing.requests).toEqual([])
  await tracing.close()
})
