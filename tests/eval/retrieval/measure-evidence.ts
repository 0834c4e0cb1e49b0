import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import { evidenceGroups, type FileRange, isGroupMet, type Originals } from '../judging/evidence.ts'
import type { GoldQuestion } from '../questions/question.ts'
import { mean, percent } from '../report/statistics.ts'
import type { UnderstoodQuestion } from './understand-questions.ts'

/** Ranks passage rows for a gold question, best first, at most `count`. */
export type EvidenceRanking = (item: UnderstoodQuestion, count: number) => Promise<readonly number[]>

const DEPTH = 10

function passageRange(snapshot: LibrarySnapshot, row: number): FileRange | null {
  const passage = snapshot.passages[row]
  return passage === undefined ? null : { file: passage.document.document.file, ...passage.passage.range }
}

/** For each evidence group the place, from 1, of the first passage that covers 30 % of one of its quotes; null beyond the depth. */
function groupRanks(snapshot: LibrarySnapshot, originals: Originals, question: GoldQuestion, rows: readonly number[]): (number | null)[] {
  const ranges = rows.map((row) => passageRange(snapshot, row))
  return evidenceGroups(question).map((group) => {
    const at = ranges.findIndex((range) => range !== null && isGroupMet(originals, group, [range]))
    return at < 0 ? null : at + 1
  })
}

const within = (ranks: readonly (number | null)[], depth: number): number | null =>
  percent(mean(ranks.map((rank) => Number(rank !== null && rank <= depth))))

/**
 * Ranks the passages for every question and says how much of the gold evidence comes early.
 *
 * @returns R@1, R@5, R@10: percent of evidence groups met by the first 1, 5, 10 passages; MRR: mean over the questions of 1 ÷ the place of the first passage with any evidence, 0 beyond 10, in percent;
 * paraphrase R@5: the same over the questions that share hardly a word with their evidence
 */
export async function measureEvidence(
  snapshot: LibrarySnapshot,
  originals: Originals,
  questions: readonly UnderstoodQuestion[],
  rank: EvidenceRanking,
): Promise<Record<string, number | null>> {
  const all: (number | null)[] = []
  const paraphrase: (number | null)[] = []
  const firstRanks: number[] = []
  for (const item of questions) {
    const { question } = item
    const ranks = groupRanks(snapshot, originals, question, await rank(item, DEPTH))
    all.push(...ranks)
    firstRanks.push(Math.min(...ranks.map((rank) => rank ?? Number.POSITIVE_INFINITY)))
    if (question.category === 'paraphrase') paraphrase.push(...ranks)
  }
  return {
    questions: questions.length,
    groups: all.length,
    'R@1': within(all, 1),
    'R@5': within(all, 5),
    'R@10': within(all, 10),
    MRR: percent(mean(firstRanks.map((rank) => 1 / rank))),
    'paraphrase R@5': within(paraphrase, 5),
  }
}
