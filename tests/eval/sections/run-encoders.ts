import type { EmbedderConfig } from '../../../ingest/embedding/open-embedder.ts'
import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import { measureRecall } from '../external/measure-recall.ts'
import { createPassageLibrary } from '../external/passage-library.ts'
import { readQuestionSet } from '../external/question-set.ts'
import type { GoldQuestion } from '../questions/question.ts'
import { percentile, roundTo } from '../report/statistics.ts'
import { measureEvidence } from '../retrieval/measure-evidence.ts'
import { rankingOf } from '../retrieval/ranking-legs.ts'
import { understandQuestions } from '../retrieval/understand-questions.ts'
import { indexDocuments } from '../run/index-documents.ts'
import { openProgramParts, type ProgramParts } from '../run/program-parts.ts'
import { readLibrary } from '../run/read-library.ts'
import { printSkipped, sharedPath } from '../shared-data.ts'
import type { EvalSection } from './eval-section.ts'
import { type QuestionGroup, seedQuestions } from './seed-questions.ts'

type Row = Record<string, number | null>

const FULL_SIZE = ['models', 'bge-small-zh-v1.5'] as const
/** The machine may be busy with other things: the quietest of so many rounds is reported. */
const TIMED_ROUNDS = 3

/** One row an encoder: the shipped one, a full-size one in the usual layout where it is there, and none. */
function encoders(): ReadonlyMap<string, EmbedderConfig> {
  const rows = new Map<string, EmbedderConfig>([['shipped', { kind: 'local' }]])
  const modelDir = sharedPath(...FULL_SIZE)
  if (modelDir === null) printSkipped('a full-size encoder in place of the shipped one', FULL_SIZE.join('/'))
  else rows.set(FULL_SIZE[1], { kind: 'local', modelDir })
  return rows.set('none', { kind: 'none' })
}

/** Milliseconds of a question, in this process. */
async function timeQuestions(parts: ProgramParts, snapshot: LibrarySnapshot, questions: readonly GoldQuestion[]): Promise<Row> {
  const rounds: number[][] = []
  for (let round = 0; round < TIMED_ROUNDS; round += 1) {
    const times: number[] = []
    for (const { turns } of questions) {
      const began = performance.now()
      await parts.engine.answer(snapshot, { question: turns[0] ?? '', filters: {}, history: [] })
      times.push(performance.now() - began)
    }
    rounds.push(times)
  }
  const least = (fraction: number): number => roundTo(Math.min(...rounds.map((times) => percentile(times, fraction) ?? Number.POSITIVE_INFINITY)), 1)
  return { p50_ms: least(0.5), p95_ms: least(0.95) }
}

async function measureSeeds(seeds: QuestionGroup, parts: ProgramParts): Promise<Row> {
  const { documents, relations } = readLibrary(seeds.originals)
  const snapshot = await indexDocuments(documents, relations, parts)
  const questions = await understandQuestions(parts.engine, snapshot, seeds.questions)
  const rank = rankingOf(parts, snapshot, 'fused')
  const found = await measureEvidence(snapshot, seeds.originals, questions, ({ understood }, count) => rank(understood.question, count))
  const { 'R@1': first = null, 'R@5': five = null, 'paraphrase R@5': paraphrase = null } = found
  return { 'seeds R@1': first, 'seeds R@5': five, 'paraphrase R@5': paraphrase, ...(await timeQuestions(parts, snapshot, seeds.questions)) }
}

async function measureWebQuestions(parts: ProgramParts): Promise<Row> {
  const set = readQuestionSet('dureader_robust_dev')
  if (set === null) return {}
  const snapshot = await createPassageLibrary(set.passages, parts)
  const { 'R@1': first = null, 'R@5': five = null } = await measureRecall(set, rankingOf(parts, snapshot, 'fused'))
  return { 'DuReader R@1': first, 'DuReader R@5': five }
}

/** What each encoder makes of the same questions: words and vectors together, without any filter. */
export const evaluateEncoders: EvalSection = async () => {
  const seeds = seedQuestions()
  if (seeds === null) printSkipped('encoders over the seed documents', 'eval/questions.jsonl')
  const figures: Record<string, Row> = {}
  for (const [name, config] of encoders()) {
    const parts = await openProgramParts(config)
    try {
      const { dimension = 0, weight = null } = parts.embedder ?? {}
      figures[name] = { dimension, weight, ...(seeds && (await measureSeeds(seeds, parts))), ...(await measureWebQuestions(parts)) }
    } finally {
      await parts.close()
    }
  }
  return { encoders: { figures } }
}
