import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AnswerEngine } from './answer/context/answer-engine.ts'
import type { WarmUpPart } from './warm-up.ts'

/** Examples ask for one value; these go the other ways that a question can take. */
const OTHER_KINDS = ['今年的重点任务有哪些？', '主要目标与去年相比有什么变化？', '这份报告是什么时候作的？', '什么是“一网通办”？']
const EXAMPLES = 6
/** For the figures of whole papers, which take seconds to read in a large library and stop all else unless they have been read before. */
export const OVER_ALL_FIGURES = ['主要指标列表对比']

/**
 * Asks the engine a few questions behind the answers, once in the life of the program: a first question would else wait until the engine's code is compiled.
 * Nothing of it is kept, and no answer depends on it.
 *
 * @param questions examples of the library and some of other kinds where they are left out
 */
export function createRehearsal(engine: AnswerEngine, questions: readonly string[] | null = null): WarmUpPart {
  let isDone = false
  return {
    async prepare(snapshot, signal) {
      if (isDone) return
      for (const question of questions ?? [...engine.examples(snapshot, EXAMPLES), ...OTHER_KINDS]) {
        await nextTurn()
        if (signal.aborted) return
        await engine.answer(snapshot, { question, filters: {}, history: [] })
      }
      isDone = true
    },
  }
}
