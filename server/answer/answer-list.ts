import type { SentenceRow, SnapshotDocument } from '../../ingest/index/library-snapshot.ts'
import type { AnswerContext, Candidate } from './answer-context.ts'
import { pickStatements } from './answer-value.ts'
import type { Draft, DraftStatement } from './draft.ts'
import { findCandidates } from './find-candidates.ts'
import { findHeadingSeries } from './heading-series.ts'

export const MAX_LIST_CHARS = 760
const MAX_ITEMS = 8
const NEAR_BEST = 0.7

/** An enumeration: the series of headings that the question counts, the things that it names one by one, the lines under a lead-in, or the best sentences. */
export async function answerList(context: AnswerContext): Promise<{ draft: Draft | null; candidates: readonly Candidate[] }> {
  const { intent } = context
  const scope = { years: intent.years, places: intent.places.map((place) => place.name) }
  const candidates = await findCandidates(context, scope)
  const series = findHeadingSeries(context, candidates)
  if (series.length > 0) return { draft: { kind: 'answered', statements: within(series.map(asStatement), MAX_LIST_CHARS) }, candidates }
  const named = namedItems(intent.asked)
  if (named.length >= 3) {
    const statements = await answerEach(context, named)
    if (statements.length > 0) return { draft: { kind: 'answered', statements: within(statements, MAX_LIST_CHARS) }, candidates }
  }
  const best = candidates[0]
  if (!best) return { draft: null, candidates }
  const listed = linesUnder(best.evidence.row)
  if (listed.length > 1) return { draft: { kind: 'answered', statements: within(listed.map(asStatement), MAX_LIST_CHARS) }, candidates }
  const whole = wholeSentences(candidates)
  return { draft: { kind: 'answered', statements: pickStatements(whole, MAX_LIST_CHARS, MAX_ITEMS, NEAR_BEST) }, candidates }
}

function asStatement(row: SentenceRow): DraftStatement {
  return { text: row.sentence.text, rows: [row] }
}

function within(statements: readonly DraftStatement[], maxChars: number): DraftStatement[] {
  let chars = 0
  return statements.filter((statement) => {
    chars += statement.text.replace(/\s/g, '').length
    return chars <= maxChars
  })
}

/** Things that the question names one by one: 甲、乙、丙各是多少. */
export function namedItems(question: string): string[] {
  const match =
    /((?:[^、，。？\s]{1,14}、){1,}[^、，。？\s]{1,14}?(?:(?:和|及|与)[^、，。？\s]{1,14}?)?)(?:这[一二三四五六七八九十]+项|各|分别|的(?:目标|产值|增速)|$)/.exec(
      question,
    )
  if (!match?.[1]) return []
  return match[1]
    .split(/[、和及与]/)
    .map((item) => item.replace(/^.*(?:的|里|中|年)(?=.)/, ''))
    .filter((item) => item.length > 0)
}

async function answerEach(context: AnswerContext, names: readonly string[]): Promise<DraftStatement[]> {
  const { intent } = context
  const scope = { years: intent.years, places: intent.places.map((place) => place.name) }
  const rest = intent.focus.map((part) => ({
    ...part,
    text: names.reduce((text, name) => text.replaceAll(name, ' '), part.text),
    weight: part.weight * 0.5,
  }))
  const statements: DraftStatement[] = []
  for (const name of names) {
    const [best] = await findCandidates(context, scope, [{ text: name, weight: 1 }, ...rest])
    if (best && !statements.some((statement) => statement.text === best.text)) statements.push({ text: best.text, rows: [best.evidence.row] })
  }
  return statements
}

/** A lead-in (…如下：) and the lines that it introduces, or a line and its sisters. */
function linesUnder(row: SentenceRow): SentenceRow[] {
  const lead = row.sentence.leadIn ?? row.sentence.index
  const rows = rowsOf(row.document, row)
  return rows.filter((other) => other.sentence.index === lead || other.sentence.leadIn === lead)
}

function rowsOf(document: SnapshotDocument, like: SentenceRow): SentenceRow[] {
  return document.document.sentences
    .map((sentence) => ({
      row: document.firstSentenceRow + sentence.index,
      document,
      sentence,
      passageRow: document.firstPassageRow + sentence.passage,
    }))
    .filter((row) => Math.abs(row.row - like.row) < 60)
}

/** A list is told by the whole sentence where that is not too long. */
function wholeSentences(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((candidate, i) => {
    const { text } = candidate.evidence.row.sentence
    return text.length <= (i === 0 ? 500 : 200) ? { ...candidate, text } : candidate
  })
}
