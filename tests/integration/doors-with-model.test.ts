import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import OpenAI from 'openai'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { textOf } from '../support/exercise-tools.ts'
import { createModelApp, createModelLibrary, MODEL_NAME, type ModelLibrary } from '../support/model-app.ts'
import { readEvidence } from '../support/scripted-replies.ts'
import { createScriptedUpstream, type ScriptedUpstream, type UpstreamReply } from '../support/scripted-upstream.ts'
import type { TestApp } from '../support/test-app.ts'

const QUESTION = '2031年青江市粮食总产量目标是多少？'
const ANSWER = '粮食总产量稳定在97万吨以上'

let library: ModelLibrary
let upstream: ScriptedUpstream
let app: TestApp
let address: string
let client: OpenAI
let reply: (prompt: string) => UpstreamReply
beforeAll(async () => {
  library = await createModelLibrary()
})
beforeEach(async () => {
  reply = quoteAll
  upstream = await createScriptedUpstream(({ prompt }) => reply(prompt))
  app = await createModelApp(library, upstream.baseUrl)
  address = await app.listen()
  client = new OpenAI({ baseURL: `${address}/v1`, apiKey: 'any', maxRetries: 0 })
})
afterEach(async () => {
  await app.close()
  await upstream.close()
})

/** Says the clause that answers, with the handle of the line that holds it. */
function quoteAll(prompt: string): UpstreamReply {
  const held = readEvidence(prompt).find(({ text }) => text.includes('97万吨以上'))
  return { kind: 'text', text: held ? `2031年青江市${ANSWER}。[${held.handle}]` : '资料不足。' }
}

const user = (content: string) => ({ role: 'user' as const, content })
const extrasOf = (
  message: object,
): { readonly mode?: string; readonly notes?: readonly string[]; readonly statements?: readonly { readonly verdict: string }[] } =>
  'youju' in message && message.youju !== null && typeof message.youju === 'object' ? message.youju : {}

test('the model is one of the models, and the name decides who answers', async () => {
  const names: string[] = []
  for await (const { id } of client.models.list()) names.push(id)
  expect(names).toEqual(['youju', 'youju-extractive', 'youju-llm'])
  for (const [model, mode, asked] of [
    ['youju-extractive', 'extractive', 0],
    ['youju-llm', 'llm', 1],
    ['youju', 'llm', 2],
  ] as const) {
    const { choices } = await client.chat.completions.create({ model, messages: [user(QUESTION)] })
    const message = choices[0]?.message ?? {}
    expect([model, extrasOf(message).mode, upstream.requests.length]).toEqual([model, mode, asked])
    expect(message).toMatchObject({ content: expect.stringContaining(ANSWER), citations: [{ quote: expect.stringContaining('97万吨以上') }] })
    expect(extrasOf(message).statements?.map(({ verdict }) => verdict)).toEqual(['supported'])
  }
})

test('what the model writes streams when it is checked, and nothing else', async () => {
  const stream = client.chat.completions.stream({ model: 'youju-llm', messages: [user(QUESTION)] })
  let text = ''
  for await (const { choices } of stream) text += choices[0]?.delta.content ?? ''
  const { message } = (await stream.finalChatCompletion()).choices[0] ?? {}
  expect(text).toContain(ANSWER)
  expect(message).toMatchObject({ content: text, citations: [{ n: 1 }] })
  expect(extrasOf(message ?? {})).toMatchObject({ mode: 'llm', model: MODEL_NAME })
  expect(text).not.toMatch(/\[E\d/)
})

test('earlier questions are read again without the model', async () => {
  const messages = [user('白水县2031年粮食总产量目标是多少？'), { role: 'assistant' as const, content: '12万吨。' }, user('那青江市呢？')]
  const { choices } = await client.chat.completions.create({ model: 'youju-llm', messages })
  expect(choices[0]?.message.content).toContain(ANSWER)
  expect(upstream.requests).toHaveLength(1)
})

test('a model that fails: the extractive answer stands in and says so', async () => {
  reply = () => ({ kind: 'status', status: 401 })
  const { choices } = await client.chat.completions.create({ model: 'youju-llm', messages: [user(QUESTION)] })
  const { mode, notes } = extrasOf(choices[0]?.message ?? {})
  expect(choices[0]?.message.content).toContain('97万吨以上')
  expect([mode, (notes ?? []).length > 0]).toEqual(['extractive', true])
})

test('a client that leaves closes the connection to the model at once', async () => {
  for (const stream of [true, false]) {
    const before = upstream.requests.length
    reply = () => ({ kind: 'misbehave', how: 'hang-before-headers' })
    const controller = new AbortController()
    const asked = client.chat.completions.create({ model: 'youju-llm', messages: [user(QUESTION)], stream }, { signal: controller.signal })
    const read = asked.then(async (answer) => {
      if (Symbol.asyncIterator in answer) for await (const chunk of answer) void chunk
    })
    await expect.poll(() => upstream.requests.length).toBe(before + 1)
    const left = performance.now()
    controller.abort()
    await read.catch((error: unknown) => expect(error).toBeInstanceOf(OpenAI.APIUserAbortError))
    // Long before the model's own limit would have closed it, 15 s after the request.
    expect(((await upstream.requests[before]?.closed) ?? Number.POSITIVE_INFINITY) - left).toSatisfy((ms: number) => ms >= 0 && ms <= 8_000)
  }
})

test('the tools of MCP answer with the model or without', async () => {
  const mcp = new Client({ name: 'test', version: '1.0.0' })
  await mcp.connect(new StreamableHTTPClientTransport(new URL(`${address}/mcp`)) as Parameters<Client['connect']>[0])
  await mcp.listTools()
  for (const mode of ['llm', 'extractive'] as const) {
    const result = await mcp.callTool({ name: 'ask', arguments: { question: QUESTION, mode } })
    expect([result.isError, result.structuredContent]).toMatchObject([undefined, { mode, outcome: 'answered' }])
    expect(textOf(result)).toContain(ANSWER)
  }
  expect(upstream.requests).toHaveLength(1)
  await mcp.close()
})
