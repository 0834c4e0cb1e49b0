import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import type { AnswerEngine, TurnMemory } from '../../../server/answer/context/answer-engine.ts'
import type { Understood } from '../../../server/contract/chat.ts'
import type { GoldQuestion } from '../questions/question.ts'

/** A gold question and what the program took it to be: follow-ups complete by themselves, years and places filled in. */
export interface UnderstoodQuestion {
  readonly question: GoldQuestion
  readonly understood: Understood
}

async function understandTurns(engine: AnswerEngine, snapshot: LibrarySnapshot, turns: readonly string[]): Promise<Understood> {
  const history: TurnMemory[] = []
  for (const question of turns) {
    const { memory } = await engine.answer(snapshot, { question, filters: {}, history })
    history.push(memory)
  }
  const last = history.at(-1)
  if (last === undefined) throw new Error('Cannot understand a question without turns')
  return last.understood
}

/** Puts every answerable question to the engine, turn by turn, and keeps what the last turn was understood to be. */
export async function understandQuestions(
  engine: AnswerEngine,
  snapshot: LibrarySnapshot,
  questions: readonly GoldQuestion[],
): Promise<UnderstoodQuestion[]> {
  const understood: UnderstoodQuestion[] = []
  for (const question of questions.filter((one) => one.answerable)) {
    understood.push({ question, understood: await understandTurns(engine, snapshot, question.turns) })
  }
  return understood
}
