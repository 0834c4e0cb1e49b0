import type { SentenceRow, SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../../ingest/index/sentence-row.ts'
import { comparableText, heldPairs } from '../../../ingest/structure/shingles.ts'
import { readAskedPart } from '../../understand/section-cues.ts'
import { type AnswerContext, askedScope, type Candidate } from '../context/answer-context.ts'
import { contentWords, lackIn, missingWords } from '../find/content-words.ts'
import { findCandidates } from '../find/find-candidates.ts'
import { MIN_SHARED, subjectOf } from '../find/find-section.ts'
import { CONFIRMING_COSINE } from '../judge/confirming-cosine.ts'
import { MEASURES } from '../judge/measured-names.ts'
import { seriesFrom } from '../sentences/counted-series.ts'
import type { Draft, DraftStatement } from '../sentences/draft.ts'
import { nextRow } from '../sentences/with-subject.ts'
import { withinChars } from '../sentences/within-chars.ts'
import { expandCollective } from '../terms/expand-collective.ts'
import { answerMembers } from './answer-collective.ts'
import { answerHeaded } from './answer-headed.ts'
import { answerHonours, asksForHonours } from './answer-honours.ts'
import { answerSection } from './answer-section.ts'
import { asksForToldPart } from './answer-told-part.ts'
import { acceptCandidates, asStatement, type Found, pickStatements, stateOf } from './answer-value.ts'
import { findSeries, tellSeries } from './find-series.ts'
import { findHeadingSeries } from './heading-series.ts'
import { asksHowItStands } from './how-it-stands.ts'
import { parallelRows } from './parallel-rows.ts'
import { findsWanting } from './told-problems.ts'
import { tellUnder } from './under-heading.ts'
import { withScope } from './with-scope.ts'

const MAX_LIST_CHARS = 760
const MAX_SHORT_LIST_CHARS = 270
const MAX_ITEMS = 8
const NEAR_BEST = 0.72
const NEAR_BEST_SHORT = 0.9
/** The subject that a question names, in characters: a longer one is told in other words. */
const MIN_SUBJECT = 2
const MAX_SUBJECT = 8
/** One pair of characters of a name stands anywhere. */
const MIN_NAMED = 0.3
const OF_THE_YEAR_BEFORE = /(?:19|20)\d{2}年[^，。？]{0,12}报告.*(?:上一?年|前一年)/
/** A further sentence of a list lacks no more of the question than this beyond what the best one lacks. */
const MAX_MORE_LACKING = 0.25
/** A question that counts at least so many things is not answered by a sentence that lists none. */
const MIN_COUNTED = 3

/** An enumeration: the series of headings that the question counts, the things that it names one by one, the lines under a lead-in, or the best sentences. */
export async function answerList(context: AnswerContext): Promise<Found> {
  const { intent } = context
  const scope = { ...askedScope(intent), years: yearsTold(context) }
  const candidates = await findCandidates(context, scope)
  const whole = (statements: readonly DraftStatement[]): Found => ({
    draft: { kind: 'answered', statements: withinChars(statements, MAX_LIST_CHARS) },
    candidates,
  })
  const series = findHeadingSeries(context, candidates)
  if (series.named.length > 0) return whole(series.named.map(headingStatement))
  const members = answerMembers(context)
  if (members) return { draft: members, candidates }
  if (series.announced.length > 0) return whole(series.announced.map(headingStatement))
  const counted = readAskedPart(intent.asked)?.kind ? null : findSeries(context, candidates)
  if (counted?.isClear) return whole(tellSeries(counted.series))
  // Plans to win some are no honours of a year.
  if (asksForHonours(context)) return { draft: answerHonours(context), candidates, missing: context.intent.indicators.slice(-1) }
  const section = answerSection(context)
  if (section) return { draft: section, candidates }
  if (asksForToldPart(context)) return { draft: null, candidates, missing: context.intent.indicators.slice(0, 1) }
  const collective = expandCollective(context)
  const named = collective ? collective.items : namedItems(intent.asked)
  if (named.length >= 3 || (named.length === 2 && /分别|各/.test(intent.asked))) {
    const statements = await answerEach(context, named, collective?.phrase ?? '')
    if (statements.length > 0) return whole(statements)
  }
  const headed = answerHeaded(context, candidates)
  if (headed) return { draft: headed, candidates }
  const { accepted: judged, missing } = acceptCandidates(context, candidates)
  const asksForProblems = readAskedPart(intent.asked)?.kind === 'problems'
  const telling = judged.filter(({ evidence: { row } }) => !isBareLead(row) && (!asksForProblems || findsWanting(row.sentence.text)))
  if (asksForProblems && telling.length === 0) return { draft: null, candidates, missing: intent.indicators.slice(0, 1) }
  const accepted = onSubject(context, telling.length > 0 ? telling : judged, candidates)
  const best = accepted[0]
  if (!best) return { draft: null, candidates, missing }
  const listed = linesUnder(best.evidence.row)
  if (listed.length > 1) return whole(listed.map((row) => ({ text: row.sentence.text, rows: [row] })))
  if (counted && counted.lack <= lackIn(context, best.evidence.row, contentWords(context))) return whole(tellSeries(counted.series))
  const own = seriesFrom(best.evidence.row)
  if (own) return whole(tellSeries(own))
  const parallel = parallelRows(context, best.evidence.row)
  if (parallel.length > 0) return whole(parallel.map((row) => ({ text: row.sentence.text, rows: [row] })))
  const under = tellUnder(best.evidence.row, MAX_LIST_CHARS)
  if (under.length > 0) return whole(under.map((row) => ({ text: row.sentence.text, rows: [row] })))
  const draft = bestSentences(context, accepted)
  return isListed(draft, intent.count) ? { draft, candidates } : { draft: null, candidates, missing: ['逐项列举的内容'] }
}

/** A year that only says which paper is meant, where the question asks for the year before (某年的报告说上一年…). */
function yearsTold({ intent: { asked, years } }: AnswerContext): readonly number[] {
  return OF_THE_YEAR_BEFORE.test(asked) ? years.map((year) => year - 1) : years
}

/** Where a part of papers is asked for on a subject (某某方面有哪些部署) and sentences name the subject, the others are left out; further ones must name it whole. */
function onSubject(context: AnswerContext, found: readonly Candidate[], all: readonly Candidate[]): readonly Candidate[] {
  const subject = readAskedPart(context.intent.asked) === null ? '' : subjectOf(context)
  if (subject.length < MIN_SUBJECT || subject.length > MAX_SUBJECT) return found
  const share = ({ evidence }: Candidate): number => heldPairs(subject, context.wordings.ofRow(evidence.row))
  const naming = found.filter((one) => share(one) >= MIN_SHARED)
  if (naming.length > 0) return naming
  const whole = all.filter((one) => share(one) === 1)
  if (whole.length > 0) return whole
  // In other words only: the meaning must speak for it, or a word of the question.
  const words = contentWords(context)
  const lacksAll = ({ evidence }: Candidate): boolean => missingWords(context, evidence.row, words).length === words.length
  return found.filter((one) => share(one) >= MIN_NAMED || one.cosine >= CONFIRMING_COSINE || !lacksAll(one))
}

/** A lead-in whose lines are not known as such tells nothing by itself. */
function isBareLead(row: SentenceRow): boolean {
  return /[：:]$/.test(row.sentence.text) && linesUnder(row).length <= 1
}

/** Sentences that lack much more of the question than the best one tell of something else. */
function asMuchSaid(context: AnswerContext, found: readonly Candidate[]): Candidate[] {
  const words = contentWords(context)
  const lackOf = ({ evidence }: Candidate): number => lackIn(context, evidence.row, words)
  const [first] = found
  return first === undefined ? [] : found.filter((one) => lackOf(one) <= lackOf(first) + MAX_MORE_LACKING)
}

function bestSentences(context: AnswerContext, found: readonly Candidate[]): Draft {
  const { intent } = context
  if (asksHowItStands(context)) return { kind: 'answered', statements: stateOf(context, found).map((one) => withScope(context, one)) }
  const plural = /哪些|分别|各|列出|逐项|一一/.test(intent.asked)
  const figured = /指标|目标|数据|数字/.test(intent.asked) ? found.filter(({ hasFigure }) => hasFigure) : []
  const accepted = asMuchSaid(context, figured.length > 0 ? figured : found)
  const statements = plural
    ? pickStatements(wholeSentences(accepted), MAX_LIST_CHARS, MAX_ITEMS, NEAR_BEST)
    : pickStatements(wholeSentences(accepted), MAX_SHORT_LIST_CHARS, 2, NEAR_BEST_SHORT)
  // Whose figures they are, and of what time, is said of each.
  return { kind: 'answered', statements: intent.expected.kind === 'figure' ? statements.map((one) => withScope(context, one)) : statements }
}

/** A heading with the sentence that follows it as its further source, where the heading runs into its text. */
function headingStatement(row: SentenceRow): DraftStatement {
  const next = row.document.document.sections[row.sentence.section]?.label === '' ? nextRow(row) : null
  return { text: row.sentence.text, rows: next ? [row, next] : [row] }
}

function isListed(draft: Draft, count: number | null): boolean {
  if (count === null || count < MIN_COUNTED || draft.statements.length > 1) return true
  return (draft.statements[0]?.text.match(/[、；;，,]/g)?.length ?? 0) >= MIN_COUNTED - 1
}

/** Things that the question names one by one: 甲、乙、丙各是多少. */
export function namedItems(question: string): string[] {
  const match =
    /((?:[^、，,。？?\s]{1,14}、){1,}[^、，,。？?\s]{1,14}?(?:(?:和|及|与)[^、，,。？?\s]{1,14}?)?)(?:的?\d{4}年|这[一二三四五六七八九十]+项|各|分别|的(?:目标|产值|增速)|$)/.exec(
      question,
    )
  if (!match?.[1]) return []
  return match[1]
    .split('、')
    .flatMap((item, i, all) => (i === all.length - 1 ? item.split(/[和及与](?=\p{Script=Han}{2})/u) : [item]))
    .map((item) => item.replace(/^.*(?:的|里|中|年)(?=.)/, ''))
    .filter((item) => item.length > 0)
}

/** One statement for each of several things: the best sentence that names the thing and tells what was asked of it. */
async function answerEach(context: AnswerContext, names: readonly string[], collective: string): Promise<DraftStatement[]> {
  const { intent } = context
  const scope = askedScope(intent)
  const known = [collective, ...names].filter((name) => name !== '')
  const rest = intent.focus
    .map((part) => ({
      text: known
        .reduce((text, name) => text.replaceAll(name, ' '), part.text)
        .replace(/[“"][^”"]*[”"]|[、和]/g, ' ')
        .trim(),
      weight: part.weight * 0.6,
    }))
    .filter((part) => comparableText(part.text).length > 1)
  const measures = intent.asked.match(MEASURES) ?? []
  const statements: DraftStatement[] = []
  for (const name of names) {
    const found = await findCandidates(context, scope, [{ text: name, weight: 1 }, ...rest])
    const wanted = [name, ...measures].map((text) => ({ text, forms: [text], share: 1, held: true, named: false }))
    const telling = found.filter(
      ({ evidence, hasFigure }) => missingWords(context, evidence.row, wanted).length === 0 && (hasFigure || intent.expected.kind !== 'figure'),
    )
    const best = telling[0] ?? found[0]
    if (!best) continue
    const statement = asStatement(best)
    if (!statements.some((other) => other.text === statement.text)) statements.push(statement)
  }
  return statements
}

/** A lead-in (…如下：) and the lines that it introduces, or a line and its sisters. */
function linesUnder(row: SentenceRow): SentenceRow[] {
  const lead = row.sentence.leadIn ?? row.sentence.index
  return rowsNear(row.document, row).filter((other) => other.sentence.index === lead || other.sentence.leadIn === lead)
}

const NEARBY = 60

function rowsNear(document: SnapshotDocument, like: SentenceRow): SentenceRow[] {
  const from = Math.max(0, like.sentence.index - NEARBY)
  return document.document.sentences.slice(from, like.sentence.index + NEARBY).map((sentence) => sentenceRow(document, sentence))
}

/** A list is told by the whole sentence where that is not too long. */
function wholeSentences(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((candidate, i) => {
    const { text } = candidate.evidence.row.sentence
    return text.length <= (i === 0 ? 500 : 200) ? { ...candidate, text } : candidate
  })
}
