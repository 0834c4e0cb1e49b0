import type { MAX_QUESTION_CHARS } from '../../../server/contract/chat.ts'

/** The contract's limit; the type keeps the two from drifting apart, since the page takes only types from the server. */
export const QUESTION_LIMIT: typeof MAX_QUESTION_CHARS = 2_000

/** The counter shows from here on. */
export const COUNTER_FROM = 1_800

/** What is wrong with a question before it is sent, in Chinese; null when it may go. */
export function findQuestionProblem(question: string): string | null {
  if (question.trim() === '') return '请先写下问题。'
  const excess = question.length - QUESTION_LIMIT
  return excess > 0 ? `问题超出 ${excess} 字（上限 ${QUESTION_LIMIT} 字）。请缩短，或拆成几个问题。` : null
}
