import type { Originals } from '../judging/evidence.ts'
import { judgeAnswer } from '../judging/judge.ts'
import type { GoldQuestion } from '../questions/question.ts'
import { askTurns } from '../run/ask-question.ts'
import { type JudgedQuestion, UNANSWERED } from './judged-question.ts'

/** Asks every question of the running app, one after the other, and judges the answers. An error counts against the question and does not stop the others. */
export async function askAll(base: string, originals: Originals, questions: readonly GoldQuestion[]): Promise<JudgedQuestion[]> {
  const judged: JudgedQuestion[] = []
  for (const question of questions) {
    try {
      const timed = await askTurns(base, question.turns)
      judged.push({ question, timed, error: null, judgement: judgeAnswer(originals, question, timed.answer) })
    } catch (error) {
      judged.push({ question, timed: null, error: error instanceof Error ? error.message : String(error), judgement: UNANSWERED })
    }
  }
  return judged
}
