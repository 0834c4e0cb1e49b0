import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ChatAnswer } from '../../server/contract/chat.ts'
import type { StatementProgress } from '../../server/contract/events.ts'
import { CANARY_KEY, createModelApp, createModelLibrary, MODEL_NAME, type ModelAppOptions, type ModelLibrary } from '../support/model-app.ts'
import { readEvidence } from '../support/scripted-replies.ts'
import { createScriptedUpstream, type ScriptedUpstream } from '../support/scripted-upstream.ts'
import { parseEvents } from '../support/server-sent-events.ts'
import type { TestApp } from '../support/test-app.ts'
import { asTls, MISBEHAVIOURS, type Misbehaviour, REFUSED_BASE_URL, UNKNOWN_HOST_BASE_URL } from '../support/upstream-misbehaviours.ts'

const QUESTION = '2031年青江市粮食总产量目标是多少？'
/** For all that comes: a busy machine is no fault of an upstream. */
const LIMITS = { firstByteMs: 20_000, idleMs: 20_000, totalMs: 60_000, backOffMs: 10, maxReplyChars: 1_000_000 }
const PATIENT: ModelAppOptions = { limits: LIMITS }
/** For upstreams that keep one waiting: it must end, and by this one limit. */
const SHORT: Partial<Record<Misbehaviour, ModelAppOptions>> = {
  'hang-before-headers': { limits: { ...LIMITS, firstByteMs: 400 } },
  'hang-after-headers': { limits: { ...LIMITS, firstByteMs: 400 } },
  'one-byte-at-a-time': { limits: { ...LIMITS, firstByteMs: 400 } },
  endless: { limits: { ...LIMITS, totalMs: 900 } },
}
const host = 'localhost'

let library: ModelLibrary
beforeAll(async () => {
  library = await createModelLibrary()
})

let upstream: ScriptedUpstream
let current: TestApp | undefined
beforeEach(async () => {
  upstream = await createScriptedUpstream()
})
afterEach(async () => {
  await current?.close()
  current = undefined
  await upstream.close()
})

async function start(baseUrl = upstream.baseUrl, options: ModelAppOptions = PATIENT): Promise<TestApp> {
  current = await createModelApp(library, baseUrl, options)
  return current
}

async function ask(app: TestApp, payload: object, accept = 'text/event-stream') {
  return app.app.inject({ method: 'POST', url: '/api/chat', headers: { host, accept }, payload })
}

const WAYS: readonly (readonly [string, () => Promise<string>, ModelAppOptions])[] = [
  ...MISBEHAVIOURS.map(
    (how) =>
      [
        how,
        async () => {
          upstream.script = () => ({ kind: 'misbehave', how, text: '粮食总产量稳定在99万吨以上。' })
          return upstream.baseUrl
        },
        SHORT[how] ?? PATIENT,
      ] as const,
  ),
  ['refused', async () => REFUSED_BASE_URL, PATIENT],
  ['unknown host', async () => UNKNOWN_HOST_BASE_URL, PATIENT],
  ['no TLS', async () => asTls(upstream.baseUrl), PATIENT],
]

test('the ways are sixteen', () => {
  expect(WAYS).toHaveLength(16)
})

test.each(WAYS)('an upstream that is bad by: %s', async (_name, prepare, options) => {
  const app = await start(await prepare(), options)
  const extractive = (await ask(app, { question: QUESTION, mode: 'extractive' }, 'application/json')).json<ChatAnswer>()
  const begun = performance.now()
  const response = await ask(app, { question: QUESTION })
  // One that keeps it waiting would do so until the whole time is over.
  if (options !== PATIENT) expect(performance.now() - begun).toBeLessThan(15_000)
  const events = parseEvents(response.body)
  expect(events.at(-1)?.event).toBe('answer-end')
  const answer = events.at(-1)?.data as unknown as ChatAnswer
  expect(answer).toMatchObject({
    outcome: 'answered',
    mode: 'extractive',
    model: MODEL_NAME,
    answer: extractive.answer,
    citations: extractive.citations,
  })
  expect(answer.notes?.join('')).toMatch(/语言模型没有用上，这次按原文摘句作答。.+请/)
  expect(joined(events)).toBe(extractive.answer)
  expect(response.body).not.toContain(CANARY_KEY)
  expect(JSON.stringify(app.unexpected)).not.toContain(CANARY_KEY)
  await expect.poll(() => upstream.open).toBe(0)
})

test('what is right is written by the model, checked as it comes, and kept for later readers byte for byte', async () => {
  upstream.script = ({ prompt }) => {
    const [first] = readEvidence(prompt)
    return { kind: 'text', text: `2031年，粮食总产量稳定在97万吨以上。[${first?.handle}]`, pieceChars: 3 }
  }
  const app = await start()
  const response = await ask(app, { question: QUESTION })
  const events = parseEvents(response.body)
  expect(distinct(events.map(({ event }) => event))).toEqual([
    'understood',
    'answer-start',
    'step',
    'statement',
    'answer-delta',
    'citation',
    'answer-end',
  ])
  expect(events.find(({ event }) => event === 'answer-start')?.data).toMatchObject({ mode: 'llm' })
  const verdicts = events.filter(({ event }) => event === 'statement').map(({ data }) => data.verdict)
  expect(distinct(verdicts)).toEqual(['checking', 'supported'])
  const answer = events.at(-1)?.data as unknown as ChatAnswer
  expect(answer).toMatchObject({
    mode: 'llm',
    model: MODEL_NAME,
    answer: '2031年，粮食总产量稳定在97万吨以上。[1]',
    steps: [expect.stringContaining('检索')],
  })
  expect(answer.citations[0]?.quote).toContain('97万吨以上')
  expect(joined(events)).toBe(answer.answer)
  const again = await app.app.inject({ url: `/api/turns/${answer.turnId}/events`, headers: { host } })
  expect(again.body).toBe(response.body)
  expect((await app.app.inject({ url: '/api/turns/t-foreign/events', headers: { host } })).statusCode).toBe(404)
})

test('what is wrong is withdrawn, asked for again, and replaced by the sentence of the original', async () => {
  const wrong = '2031年，粮食总产量稳定在99万吨以上。'
  upstream.script = () => ({ kind: 'text', text: `${wrong}[E1]` })
  const app = await start()
  const answer = (await ask(app, { question: QUESTION }, 'application/json')).json<ChatAnswer>()
  expect(upstream.requests).toHaveLength(2)
  expect(upstream.requests[1]?.prompt).toContain('99万吨以上')
  expect(upstream.requests[1]?.prompt).toMatch(/核对结果：.*99/)
  expect(answer.answer).not.toContain('99')
  expect(answer.statements[0]).toMatchObject({ verdict: 'supported', withdrawn: { text: wrong, problems: [{ kind: 'figure' }] } })
  expect(answer.statements[0]?.text).toContain('97万吨以上')
  upstream.script = (_request, index) => ({ kind: 'text', text: index % 2 === 0 ? `${wrong}[E1]` : '1. 2031年，粮食总产量稳定在97万吨以上。[E1]' })
  const mended = (await ask(app, { question: QUESTION }, 'application/json')).json<ChatAnswer>()
  expect(mended).toMatchObject({ mode: 'llm', answer: '2031年，粮食总产量稳定在97万吨以上。[1]' })
})

test('a statement that is mended into one already given, or given up, is shown as left out and not twice', async () => {
  const right = '2031年，粮食总产量稳定在97万吨以上。'
  const wrong = '2031年，粮食总产量稳定在99万吨以上。'
  const app = await start()
  for (const repaired of [`1. ${right}[E1]`, '1. （删去）']) {
    upstream.script = (_request, index) => ({ kind: 'text', text: index % 2 === 0 ? `${right}[E1]\n${wrong}[E1]` : repaired })
    const response = await ask(app, { question: QUESTION })
    const events = parseEvents(response.body)
    const told = events.filter(({ event }) => event === 'statement').map(({ data }) => data as unknown as StatementProgress)
    const last = (index: number) => told.findLast((statement) => statement.index === index)
    expect(last(0)).toEqual({ index: 0, text: right, verdict: 'supported' })
    expect(last(1)).toMatchObject({ text: '', verdict: 'mismatch', withdrawn: { text: wrong, problems: [{ kind: 'figure' }] } })
    expect(told.filter(({ index, verdict }) => index === 1 && verdict === 'supported')).toEqual([])
    expect(events.at(-1)?.data).toMatchObject({ answer: `${right}[1]` })
  }
})

test('a model that refuses what the library answers, and one that answers what it does not hold, change nothing', async () => {
  const app = await start()
  upstream.script = () => ({ kind: 'text', text: '资料不足。' })
  const answered = (await ask(app, { question: QUESTION }, 'application/json')).json<ChatAnswer>()
  expect(answered).toMatchObject({ outcome: 'answered', mode: 'extractive' })
  expect(answered.notes?.join('')).toContain('按原文摘句作答')
  const before = upstream.requests.length
  upstream.script = () => ({ kind: 'text', text: '2019年粮食总产量为90万吨。[E1]' })
  const refused = (await ask(app, { question: '2019年青江市粮食总产量是多少？' }, 'application/json')).json<ChatAnswer>()
  expect(refused).toMatchObject({ outcome: 'abstained', mode: 'extractive' })
  expect(upstream.requests).toHaveLength(before)
})

test('a model that cannot read that much is asked once more with half of the evidence', async () => {
  const app = await start()
  upstream.script = ({ prompt }, index) =>
    index === 0
      ? { kind: 'status', status: 400, body: JSON.stringify({ error: { code: 'context_length_exceeded', message: 'too long' } }) }
      : { kind: 'text', text: `${readEvidence(prompt)[0]?.text}[E1]` }
  const answer = (await ask(app, { question: '2031年青江市新修灌溉水渠的目标是多少公里？' }, 'application/json')).json<ChatAnswer>()
  const shown = upstream.requests.map(({ prompt }) => readEvidence(prompt).length)
  expect(answer.notes?.join('') ?? '').not.toContain('没有用上')
  expect(shown).toHaveLength(2)
  expect(shown[1]).toBeLessThan(shown[0] ?? 0)
})

test('mode decides: extractive asks no model; the settings decide where it is left out', async () => {
  const app = await start()
  await ask(app, { question: QUESTION, mode: 'extractive' }, 'application/json')
  expect(upstream.requests).toHaveLength(0)
  await ask(app, { question: QUESTION }, 'application/json')
  expect(upstream.requests.length).toBeGreaterThan(0)
  expect((await app.app.inject({ url: '/ready', headers: { host } })).json()).toMatchObject({ model: MODEL_NAME })
})

test('GET /api/model tells no key; the check asks for a word, says what fails, and not too often', async () => {
  const app = await start()
  upstream.script = () => ({ kind: 'text', text: '好' })
  const view = await app.app.inject({ url: '/api/model', headers: { host } })
  expect(view.json()).toEqual({ configured: true, name: MODEL_NAME, host: new URL(upstream.baseUrl).host })
  const check = () => app.app.inject({ method: 'POST', url: '/api/model/check', headers: { host } })
  expect((await check()).json()).toEqual({ name: MODEL_NAME, latencyMs: expect.any(Number) })
  upstream.script = () => ({ kind: 'status', status: 401 })
  const refused = await check()
  expect([refused.statusCode, refused.json().error.code]).toEqual([502, 'model_unauthorized'])
  for (let n = 0; n < 8; n += 1) await check()
  expect((await check()).json().error.code).toBe('rate_limited')
  expect(view.body + refused.body).not.toContain(CANARY_KEY)
})

function joined(events: ReturnType<typeof parseEvents>): string {
  return events
    .filter(({ event }) => event === 'answer-delta')
    .map(({ data }) => data.text)
    .join('')
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}
