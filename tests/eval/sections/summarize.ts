import type { SectionReport } from '../report/eval-report.ts'
import { mean, percent, percentile, percentTrue, roundTo } from '../report/statistics.ts'
import type { JudgedQuestion } from './judged-question.ts'

type Row = Record<string, number | null>

const rounded = (value: number | null, decimals: number): number | null => (value === null ? null : roundTo(value, decimals))

function summarizeRow(judged: readonly JudgedQuestion[]): Row {
  const judgements = judged.map((item) => item.judgement)
  const cited = judgements.flatMap((judgement) => (judgement.cited === null ? [] : [judgement.cited]))
  const times = judged.flatMap((item) => (item.timed === null ? [] : [item.timed.ms]))
  return {
    n: judged.length,
    full: percentTrue(judgements.map((j) => j.full)),
    right: percentTrue(judgements.map((j) => j.right)),
    cited: percent(mean(cited)),
    honest: percentTrue(judgements.map((j) => j.honest)),
    abstained: percentTrue(judgements.map((j) => j.abstained)),
    chars: rounded(mean(judgements.map((j) => j.chars)), 0),
    errors: judged.filter((item) => item.error !== null).length,
    p50_ms: rounded(percentile(times, 0.5), 1),
    p95_ms: rounded(percentile(times, 0.95), 1),
  }
}

/** One row a category in the order of the question file, then ANSWERABLE, UNANSWERABLE and ALL. Shares in percent; chars is a mean; times are the last turn's over HTTP. */
export function summarizeQuestions(judged: readonly JudgedQuestion[]): SectionReport {
  const figures: Record<string, Row> = {}
  for (const category of new Set(judged.map((item) => item.question.category))) {
    figures[category] = summarizeRow(judged.filter((item) => item.question.category === category))
  }
  const answerable = judged.filter((item) => item.question.answerable)
  const unanswerable = judged.filter((item) => !item.question.answerable)
  if (answerable.length > 0) figures.ANSWERABLE = summarizeRow(answerable)
  if (unanswerable.length > 0) figures.UNANSWERABLE = summarizeRow(unanswerable)
  figures.ALL = summarizeRow(judged)
  return { figures, failed: judged.filter((item) => !item.judgement.full).map((item) => item.question.id) }
}
