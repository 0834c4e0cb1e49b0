import { expect, it } from 'vitest'
import { findQuestionProblem, QUESTION_LIMIT } from './question-check.ts'

it('lets questions up to the limit pass, and says what is wrong with others', () => {
  expect(findQuestionProblem('问'.repeat(QUESTION_LIMIT))).toBeNull()
  expect(findQuestionProblem('问'.repeat(QUESTION_LIMIT + 7))).toContain('超出 7 字')
  expect(findQuestionProblem(' \n　')).toBe('请先写下问题。')
})
