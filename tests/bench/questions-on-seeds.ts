import { seedQuestions } from '../eval/sections/seed-questions.ts'
import { printSkipped } from '../eval/shared-data.ts'
import type { Benchmark } from './benchmark.ts'
import { benchOverHttp } from './http-questions.ts'
import { benchInProcess } from './in-process-questions.ts'

/** How long does a question take on the seed documents, over HTTP and in process? Single turns of the gold set. */
export const questionsOnSeeds: Benchmark = {
  name: 'questions on the seed documents',
  async run() {
    const group = seedQuestions()
    if (group === null) {
      printSkipped('questions on the seed documents', 'eval/questions.jsonl')
      return {}
    }
    const questions = group.questions.filter((question) => question.turns.length === 1).flatMap((question) => question.turns)
    return { ...(await benchOverHttp(group.folder, questions)), ...(await benchInProcess(group.folder, questions)) }
  },
}
