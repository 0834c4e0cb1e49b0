import { expect, test } from 'vitest'
import { isRightSentence, refusalAt } from './rgb.ts'

const wanted = { query: '会议几月几日在哪里举行？', answers: [['5月3日', '五月三日'], ['ABC厅']], docs: [] }

test('a sentence is right when it holds every answer in one of its spellings', () => {
  expect(isRightSentence(wanted, '会议于五月三日在abc厅举行。')).toBe(true)
  expect(isRightSentence(wanted, '会议于五月三日举行。')).toBe(false)
})

test('the threshold refuses at most the given share of answerable questions', () => {
  const answerable = Array.from({ length: 100 }, (_, index) => index / 100)
  const { rate, threshold } = refusalAt(0.05, answerable, [0.01, 0.04, 0.2, 0.9])
  expect(answerable.filter((coverage) => coverage < threshold).length).toBe(5)
  expect(rate).toBe(0.5)
})

test('equal coverage refuses nobody', () => {
  expect(refusalAt(0.05, [1, 1, 1], [1, 1]).rate).toBe(0)
})
