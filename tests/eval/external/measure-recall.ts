import { mean, percent } from '../report/statistics.ts'
import type { PassageRanking } from '../retrieval/ranking-legs.ts'
import type { QuestionSet } from './question-set.ts'

const DEPTHS = [1, 5, 10] as const

/**
 * Ranks the passages of a set for each of its questions.
 *
 * @returns R@k: percent of the questions of which a gold passage is among the first k
 */
export async function measureRecall(set: QuestionSet, rank: PassageRanking): Promise<Record<string, number | null>> {
  const rowOf = new Map(set.passages.map((passage, row) => [passage.id, row]))
  const ranks: number[] = []
  for (const question of set.questions) {
    const gold = new Set(question.gold.map((id) => rowOf.get(id)))
    const rows = await rank(question.question, Math.max(...DEPTHS))
    const at = rows.findIndex((row) => gold.has(row))
    ranks.push(at < 0 ? Number.POSITIVE_INFINITY : at + 1)
  }
  const recall = DEPTHS.map((depth) => [`R@${depth}`, percent(mean(ranks.map((rank) => Number(rank <= depth))))] as const)
  return { questions: set.questions.length, passages: set.passages.length, ...Object.fromEntries(recall) }
}
