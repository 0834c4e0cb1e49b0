import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { comparableText, heldPairs } from '../../../ingest/structure/shingles.ts'
import { type AnswerContext, askedScope, type Candidate } from '../context/answer-context.ts'
import { contentWords, lackIn } from '../find/content-words.ts'
import { findCandidates } from '../find/find-candidates.ts'
import { otherClauses } from '../find/other-clauses.ts'
import { createCandidateJudge } from '../judge/judge-candidate.ts'
import { widenWindow } from '../sentences/clause-window.ts'
import type { Draft, DraftStatement } from '../sentences/draft.ts'
import { fromSubject } from '../sentences/from-subject.ts'
import { periodOf } from '../sentences/period-of.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { withSubject } from '../sentences/with-subject.ts'
import { datedFirst } from './dated-first.ts'
import { eachYear } from './each-year.ts'
import { findConflicts } from './find-conflicts.ts'
import { findSeries, tellSeries } from './find-series.ts'
import { newestFirst, widestFirst } from './goes-first.ts'
import { asksHowItStands, tellHowItStands } from './how-it-stands.ts'
import { resultFirst } from './result-first.ts'
import { wholeFirst } from './whole-first.ts'
import { withScope } from './with-scope.ts'

/** An answer with a fact is no longer, in characters without white space. */
export const MAX_FACT_CHARS = 280
/** A further sentence joins the answer when it scores at least this share of the best one. */
const NEAR_BEST = 0.86
const MAX_STATEMENTS = 3
/** Below this coverage the question's words do not tell which clause answers, so more of the sentence is quoted. */
const POORLY_COVERED = 0.3
const WIDE_CHARS = 120
const MAX_WITH_SUBJECT = 150

/** What an answerer came back with. */
export interface Found {
  readonly draft: Draft | null
  readonly candidates: readonly Candidate[]
  /** Those that were judged to answer, where they were judged. */
  readonly accepted?: readonly Candidate[]
  /** What the question asks for and the nearest sentences lack. */
  readonly missing?: readonly string[]
}

/** A fact: the clauses that tell it, with the next best where it is nearly as good. */
export async function answerValue(context: AnswerContext): Promise<Found> {
  const { intent } = context
  const candidates = await findCandidates(context, askedScope(intent))
  // 为什么, 要交什么材料: a paper may count them.
  const counted = findSeries(context, candidates)
  if (counted?.isClear) return { draft: { kind: 'answered', statements: tellSeries(counted.series) }, candidates }
  const judged = acceptCandidates(context, candidates)
  const { missing } = judged
  const accepted = judged.accepted.length > 0 ? judged.accepted : acceptCandidates(context, otherClauses(context, candidates)).accepted
  const statements = asksHowItStands(context) ? stateOf(context, accepted) : factsOf(context, inOrder(context, accepted))
  if (statements.length === 0) return { draft: null, candidates, accepted, missing }
  const conflicts = findConflicts(context, statements, candidates)
  return {
    draft: {
      kind: 'answered',
      statements: statements.map((statement) => withScope(context, statement)),
      ...(conflicts.length > 0 ? { conflicts } : {}),
    },
    candidates,
    accepted,
  }
}

/** How a thing stands, as the accepted candidates tell it. */
export function stateOf(context: AnswerContext, accepted: readonly Candidate[]): DraftStatement[] {
  return pickStatements(tellHowItStands(context, accepted), MAX_FACT_CHARS, MAX_STATEMENTS, NEAR_BEST)
}

/** The accepted candidates as they are to be told: what goes first is told in the stead of what scored best. */
function inOrder(context: AnswerContext, accepted: readonly Candidate[]): readonly Candidate[] {
  const orders = [ofOneTense, widestFirst, newestFirst, wholeFirst, resultFirst, wholeAims, datedFirst]
  return orders.reduce((candidates, order) => order(context, candidates), accepted)
}

/** The figures of each year, or the best with what is nearly as good. */
function factsOf(context: AnswerContext, ordered: readonly Candidate[]): DraftStatement[] {
  const years = eachYear(context, ordered)
  if (years.length === 0) return pickStatements(ordered, MAX_FACT_CHARS, MAX_STATEMENTS, NEAR_BEST)
  const others = ordered.filter(({ evidence }) => !years.some((one) => one.evidence.row === evidence.row))
  return pickStatements([...years, ...others], MAX_FACT_CHARS, Math.max(years.length, MAX_STATEMENTS), NEAR_BEST)
}

const ASKS_FOR_AIMS = /目标(?:都|主要|具体)?(?:是|有|为)(?:什么|啥|哪些)|(?:要|得|将)(?:达到|做到|实现)(?:什么|啥)/

/** Aims that are asked for as such are told by the whole sentence, not by the clause with most of the question's words. */
function wholeAims({ intent }: AnswerContext, candidates: readonly Candidate[]): readonly Candidate[] {
  if (!ASKS_FOR_AIMS.test(intent.asked) || intent.expected.kind === 'figure') return candidates
  return candidates.map((candidate) => {
    const { text } = candidate.evidence.row.sentence
    return text.length <= MAX_FACT_CHARS && text.includes(candidate.text) ? { ...candidate, text } : candidate
  })
}

/** A sentence of the tense that was asked for goes before one of the other from this share of its score on. */
const OF_ASKED_TENSE = 0.75

/** Where a target was asked for and found, results stay out, and the other way round. Why a plan was not kept is told by results. */
function ofOneTense(context: AnswerContext, candidates: readonly Candidate[]): readonly Candidate[] {
  const { tense, kind } = context.intent
  const [first] = candidates
  if (tense === null || kind === 'why' || !first) return candidates
  const words = contentWords(context)
  const lackOf = ({ evidence }: Candidate): number => lackIn(context, evidence.row, words)
  const wanted = candidates.find((one) => tenseOf(one.evidence.row) === tense && (one === first || lackOf(one) <= lackOf(first) + MAX_MORE_MISSING))
  if (!wanted || wanted.score < OF_ASKED_TENSE * first.score) return candidates
  return candidates.filter(({ evidence }) => [null, tense].includes(tenseOf(evidence.row)))
}

/** Candidates beyond this place are too far down to answer in the stead of the first ones. */
const JUDGED = 8
/** One that is accepted in the stead of the first may lack little more of the question than that one. */
const MAX_MORE_MISSING = 0.15

/** The candidates of the first places that can be the answer, and what the others lack. */
export function acceptCandidates(context: AnswerContext, candidates: readonly Candidate[]): { accepted: Candidate[]; missing: string[] } {
  const words = contentWords(context)
  const judge = createCandidateJudge(context, words)
  const judged = candidates.slice(0, JUDGED).map((candidate) => ({
    candidate,
    objection: judge(candidate),
    lack: lackIn(context, candidate.evidence.row, words),
  }))
  const first = judged[0]
  const accepted = judged.filter(
    ({ objection, lack }) => objection === null && (first?.objection === null || lack <= (first?.lack ?? 0) + MAX_MORE_MISSING),
  )
  const missing = [...new Set(judged.flatMap(({ objection }) => (objection ? [objection.missing] : [])))]
  return { accepted: accepted.map(({ candidate }) => candidate), missing: missing.slice(0, 1) }
}

/** The best candidates as statements, within a length. The same words in two documents are one statement with two sources. */
export function pickStatements(candidates: readonly Candidate[], maxChars: number, maxCount: number, nearBest: number): DraftStatement[] {
  const best = candidates[0]
  if (!best) return []
  const statements: DraftStatement[] = []
  let chars = 0
  for (const candidate of candidates.slice(0, maxCount * 3)) {
    if (merge(statements, candidate)) continue
    if (statements.length >= maxCount || candidate.score < nearBest * best.score) continue
    const statement = asStatement(candidate)
    const length = statement.text.replace(/\s/g, '').length
    if (statements.length > 0 && chars + length > maxChars) continue
    statements.push(statement)
    chars += length
  }
  return statements
}

/** The clauses of a candidate, widened where the question's words are hardly in it, with the subject that the sentence before names. */
export function asStatement(candidate: Candidate): DraftStatement {
  const { row } = candidate.evidence
  const text = candidate.coverage < POORLY_COVERED ? widenWindow(row.sentence.text, candidate.text, WIDE_CHARS) : candidate.text
  return withSubject({ text: fromSubject(row.sentence.text, text, MAX_WITH_SUBJECT), rows: [row] })
}

/** So many sources of one statement are enough. */
const MAX_SOURCES = 3

/** Adds a candidate as a further source of a statement that says the same: the same words, or the same figures of the same thing. */
function merge(statements: DraftStatement[], candidate: Candidate): boolean {
  const { row: own } = candidate.evidence
  const at = statements.findIndex(({ text, rows }) => saysTheSame(text, candidate) && rows.every((row) => areOfOneScope(row, own)))
  const statement = statements[at]
  if (!statement) return false
  if (statement.rows.length < MAX_SOURCES && !statement.rows.includes(candidate.evidence.row))
    statements[at] = { ...statement, rows: [...statement.rows, candidate.evidence.row] }
  return true
}

/** 增长5% of one year and place is not 增长5% of another. What a sentence leaves open may be the other's. */
function areOfOneScope(a: SentenceRow, b: SentenceRow): boolean {
  const agrees = <T>(one: T | null, other: T | null): boolean => one === null || other === null || one === other
  const [own, others] = [a.sentence.facets, b.sentence.facets]
  return agrees(own.year, others.year) && agrees(own.place, others.place) && agrees(own.tense, others.tense) && periodOf(a) === periodOf(b)
}

const SUBJECT_CHARS = 2
const WHOSE = /^(?:\d{4}年)?(?:[全我本][市区县省旗州盟国年])?/

function saysTheSame(text: string, candidate: Candidate): boolean {
  const [a, b] = [comparableText(text), comparableText(candidate.evidence.row.sentence.text)]
  const own = comparableText(candidate.text)
  if (own.length >= 6 && (a.includes(own) || b.includes(a))) return true
  const figures = text.match(/\d+(?:\.\d+)?[^\d，。；、]{1,3}/g) ?? []
  const holdsAll = figures.length > 0 && figures.every((figure) => holdsFigure(candidate.evidence.row.sentence.text, figure))
  return holdsAll && namesSubject(a, own) && sharedPairs(a, own) >= 0.6
}

/** 100万人 does not stand in 1100万人. */
function holdsFigure(text: string, figure: string): boolean {
  for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) if (!/[\d.]/.test(text.charAt(at - 1))) return true
  return false
}

/** Equal figures of two things are told alike but for the name that the clause begins with. */
function namesSubject(text: string, other: string): boolean {
  return [...text.replace(WHOSE, '').slice(0, SUBJECT_CHARS)].every((character) => other.includes(character))
}

/** Share of the pairs of characters of the shorter text that the longer one holds. */
function sharedPairs(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length < 4 ? 0 : heldPairs(short, long)
}
