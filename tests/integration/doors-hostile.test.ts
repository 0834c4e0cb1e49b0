import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/test-app.ts'

const SEED = 20_261_124
const RUNS = 400

let current: TestApp
beforeAll(async () => {
  current = await createTestApp({ limits: { requestsPerMinute: 1_000_000 } })
})
afterAll(() => current.close())

const json = fc.jsonValue({ maxDepth: 4 })
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', ' ', '__proto__', '\u0000', '增长？', 'youju', 'user', 'tools/call', 'ask'),
)

async function post(url: string, payload: unknown) {
  const response = await current.app.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost', 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    payload: JSON.stringify(payload),
  })
  return response
}

const message = fc.oneof(
  json,
  fc.record(
    { role: fc.oneof(fc.constant('user'), text), content: fc.oneof(text, json, fc.array(fc.record({ type: text, text }))) },
    { requiredKeys: [] },
  ),
)
const plain = fc.record({
  role: fc.constantFrom('user', 'assistant', 'system'),
  content: fc.oneof(text, fc.array(fc.record({ type: fc.constant('text'), text }))),
})
const often = <T, U>(arbitrary: fc.Arbitrary<T>, seldom: fc.Arbitrary<U>) => fc.oneof({ weight: 6, arbitrary }, { weight: 1, arbitrary: seldom })
const completion = often(
  fc.record(
    {
      model: often(fc.constant('youju'), text),
      messages: often(
        fc.array(often(plain, message), { maxLength: 3 }).map((told) => [...told, { role: 'user', content: '增长？' }]),
        json,
      ),
      stream: often(fc.boolean(), json),
      n: often(fc.constantFrom(null, 1), json),
      tools: often(fc.constantFrom(null, []), json),
      response_format: often(fc.constantFrom(null, { type: 'text' }), json),
    },
    { requiredKeys: ['model', 'messages'] },
  ),
  json,
)

test('no body of a completion brings the server out of its way', async () => {
  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(completion, async (body) => {
      const response = await post('/v1/chat/completions', body)
      statuses.set(response.statusCode, (statuses.get(response.statusCode) ?? 0) + 1)
      expect([JSON.stringify(body), response.statusCode < 500]).toEqual([JSON.stringify(body), true])
      if (response.statusCode !== 200) {
        expect(response.json().error).toEqual({
          message: expect.stringMatching(/[\u4e00-\u9fff]/),
          type: expect.any(String),
          param: expect.toSatisfy(isNameOrNull),
          code: expect.any(String),
        })
      }
    }),
    { seed: SEED, numRuns: RUNS },
  )
  console.log(`/v1/chat/completions, seed ${SEED}: ${JSON.stringify(Object.fromEntries(statuses))}`)
  for (const status of [200, 400, 404]) expect([status, (statuses.get(status) ?? 0) > 10]).toEqual([status, true])
  expect(current.unexpected).toEqual([])
})

const call = fc.record({
  jsonrpc: fc.constant('2.0'),
  id: fc.oneof(fc.integer(), text),
  method: fc.constantFrom('tools/call', 'tools/list', 'initialize', 'ping', 'resources/list', 'nothing'),
  params: fc.oneof(
    json,
    fc.record({
      name: fc.constantFrom('ask', 'search', 'read_document', 'lookup_indicator', 'write_brief', 'x'),
      arguments: fc.oneof(fc.dictionary(text, json), json),
    }),
  ),
})

test('no message of the Model Context Protocol does', async () => {
  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(fc.oneof(json, call, fc.array(call, { maxLength: 3 })), async (body) => {
      const response = await post('/mcp', body)
      statuses.set(response.statusCode, (statuses.get(response.statusCode) ?? 0) + 1)
      expect([JSON.stringify(body), response.statusCode < 500]).toEqual([JSON.stringify(body), true])
      expect(response.body).not.toMatch(/\bat .*\.(?:ts|js):\d+/)
    }),
    { seed: SEED, numRuns: RUNS },
  )
  console.log(`/mcp, seed ${SEED}: ${JSON.stringify(Object.fromEntries(statuses))}`)
  expect(statuses.get(200) ?? 0).toBeGreaterThan(0)
})

function isNameOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string'
}
