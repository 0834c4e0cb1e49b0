import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import type { EvalReport } from '../report/eval-report.ts'
import { type EvidenceRanking, measureEvidence } from '../retrieval/measure-evidence.ts'
import { LEG_NAMES, rankingOf } from '../retrieval/ranking-legs.ts'
import { understandQuestions } from '../retrieval/understand-questions.ts'
import { indexDocuments } from '../run/index-documents.ts'
import { openProgramParts, type ProgramParts, queryFor } from '../run/program-parts.ts'
import { readLibrary } from '../run/read-library.ts'
import { printSkipped } from '../shared-data.ts'
import type { EvalSection } from './eval-section.ts'
import { readGoldSet } from './gold-sets.ts'
import { CORPUS, otherGovernments } from './other-governments.ts'
import { type QuestionGroup, seedQuestions } from './seed-questions.ts'

/** Both legs with the years that the question was taken to ask about as a filter. */
function fusedWithYears(parts: ProgramParts, snapshot: LibrarySnapshot): EvidenceRanking {
  return async ({ understood }, count) => {
    const query = queryFor(understood.question, count, { years: understood.years })
    return (await parts.retriever.rankPassages(snapshot, query)).map((passage) => passage.row)
  }
}

type Rows = Readonly<Record<string, Readonly<Record<string, number | null>>>>

async function measureGroup(group: QuestionGroup, parts: ProgramParts): Promise<Rows> {
  const { documents, relations } = readLibrary(group.originals)
  const snapshot = await indexDocuments(documents, relations, parts)
  const questions = await understandQuestions(parts.engine, snapshot, group.questions)
  const rows: Record<string, Record<string, number | null>> = {}
  for (const leg of LEG_NAMES) {
    const rank = rankingOf(parts, snapshot, leg)
    rows[leg] = await measureEvidence(snapshot, group.originals, questions, ({ understood }, count) => rank(understood.question, count))
  }
  rows['fused, years as filter'] = await measureEvidence(snapshot, group.originals, questions, fusedWithYears(parts, snapshot))
  return rows
}

/** The rows of several groups as one: shares weighted by the number of evidence groups. */
function poolRows(all: readonly Rows[]): Rows {
  const names = Object.keys(all[0] ?? {})
  return Object.fromEntries(
    names.map((name) => {
      const rows = all.flatMap((one) => (one[name] === undefined ? [] : [one[name]]))
      const groups = rows.reduce((sum, row) => sum + (row.groups ?? 0), 0)
      const pooled = (column: string): number =>
        Math.round((10 * rows.reduce((sum, row) => sum + (row[column] ?? 0) * (row.groups ?? 0), 0)) / groups) / 10
      const questions = rows.reduce((sum, row) => sum + (row.questions ?? 0), 0)
      return [name, { questions, groups, 'R@1': pooled('R@1'), 'R@5': pooled('R@5'), 'R@10': pooled('R@10'), MRR: pooled('MRR') }]
    }),
  )
}

async function measureOtherGovernments(parts: ProgramParts): Promise<EvalReport> {
  const other = otherGovernments(readGoldSet('other-governments'))
  if (other === null) {
    printSkipped("retrieval over other governments' documents", `eval/external/${CORPUS}.tgz`)
    return {}
  }
  try {
    const rows: Rows[] = []
    for (const group of other.groups) rows.push(await measureGroup(group, parts))
    return { 'retrieval-other-governments': { figures: poolRows(rows) } }
  } finally {
    other.remove()
  }
}

/** How early the gold evidence comes among the passages: each leg alone, both, and both under the years that were understood. Follow-ups as they were understood. */
export const evaluateRetrieval: EvalSection = async () => {
  const parts = await openProgramParts()
  try {
    const seeds = seedQuestions()
    if (seeds === null) printSkipped('retrieval over the seed documents', 'eval/questions.jsonl')
    const ours: EvalReport = seeds === null ? {} : { 'retrieval-seeds': { figures: await measureGroup(seeds, parts) } }
    return { ...ours, ...(await measureOtherGovernments(parts)) }
  } finally {
    await parts.close()
  }
}
