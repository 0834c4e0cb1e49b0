import { createSeededRandom } from '../facts/seeded-random.ts'
import type { GoldQuestion } from '../questions/question.ts'

/** A seeded draw that spreads over the categories in turn. */
export function drawQuestions(questions: readonly GoldQuestion[], count: number, seed: number): GoldQuestion[] {
  const random = createSeededRandom(seed)
  const byCategory = new Map<string, { question: GoldQuestion; order: number }[]>()
  for (const question of questions) byCategory.set(question.category, [...(byCategory.get(question.category) ?? []), { question, order: random() }])
  const queues = [...byCategory.values()].map((queue) => queue.sort((a, b) => a.order - b.order))
  const drawn: GoldQuestion[] = []
  for (let round = 0; drawn.length < Math.min(count, questions.length); round += 1) {
    for (const queue of queues) {
      const next = queue[round]
      if (next && drawn.length < count) drawn.push(next.question)
    }
  }
  return drawn
}
