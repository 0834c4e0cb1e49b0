import { describeFailure } from '../report/describe-failure.ts'
import type { EvalReport } from '../report/eval-report.ts'
import { indexDocuments } from '../run/index-documents.ts'
import { openProgramParts } from '../run/program-parts.ts'
import { rankedSentences } from '../run/ranked-sentences.ts'
import { readLibrary } from '../run/read-library.ts'
import { startApp } from '../run/running-app.ts'
import { printSkipped } from '../shared-data.ts'
import { askAll } from './ask-all.ts'
import type { EvalContext, EvalSection } from './eval-section.ts'
import { GOLD_SETS, type GoldSetName, readGoldSet } from './gold-sets.ts'
import type { JudgedQuestion } from './judged-question.ts'
import { CORPUS, otherGovernments } from './other-governments.ts'
import { type QuestionGroup, seedQuestions } from './seed-questions.ts'
import { summarizeQuestions } from './summarize.ts'

const RETRIEVED_SHOWN = 5

interface GroupResult {
  readonly judged: readonly JudgedQuestion[]
  readonly failures: readonly string[]
}

/** Reads the group's documents in this process and tells for each failure what the retriever finds for the question as it was understood. */
async function describeAll(group: QuestionGroup, failed: readonly JudgedQuestion[]): Promise<string[]> {
  if (failed.length === 0) return []
  const parts = await openProgramParts()
  try {
    const { documents, relations } = readLibrary(group.originals)
    const snapshot = await indexDocuments(documents, relations, parts)
    const entries: string[] = []
    for (const item of failed) {
      const understood = item.timed?.answer.understood ?? { question: item.question.turns.at(-1) ?? '', years: [] }
      entries.push(describeFailure(item, group.originals, await rankedSentences(parts, snapshot, understood, RETRIEVED_SHOWN)))
    }
    return entries
  } finally {
    await parts.close()
  }
}

/** Starts the app on the group's documents and asks its questions over HTTP. */
async function runGroup(group: QuestionGroup, category: string | null): Promise<GroupResult> {
  const questions = group.questions.filter((question) => category === null || question.category === category)
  if (questions.length === 0) return { judged: [], failures: [] }
  const app = await startApp({ seedsDir: group.folder, documents: group.originals.size })
  try {
    const judged = await askAll(app.base, group.originals, questions)
    await app.stop()
    const failed = judged.filter((item) => !item.judgement.full)
    return { judged, failures: await describeAll(group, failed) }
  } finally {
    await app.stop()
    app.remove()
  }
}

async function runGroups(name: string, groups: readonly QuestionGroup[], context: EvalContext): Promise<EvalReport> {
  const judged: JudgedQuestion[] = []
  const failures: string[] = []
  for (const group of groups) {
    const result = await runGroup(group, context.category)
    judged.push(...result.judged)
    failures.push(...result.failures)
  }
  if (judged.length === 0) return {}
  context.failures.add(name, failures)
  const order = new Map(groups.flatMap((group) => group.questions).map((question, index) => [question.id, index]))
  judged.sort((a, b) => (order.get(a.question.id) ?? 0) - (order.get(b.question.id) ?? 0))
  return { [name]: summarizeQuestions(judged) }
}

/** The given questions over the seed documents, asked over HTTP and judged as the shared scorer does. */
export const evaluateSeeds: EvalSection = async (context) => {
  const group = seedQuestions()
  if (group === null) {
    printSkipped('questions over the seed documents', 'eval/questions.jsonl')
    return {}
  }
  return runGroups('seeds', [group], context)
}

/** Our own gold questions, set by set and group by group with the documents that belong together. */
export const evaluateOtherGovernments: EvalSection = async (context) => {
  let report: EvalReport = {}
  for (const { name } of GOLD_SETS) report = { ...report, ...(await evaluateSet(name, context)) }
  return report
}

async function evaluateSet(name: GoldSetName, context: EvalContext): Promise<EvalReport> {
  const other = otherGovernments(readGoldSet(name))
  if (other === null) {
    printSkipped(`questions of the set ${name}`, `eval/external/${CORPUS}.tgz`)
    return {}
  }
  try {
    return await runGroups(name, other.groups, context)
  } finally {
    other.remove()
  }
}
