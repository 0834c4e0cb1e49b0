import { evidenceGroups, isGroupMet, isHonestCitation, type Originals } from '../judging/evidence.ts'
import { maxAnswerChars, missingStrings } from '../judging/judge.ts'
import type { JudgedQuestion } from '../sections/judged-question.ts'

/** A sentence as the retriever ranked it, for reading. */
export interface RankedSentence {
  readonly file: string
  readonly year: number | null
  readonly place: string | null
  readonly score: number
  readonly text: string
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const list = (items: readonly string[]): string => (items.length > 0 ? items.join('、') : '—')

function verdict(item: JudgedQuestion, originals: Originals): string {
  const { judgement, question, timed } = item
  if (timed === null) return `error: ${item.error}`
  if (!question.answerable) return 'answered, should have been refused'
  const parts: string[] = []
  if (judgement.abstained) parts.push('refused')
  else parts.push(...missingStrings(question, timed.answer.answer).map((wanted) => `lacks “${wanted}”`))
  if (judgement.tooLong) parts.push(`${judgement.chars} characters, at most ${maxAnswerChars(question.category)}`)
  const groups = evidenceGroups(question)
  const met = groups.filter((group) => isGroupMet(originals, group, timed.answer.citations)).length
  if (met < groups.length) parts.push(`cites ${met} of ${groups.length} evidence groups`)
  const dishonest = timed.answer.citations.filter((citation) => !isHonestCitation(originals, citation)).map((citation) => `[${citation.n}]`)
  if (dishonest.length > 0) parts.push(`offsets do not slice the quote: ${dishonest.join(' ')}`)
  else if (!judgement.honest) parts.push('a statement without a citation')
  return parts.join('; ')
}

function understoodLines(item: JudgedQuestion): string[] {
  const understood = item.timed?.answer.understood
  if (understood === undefined) return []
  const slots = `years ${list(understood.years.map(String))} · places ${list(understood.places)} · indicators ${list(understood.indicators)} · kind ${understood.kind}`
  return [`- understood: ${understood.question} (${slots})`]
}

function answerLines(item: JudgedQuestion): string[] {
  const answer = item.timed?.answer
  if (answer === undefined) return []
  return [
    `- got (${answer.outcome}): ${oneLine(answer.answer).slice(0, 400)}`,
    ...answer.citations.map((c) => `  - [${c.n}] ${c.file} ${c.year ?? '?'} ${c.place ?? '?'}: ${oneLine(c.quote).slice(0, 160)}`),
    ...(answer.missing === undefined || answer.missing.length === 0 ? [] : [`- said to be missing: ${list(answer.missing)}`]),
    ...(answer.nearest ?? []).slice(0, 3).map((c) => `  - nearest: ${c.file} ${c.year ?? '?'} ${c.place ?? '?'}: ${oneLine(c.quote).slice(0, 160)}`),
  ]
}

/** Everything about one failure in one place: question, verdict, what was understood, retrieved, answered, and what was wanted. Markdown. */
export function describeFailure(item: JudgedQuestion, originals: Originals, ranked: readonly RankedSentence[]): string {
  const { question } = item
  return [
    `### ${question.id} · ${question.category} · ${question.turns.join(' → ')}`,
    `- verdict: ${verdict(item, originals)}`,
    ...understoodLines(item),
    ...ranked.map(
      (s, i) => `  - retrieved ${i + 1} (${s.score.toFixed(3)}) ${s.file} ${s.year ?? '?'} ${s.place ?? '?'}: ${oneLine(s.text).slice(0, 160)}`,
    ),
    ...answerLines(item),
    `- wanted: ${question.answer}${question.must_include.length > 0 ? ` (must hold: ${list(question.must_include)})` : ''}`,
    ...question.evidence.map((e) => `  - evidence ${e.group ?? ''} ${e.file}: ${oneLine(e.quote)}`),
    ...(question.notes === undefined ? [] : [`- note: ${question.notes}`]),
    '',
  ].join('\n')
}
