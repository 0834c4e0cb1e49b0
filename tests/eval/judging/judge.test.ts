import { expect, test } from 'vitest'
import type { GoldQuestion } from '../questions/question.ts'
import { type JudgedAnswer, judgeAnswer } from './judge.ts'

const text = '甲市2031年报告。今年粮食产量目标30万吨，其中小麦12万吨。\n去年完成28万吨。'
const originals = new Map([['a.txt', text]])

const question: GoldQuestion = {
  id: 'x1',
  category: 'single_fact',
  difficulty: 'easy',
  turns: ['2031年粮食产量目标是多少？'],
  answerable: true,
  answer: '30万吨',
  must_include: ['30万吨'],
  any_of: false,
  evidence: [{ file: 'a.txt', quote: '粮食产量目标30万吨', group: 1 }],
}

function answerWith(quote: string, change: Partial<JudgedAnswer> = {}): JudgedAnswer {
  const start = text.indexOf(quote)
  const citation = { n: 1, file: 'a.txt', quote, start, end: start + quote.length }
  return { outcome: 'answered', answer: '目标30万吨[1]', statements: [{ citations: [1] }], citations: [citation], ...change }
}

const RIGHT_QUOTE = '今年粮食产量目标30万吨，其中小麦12万吨。'

test('an answer that holds the figure and cites its sentence is full', () => {
  expect(judgeAnswer(originals, question, answerWith(RIGHT_QUOTE))).toMatchObject({ right: true, cited: 1, honest: true, full: true })
})

test('a citation of another sentence does not count as evidence', () => {
  expect(judgeAnswer(originals, question, answerWith('去年完成28万吨。'))).toMatchObject({ right: true, cited: 0, full: false })
})

test('a citation whose offsets do not slice its quote is dishonest', () => {
  const answer = answerWith(RIGHT_QUOTE)
  const shifted = answer.citations.map((citation) => ({ ...citation, start: citation.start + 1 }))
  expect(judgeAnswer(originals, question, { ...answer, citations: shifted })).toMatchObject({ honest: false, full: false })
})

test('a statement without a citation is dishonest', () => {
  expect(judgeAnswer(originals, question, answerWith(RIGHT_QUOTE, { statements: [{ citations: [] }] }))).toMatchObject({ honest: false })
})

test('an answer beyond 300 characters is no answer', () => {
  const long = answerWith(RIGHT_QUOTE, { answer: `目标30万吨[1]${'长'.repeat(300)}` })
  expect(judgeAnswer(originals, question, long)).toMatchObject({ right: false, tooLong: true })
  expect(judgeAnswer(originals, { ...question, category: 'list' }, long)).toMatchObject({ right: true })
})

test('evidence of one group is interchangeable, each group is needed', () => {
  const both = [...question.evidence, { file: 'a.txt', quote: '去年完成28万吨', group: 2 }]
  expect(judgeAnswer(originals, { ...question, evidence: both }, answerWith(RIGHT_QUOTE))).toMatchObject({ cited: 0.5, full: false })
  const either = both.map((evidence) => ({ ...evidence, group: 1 }))
  expect(judgeAnswer(originals, { ...question, evidence: either }, answerWith(RIGHT_QUOTE))).toMatchObject({ cited: 1, full: true })
})

test('an unanswerable question is right when it is refused', () => {
  const unanswerable = { ...question, answerable: false, must_include: [], evidence: [] }
  const refusal = answerWith(RIGHT_QUOTE, { outcome: 'abstained', statements: [], citations: [] })
  expect(judgeAnswer(originals, unanswerable, refusal)).toMatchObject({ right: true, cited: null, full: true })
  expect(judgeAnswer(originals, unanswerable, answerWith(RIGHT_QUOTE))).toMatchObject({ right: false, full: false })
})
