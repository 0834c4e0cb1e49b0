import { randomUUID } from 'node:crypto'
import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import type { AnswerEngine, TurnMemory } from '../answer/context/answer-engine.ts'
import { type ChatAnswer, MAX_QUESTION_CHARS } from '../contract/chat.ts'

/** One conversation that lives as long as the command: each question knows those before it. Nothing is kept. */
export interface AskSession {
  /** @throws {CodedError} question_empty, question_too_long */
  ask(question: string): Promise<ChatAnswer>
}

export function createAskSession(engine: AnswerEngine, snapshot: LibrarySnapshot): AskSession {
  const conversationId = randomUUID()
  const history: TurnMemory[] = []
  return {
    async ask(question) {
      checkQuestion(question)
      const { answer, memory } = await engine.answer(snapshot, { question, filters: {}, history })
      history.push(memory)
      return { conversationId, turnId: `t${randomUUID().replaceAll('-', '')}`, ...answer }
    },
  }
}

function checkQuestion(question: string): void {
  if (question.trim() === '') throw new CodedError('question_empty', '问题是空的。用法：npm run ask -- "问题"')
  if (question.length > MAX_QUESTION_CHARS) {
    throw new CodedError('question_too_long', `问题太长，最多 ${MAX_QUESTION_CHARS} 个字。请只保留要问的内容。`)
  }
}
