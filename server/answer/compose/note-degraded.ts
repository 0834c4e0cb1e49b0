import type { AnswerEngine } from '../context/answer-engine.ts'

/** The engine with a note on each answer while something works less well. @param degraded Chinese: what and why; null while all is well */
export function noteDegraded(engine: AnswerEngine, degraded: () => string | null): AnswerEngine {
  return {
    examples: (snapshot, count) => engine.examples(snapshot, count),
    async answer(snapshot, request, listener, signal) {
      const { answer, memory } = await engine.answer(snapshot, request, listener, signal)
      const note = degraded()
      return { answer: note === null ? answer : { ...answer, notes: [...(answer.notes ?? []), note] }, memory }
    },
  }
}
