import { describe, expect, test } from 'vitest'
import type { ComposedAnswer } from '../answer/context/answer-engine.ts'
import type { Understood } from '../contract/chat.ts'
import type { ChatModel } from '../model/chat-model.ts'
import type { Retriever } from '../retrieval/retriever.ts'
import { isAskedFor, mayRewrite, rewriteQuestion } from './rewrite-question.ts'

const understood: Understood = { question: '2031年要帮多少人找到活干？', years: [2031], places: [], indicators: [], kind: 'value' }
const signal = new AbortController().signal

function saying(reply: string): ChatModel {
  return {
    name: 'scripted',
    async *stream() {
      yield* reply
    },
  }
}

function likening(...values: readonly number[]): Retriever {
  const unused = async () => {
    throw new Error('not implemented')
  }
  return { retrieve: unused, rankPassages: unused, compare: async () => values }
}

function found(over: Partial<ComposedAnswer> = {}): ComposedAnswer {
  const statements = [{ text: '城镇新增就业2.3万人。', citations: [1], verdict: 'supported' as const }]
  return { question: 'q', understood, outcome: 'answered', mode: 'extractive', answer: 'a', statements, citations: [], ...over }
}

describe('a question in other words', () => {
  test.each<[string, string, number, string | null]>([
    ['is taken', '2031年城镇新增就业的目标是多少人？', 0.8, '2031年城镇新增就业的目标是多少人？'],
    ['loses its label and what follows', '改写：2031年城镇新增就业的目标是多少人？\n因为……', 0.8, '2031年城镇新增就业的目标是多少人？'],
    ['of another year is refused', '2030年城镇新增就业的目标是多少人？', 0.8, null],
    ['with a figure of its own is refused', '2031年城镇新增就业5万人的目标是多少？', 0.8, null],
    ['of another meaning is refused', '2031年粮食总产量的目标是多少万吨？', 0.3, null],
    ['that is the same again is refused', understood.question, 1, null],
    ['that is no question but a talk is refused', `2031年${'就业'.repeat(60)}`, 0.9, null],
    ['that is nothing is refused', '\n', 0.9, null],
  ])('%s', async (_name, reply, likeness, expected) => {
    expect(await rewriteQuestion(saying(reply), likening(likeness), understood, signal)).toBe(expected)
  })

  test('is refused where nothing can compare meanings', async () => {
    expect(await rewriteQuestion(saying('2031年城镇新增就业的目标是多少人？'), likening(), understood, signal)).toBeNull()
  })
})

test('its answer counts only for the same years and places, and only near the question that was asked', async () => {
  expect(await isAskedFor(likening(0.5), understood, found())).toBe(true)
  expect(await isAskedFor(likening(0.1), understood, found())).toBe(false)
  expect(await isAskedFor(likening(0.9), understood, found({ outcome: 'abstained' }))).toBe(false)
  expect(await isAskedFor(likening(0.9), understood, found({ understood: { ...understood, years: [2030] } }))).toBe(false)
  expect(await isAskedFor(likening(0.9), understood, found({ understood: { ...understood, places: ['青江市'] } }))).toBe(false)
})

test('other words are tried only where a search found nothing and nothing is known to be missing', () => {
  const searched = { outcome: 'abstained' as const, reason: '在文库中查找了“找到活干”，没有找到能回答的原文。', missing: ['找到活干'] }
  expect(mayRewrite(found(searched))).toBe(true)
  expect(mayRewrite(found({ ...searched, missing: ['年份：2019年'] }))).toBe(false)
  expect(mayRewrite(found({ ...searched, missing: ['地区：某市'] }))).toBe(false)
  expect(mayRewrite(found({ ...searched, reason: '文库中没有“10%”这一说法。' }))).toBe(false)
  expect(mayRewrite(found())).toBe(false)
})
