import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import type { AnswerEngine, TurnMemory } from '../answer/context/answer-engine.ts'

/**
 * What a conversation that is told rather than kept leaves behind: its earlier questions are read again, in order, each with those before it.
 * Without a model, so that the same questions always leave the same memory.
 *
 * @throws the signal's reason when it is aborted
 */
export async function replayQuestions(
  engine: AnswerEngine,
  snapshot: LibrarySnapshot,
  questions: readonly string[],
  signal: AbortSignal,
): Promise<TurnMemory[]> {
  const history: TurnMemory[] = []
  for (const question of questions) {
    signal.throwIfAborted()
    const { memory } = await engine.answer(snapshot, { question, filters: {}, history: [...history], mode: 'extractive' }, undefined, signal)
    history.push(memory)
  }
  return history
}
