import type { EvalReport } from '../report/eval-report.ts'
import { LEG_NAMES, rankingOf } from '../retrieval/ranking-legs.ts'
import type { ProgramParts } from '../run/program-parts.ts'
import { printSkipped } from '../shared-data.ts'
import { measureRecall } from './measure-recall.ts'
import { createPassageLibrary } from './passage-library.ts'
import { readQuestionSet } from './question-set.ts'

/** Public question sets on which finding the right passage is measured, and what they are. */
export const RECALL_SETS = {
  dureader_robust_dev: 'DuReader robust: questions typed into a web search, each answered by one passage of the web (published BM25 here R@5 88.7)',
  cmrc2018_dev: 'CMRC 2018: questions that people wrote while reading a passage of an encyclopedia (BM25 R@5 99.8)',
  stard_laws_dev: 'STARD: everyday legal questions against 60,450 articles of law (BM25 R@10 43.7, a published fine-tuned encoder 60.6)',
} as const
export type RecallSet = keyof typeof RECALL_SETS

/** R@1, R@5 and R@10 of one set: words alone, vectors alone, and the retriever's fusion of both. */
export async function evaluateRecallSet(name: RecallSet, parts: ProgramParts): Promise<EvalReport> {
  const set = readQuestionSet(name)
  if (set === null) {
    printSkipped(RECALL_SETS[name], `eval/external/${name}.tgz`)
    return {}
  }
  const snapshot = await createPassageLibrary(set.passages, parts)
  const figures: Record<string, Record<string, number | null>> = {}
  for (const leg of LEG_NAMES) figures[leg] = await measureRecall(set, rankingOf(parts, snapshot, leg))
  return { [name]: { figures } }
}
