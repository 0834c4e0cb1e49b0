import { INDICATOR_NAMES } from '../../../ingest/facts/indicator-synonyms.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { foldYears } from '../../../ingest/structure/fold-years.ts'
import { isBareMeasure } from '../../understand/bare-measure.ts'
import { type AnswerContext, type Candidate, nameScope, type Scope } from '../context/answer-context.ts'
import { paperlessAmong } from '../context/paperless-places.ts'
import { contentWords, lackIn } from '../find/content-words.ts'
import { findCandidates } from '../find/find-candidates.ts'
import type { Draft, DraftStatement } from '../sentences/draft.ts'
import { saysTarget } from '../sentences/says-target.ts'
import { tellsFigure } from '../sentences/tells-figure.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { isToldOf } from '../sentences/told-of.ts'
import { yearOfQuote, yearStretches, yearsTold } from '../sentences/year-stretch.ts'
import { answerEachIndicator, namedIndicators } from './answer-each-indicator.ts'
import { acceptCandidates, answerValue, type Found, pickStatements } from './answer-value.ts'
import { askedMeasure } from './asked-measure.ts'
import { planOf } from './asked-plan.ts'
import { besideOthers, type SearchedSide } from './beside-others.ts'
import { asksWhichYear, MAX_SIDES, sidesOf, spreadOverPlaces } from './compare-sides.ts'
import { alignSides, apartOf, compareTable, differenceOf, extremesOf, matchSide, type SideFacts } from './compare-table.ts'
import { sideTense } from './side-tense.ts'
import { tellMeasure } from './tell-measure.ts'
import { sayYears, UNDATED } from './with-scope.ts'

const MAX_SIDE_CHARS = 220
const MAX_PER_SIDE = 2
/** A comparison that names one year and place at most sets sentences of several papers side by side. */
const MAX_SINGLE_CHARS = 500
const MAX_SINGLE = 4
const NEAR_BEST_SINGLE = 0.7
const NEAR_BEST = 0.93
/** What is of the tense that is asked for goes first from this share of the best score on. */
const NEARLY_AS_GOOD = 0.6
/** 由2.57万元增加到3.52万元: the end of a span of years is a figure of its last one. */
const ENDS_SPAN = /[由从].{1,24}[高加长升降少大展]到/

/** Several indicators that the question names (GDP、固投), side by side for each year and place; null for any other question. */
export async function compareIndicators(context: AnswerContext, sides = spreadOverPlaces(context, sidesOf(context))): Promise<Draft | null> {
  const names = namedIndicators(context)
  if (names.length < 2 || sides.length > MAX_SIDES) return null
  const scopes = sides.map((side) => widen(context, side))
  return answerEachIndicator(
    context,
    names,
    scopes.map((scope) => ({ scope, label: nameScope(scope) })),
  )
}

/** A comparison: one cited sentence for each year and place that the question names, two where they are equally good. */
export async function answerCompare(context: AnswerContext): Promise<Found> {
  const sides = spreadOverPlaces(context, sidesOf(context))
  const ofIndicators = await compareIndicators(context, sides)
  if (ofIndicators) return { draft: ofIndicators, candidates: [] }
  const searched = besideOthers(context.intent, await searchSides(context, sides.slice(0, MAX_SIDES)))
  const all = searched.flatMap(({ candidates }) => candidates)
  const tenses = sides.map((side) => sideTense(context.intent.asked, side, context.knowledge.newestYear))
  const asksForTargets = tenses.every((tense) => tense === 'target') || (context.intent.tense === 'target' && sides.length === 1)
  const statements: DraftStatement[] = []
  const lacking: string[] = []
  const facts: SideFacts[] = []
  for (const { side, scope, accepted } of searched) {
    const label = `${planOf(context)}${nameScope(accepted.length > 0 ? scope : side)}`
    if (accepted.length === 0) {
      lacking.push(label)
      continue
    }
    const single = sides.length === 1
    const picked = pickStatements(
      asWhole(context, scope, accepted),
      single ? MAX_SINGLE_CHARS : MAX_SIDE_CHARS,
      single ? MAX_SINGLE : MAX_PER_SIDE,
      single ? NEAR_BEST_SINGLE : NEAR_BEST,
    ).filter((statement) => !statements.some((other) => other.text === statement.text && other.rows[0] === statement.rows[0]))
    if (picked.length === 0) lacking.push(label)
    statements.push(...picked.map((statement) => ({ ...statement, label: sideLabel(context, scope, statement, asksForTargets) })))
    const timed = picked.filter(({ rows, text }) => !isUndated(side, rows, text))
    const dated = timed.filter(({ rows, text }) => !rows.some((row) => isOfPeriod(side, row, text)))
    const ofYear = matchSide(context, side, label, dated)
    // What the years came to in the end is a figure of the last of them.
    facts.push(ofYear.matches.length > 0 ? ofYear : levelsOf(matchSide(context, side, label, timed)))
    if (lacksAmount(context, side, picked)) lacking.push(`${label}的总量（查到的是增长）`)
  }
  const sorted = all.toSorted((a, b) => b.score - a.score)
  if (statements.length === 0 && asksWhichYear(context.intent)) return answerValue({ ...context, intent: { ...context.intent, kind: 'value' } })
  if (statements.length === 0) return { draft: null, candidates: sorted, missing: lacking }
  const compared = alignSides(facts.filter(({ matches }) => matches.length > 0))
  const table = compareTable(compared)
  const asksForMost = /最|谁|哪/.test(context.intent.asked)
  // Of years that the question does not name, those that are told are compared.
  const isOfAnyYear = asksWhichYear(context.intent) && statements.length > 1
  const difference =
    compared.length === sides.length || isOfAnyYear
      ? (differenceOf(compared) ?? (asksForMost ? (extremesOf(compared) ?? apartOf(compared)) : null))
      : null
  // 过去五年…从…增加到…: one sentence tells all the years, none of them is missing.
  const isToldOfAll = sides.length > 2 && statements.some(({ rows, text }) => rows.some((row) => sides.some((side) => tellsSpan(side, row, text))))
  const draft: Draft = {
    kind: 'answered',
    statements: difference ? [...statements, difference] : statements,
    ...(table ? { tables: [table] } : {}),
    ...(lacking.length > 0 && !isToldOfAll && !isOfAnyYear ? { lacking } : {}),
  }
  return { draft, candidates: sorted }
}

/** What is no figure, time or name is told by the whole sentence, as far as it is of the year, where there is room for it. */
function asWhole({ intent }: AnswerContext, { years }: Scope, accepted: readonly Candidate[]): readonly Candidate[] {
  if (intent.tense !== 'target' || intent.expected.kind === 'figure' || intent.expected.kind === 'time') return accepted
  return accepted.map((candidate) => {
    const { text } = candidate.evidence.row.sentence
    const whole = yearStretches(text).find(({ year }) => year !== null && years.includes(year))?.text ?? text
    return whole.length <= MAX_SIDE_CHARS && whole.includes(candidate.text) ? { ...candidate, text: whole } : candidate
  })
}

const SEVERAL_YEARS = /[五5]年|累计|以来|时期|期间|近年/

/** Several places are compared in one year where none is named and all of them tell it: targets in the newest, results in the year before it; else each as it is found. */
async function searchSides(context: AnswerContext, sides: readonly Scope[]): Promise<readonly SearchedSide[]> {
  const { newestYear } = context.knowledge
  const search = async (side: Scope): Promise<SearchedSide> => ({ side, ...(await searchSide(context, side)) })
  const hasNoYear = sides.length > 1 && sides.every(({ years }) => years.length === 0)
  const isOpen = hasNoYear && planOf(context) === '' && !SEVERAL_YEARS.test(context.intent.asked)
  const isOfFigures = context.intent.tense === 'target' || context.intent.expected.kind === 'figure' || askedMeasure(context.intent) !== null
  if (isOpen && isOfFigures && newestYear !== null) {
    const years = [context.intent.tense === 'target' ? newestYear : newestYear - 1]
    const dated: SearchedSide[] = []
    for (const side of sides) dated.push(await search({ ...side, years }))
    if (dated.every(({ accepted }) => accepted.length > 0)) return dated
  }
  const searched: SearchedSide[] = []
  for (const side of sides) searched.push(await search(side))
  return searched
}

const SUMMED = /累计|年均/

function levelsOf(side: SideFacts): SideFacts {
  return {
    ...side,
    matches: side.matches.filter(
      ({ fact, row }) => fact.attribute === 'level' && !SUMMED.test(row.sentence.text.slice(fact.clause.start, fact.clause.end)),
    ),
  }
}

/** A figure that is aimed at is called a target whatever was asked for; a deed where the question does not ask for targets alone; a result where it asks for targets. */
function sideLabel(context: AnswerContext, side: Scope, { rows, text }: DraftStatement, asksForTargets: boolean): string {
  const asked = context.intent.tense
  const period = rows.find((row) => isOfPeriod(side, row, text) || tellsSpan(side, row, text))
  const dated = isUndated(side, rows, text) ? `${UNDATED}${side.places.join('、')}` : nameScope(side)
  const label = period ? `${sayYears(period, text) ?? '几年'}${side.places.join('、')}` : `${planOf(context)}${dated}`
  const isTarget = rows.some((row) => tenseOf(row) === 'target')
  const isResult = asked === 'target' && rows.every((row) => tenseOf(row) === 'actual')
  const manner = isResult ? '（实绩）' : isTarget && (!asksForTargets || tellsFigure(text)) && !saysTarget(text) ? '（目标）' : ''
  const said = `${label}${manner}`
  return said === '' ? '' : `${said}：`
}

/** What a paper gives no year (what a term means, a plan that names none) is of no side's. */
function isUndated({ years }: Scope, rows: readonly SentenceRow[], text: string): boolean {
  return (
    years.length === 1 && rows.every(({ sentence: { facets } }) => facets.year === null) && !years.some((year) => foldYears(text).includes(`${year}`))
  )
}

/** The end of a span is a figure of its last year, but what is told is what the years together brought. */
function tellsSpan({ years }: Scope, row: SentenceRow, text: string): boolean {
  return years.length === 1 && ENDS_SPAN.test(text) && sayYears(row, text) !== null
}

/** A sum or a mean of several years, where one year is asked for. */
function isOfPeriod({ years }: Scope, row: SentenceRow, text: string): boolean {
  return years.length === 1 && (sayYears(row, text) !== null || /年均|五年累计/.test(text)) && !ENDS_SPAN.test(text)
}

/** A sentence may name the year of a side for something else than what is quoted of it. */
function isOfYear({ years }: Scope, row: SentenceRow, text: string): boolean {
  const own = yearOfQuote(row.sentence.text, text) ?? row.sentence.facets.year
  return years.length !== 1 || own === null || years.includes(own) || yearsTold(text).some((year) => years.includes(year))
}

/** Whether an amount of one standard indicator is asked for, and only its growth is told. */
function lacksAmount(context: AnswerContext, side: Scope, picked: readonly DraftStatement[]): boolean {
  const names = namedIndicators(context).filter((name) => INDICATOR_NAMES.has(name))
  return names.length === 1 && askedMeasure(context.intent) === 'level' && matchSide(context, side, '', picked).matches.length === 0
}

/** A bare measure that is compared (旅游收入比谁高) must be named by what tells it: 税收收入 is none. */
function ofMeasure(context: AnswerContext, accepted: readonly Candidate[]): readonly Candidate[] {
  const focus = context.intent.focus.map(({ text, weight }) => ({ text: text.replace(/[和与跟比]$/, ''), weight }))
  if (!isBareMeasure(focus)) return accepted
  const words = contentWords(context)
  return accepted.filter(({ evidence: { row } }) => lackIn(context, row, words) < MOST_OF_MEASURE)
}

/** A sentence that lacks this share of a measure's name tells another one. */
const MOST_OF_MEASURE = 0.4

function acceptedOf(context: AnswerContext, side: Scope, candidates: readonly Candidate[]): readonly Candidate[] {
  const paperless = paperlessAmong(context, side.places)
  const isOwn = ({ evidence: { row }, text }: Candidate): boolean => paperless.some(({ names }) => isToldOf(row, text, names))
  const accepted = ofMeasure(context, ofSide(context, side, acceptCandidates(context, candidates).accepted))
  // A place that only papers of others name is told where they name it.
  return paperless.length > 0 ? accepted.filter(isOwn) : tellMeasure(context, side, accepted, candidates)
}

/** What is of the tense that the side asks for, if it says nearly as much; sums of several years are no figure of one. */
function ofSide({ intent, knowledge }: AnswerContext, side: Scope, accepted: readonly Candidate[]): readonly Candidate[] {
  const ofYear = accepted.filter(({ evidence: { row }, text }) => isOfYear(side, row, text))
  const dated = ofYear.filter(({ evidence: { row }, text }) => !isOfPeriod(side, row, text))
  const ofOneYear = dated.length > 0 ? dated : ofYear
  const tense = sideTense(intent.asked, side, knowledge.newestYear)
  const fitting = ofOneYear.filter(({ evidence: { row } }) => tense === null || [tense, null].includes(tenseOf(row)))
  const [best, first] = [fitting[0], ofOneYear[0]]
  return best && first && best.score >= NEARLY_AS_GOOD * first.score ? fitting : ofOneYear
}

/** The side, with the widest place where it names none and the library has several. */
function widen({ knowledge }: AnswerContext, side: Scope): Scope {
  const { widestPlace, places } = knowledge
  return side.places.length === 0 && widestPlace !== null && places.length > 1 ? { ...side, places: [widestPlace] } : side
}

/** A side without a place is the widest place's, so that a district is never set beside its city unsaid; whatever place answers where that one does not. */
async function searchSide(
  context: AnswerContext,
  side: Scope,
): Promise<{ scope: Scope; candidates: readonly Candidate[]; accepted: readonly Candidate[] }> {
  const { widestPlace, places } = context.knowledge
  if (side.places.length === 0 && widestPlace !== null && places.length > 1) {
    const scope = widen(context, side)
    const candidates = await findCandidates(context, scope)
    const accepted = acceptedOf(context, side, candidates)
    if (accepted.length > 0) return { scope, candidates, accepted }
  }
  const candidates = await findCandidates(context, side)
  const accepted = acceptedOf(context, side, candidates)
  const place = accepted[0]?.evidence.row.sentence.facets.place ?? null
  return { scope: side.places.length === 0 && places.length > 1 && place !== null ? { ...side, places: [place] } : side, candidates, accepted }
}
