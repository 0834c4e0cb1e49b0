import type { Understood } from '../../../server/contract/chat.ts'
import type { GoldQuestion } from '../questions/question.ts'
import { askTurns } from '../run/ask-question.ts'
import { startApp } from '../run/running-app.ts'
import type { QuestionGroup } from '../sections/seed-questions.ts'

/** A gold question and what the program took it to be: follow-ups complete by themselves, years and places filled in. */
export interface UnderstoodQuestion {
  readonly question: GoldQuestion
  readonly understood: Understood
}

/** Asks the running program every answerable question of the group and keeps what it understood. */
export async function understandQuestions(group: QuestionGroup): Promise<UnderstoodQuestion[]> {
  const app = await startApp({ seedsDir: group.folder, documents: group.originals.size })
  try {
    const understood: UnderstoodQuestion[] = []
    for (const question of group.questions.filter((one) => one.answerable)) {
      const { answer } = await askTurns(app.base, question.turns)
      understood.push({ question, understood: answer.understood })
    }
    return understood
  } finally {
    await app.stop()
    app.remove()
  }
}
