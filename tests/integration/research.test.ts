import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createAnalyzer } from '../../ingest/text/create-analyzer.ts'
import { openSegmenter } from '../../ingest/text/open-segmenter.ts'
import type { ComposedAnswer } from '../../server/answer/context/answer-engine.ts'
import { createFactReader } from '../../server/answer/facts/fact-reader.ts'
import type { AnswerStep } from '../../server/contract/events.ts'
import { createLangchainAgent } from '../../server/model/langchain-agent.ts'
import { MODEL_LIMITS } from '../../server/model/model-limits.ts'
import { createOpenAiChatModel, createOpenAiClient } from '../../server/model/openai-chat-model.ts'
import { createModelAnswerEngine } from '../../server/model-answer/create-model-answer-engine.ts'
import { createResearcher } from '../../server/research/create-researcher.ts'
import { createRetriever, type Retriever } from '../../server/retrieval/retriever.ts'
import { createSynonymFinder } from '../../server/understand/other-names.ts'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'
import { INVENTED_LIBRARY } from '../support/invented-library.ts'
import { createScriptedUpstream, type ScriptedUpstream, type UpstreamReply, type UpstreamRequest } from '../support/scripted-upstream.ts'

const WHY: Readonly<Record<string, string>> = {
  ...INVENTED_LIBRARY,
  '蚕桑.txt': `青江市2031年蚕桑产业调研报告

一、发展情况

2030年，全市蚕桑面积缩减2万亩。全市蚕桑产业面积缩减的情况各县不一。

二、问题分析

受丝价下跌影响，2030年部分农户改种水稻，是面积减少的主要原因。
`,
}

let held: AnswerLibrary & { readonly retriever: Retriever }
beforeAll(async () => {
  const { segmenter } = await openSegmenter()
  const retriever = createRetriever({ analyzer: createAnalyzer(segmenter), embedder: null, synonyms: createSynonymFinder() })
  held = { ...(await createAnswerLibrary(WHY)), retriever }
})

let upstream: ScriptedUpstream
let steps: AnswerStep[]
let ask: (question: string) => Promise<ComposedAnswer>
beforeEach(async () => {
  upstream = await createScriptedUpstream()
  steps = []
  const { snapshot, engine, retriever } = held
  const config = { model: 'scripted', baseUrl: upstream.baseUrl, apiKey: 'key' }
  const agent = createLangchainAgent({ createModel: (maxTokens) => createOpenAiClient(config, maxTokens) })
  const withModel = createModelAnswerEngine({
    extractive: engine,
    model: createOpenAiChatModel(config, { ...MODEL_LIMITS, maxRetries: 0 }),
    retriever,
    researcher: createResearcher({ agent, retriever, facts: createFactReader(), contextTokens: 8_000 }),
    onUnexpected: (error) => {
      throw error
    },
  })
  ask = async (question) =>
    (await withModel.answer(snapshot, { question, filters: {}, history: [], mode: 'llm' }, { onStep: (step) => steps.push(step) })).answer
})
afterEach(async () => {
  await upstream.close()
})

const COMPARISON = '对比青江市和白水县2029年、2030年、2031年的地区生产总值'

function call(name: string, args: unknown): UpstreamReply {
  return { kind: 'text', text: '', toolCalls: [{ name, args }] }
}

/** The number under which a prompt shows the sentence that holds a text. */
function handleOf(request: UpstreamRequest, text: string): string {
  return (
    request.prompt
      .split('\n')
      .find((line) => line.startsWith('[E') && line.includes(text))
      ?.match(/^\[E\d+\]/)?.[0] ?? '[E?]'
  )
}

test('a question for a reason is looked into; what the tools showed may be cited, and is verified', async () => {
  upstream.script = (request, index) => {
    if (index === 0) return call('search', { query: '蚕桑面积减少的原因', years: [2030] })
    if (index === 1) return call('read_section', { documentId: handleOf(request, '丝价下跌').replace(/[[\]]/g, '') })
    return {
      kind: 'text',
      text: `2030年丝价下跌，部分农户改种水稻，是面积减少的主要原因。${handleOf(request, '丝价下跌')}\n2030年全市蚕桑面积缩减9万亩。[E1]`,
    }
  }
  const answer = await ask('2030年青江市蚕桑面积为什么缩减？')
  expect(answer.understood.kind).toBe('why')
  expect(answer.mode).toBe('llm')
  const reason = answer.statements.find(({ text }) => text.includes('丝价下跌'))
  expect(reason?.verdict).toBe('supported')
  expect(answer.citations.filter(({ n }) => reason?.citations.includes(n)).map(({ quote }) => quote)).toEqual([
    expect.stringContaining('受丝价下跌影响'),
  ])
  expect(answer.answer).not.toContain('9万亩')
  expect(answer.steps?.slice(-2)).toEqual(['检索“蚕桑面积减少的原因”（2030年）', expect.stringMatching(/^读章节“E\d+”$/)])
  expect(steps.slice(-4).map(({ label, status }) => [label.slice(0, 3), status])).toEqual([
    ['检索“', 'running'],
    ['检索“', 'done'],
    ['读章节', 'running'],
    ['读章节', 'done'],
  ])
  expect(steps.map(({ n }) => n)).toEqual([1, 1, 2, 2, 3, 3])
})

test('a comparison of many years and places is looked into; a plain question never pays for it', async () => {
  upstream.script = (request, index) =>
    index === 0
      ? call('compare', { indicator: '地区生产总值' })
      : { kind: 'text', text: `2029年青江市地区生产总值完成765.8亿元。${handleOf(request, '765.8')}` }
  const answer = await ask(COMPARISON)
  expect(answer.steps).toContain('比较“地区生产总值”')
  const before = upstream.requests.length
  upstream.script = () => ({ kind: 'text', text: '812.5亿元。[E1]' })
  await ask('2030年青江市地区生产总值是多少？')
  expect(upstream.requests.slice(before).every(({ body }) => body.tools === undefined)).toBe(true)
  expect(upstream.requests.length).toBeGreaterThan(before)
})

test.each<[string, (request: UpstreamRequest) => UpstreamReply]>([
  ['tools that the endpoint refuses', (request) => (request.body.tools ? { kind: 'status', status: 400 } : { kind: 'text', text: '资料不足。' })],
  [
    'a model that never stops looking',
    (request) => (request.prompt.includes('工具') ? call('search', { query: '水渠' }) : { kind: 'text', text: '资料不足。' }),
  ],
])('%s: the plain answer, with a note', async (_, script) => {
  upstream.script = script
  const plain = await ask(COMPARISON)
  expect(plain.outcome).toBe('answered')
  expect(plain.notes?.join('')).toContain('没有进一步查找')
  expect(plain.statements.every(({ verdict }) => verdict === 'supported')).toBe(true)
  expect(upstream.requests.at(-1)?.body.tools).toBeUndefined()
})

test('an endpoint that is down: the extractive answer', async () => {
  upstream.script = () => ({ kind: 'status', status: 500 })
  const answer = await ask(COMPARISON)
  expect([answer.outcome, answer.mode]).toEqual(['answered', 'extractive'])
  expect(answer.notes?.join('')).toContain('按原文摘句作答')
})
