import { PLAN_LENGTH } from '../../../ingest/structure/plan-years.ts'
import { plansIn } from '../../understand/plan-periods.ts'
import { type AnswerContext, askedScope, type Candidate, type Scope, yearOf } from '../context/answer-context.ts'
import { findCandidates } from '../find/find-candidates.ts'
import { splitClauseTexts } from '../sentences/clause-window.ts'
import type { DraftStatement } from '../sentences/draft.ts'
import { periodOfQuote } from '../sentences/period-of.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { tellProduct } from './answer-product.ts'
import { acceptCandidates, asStatement, type Found } from './answer-value.ts'
import { sayYears } from './with-scope.ts'

type Tense = 'target' | 'actual'
/** A result that names its target itself (超过原定的…) tells both. */
const AIMED = /原定|目标|计划|预期/
const OTHER_WEIGHT = 0.7
/** A sentence with this score says what was asked, in whatever words the question was put. */
const SAYS_IT = 1
/** An aim of another year is of the same thing from this share of the best one's score on. */
const NEAR_BEST = 0.75
/** So many years are tried for one that has a result, too. */
const MAX_YEARS = 3
const NAMES: Readonly<Record<Tense, string>> = { target: '目标', actual: '实际' }

/**
 * What was to be reached and what was reached, of one thing in one year and place (当时预计减多少，最后实际减了多少): a cited sentence for each. Where no year is asked for, they are of the
 * year that both are held of, else of the latest of each. Where one of the two is not found the answer says so; null where neither is.
 */
export async function answerTargetAndActual(context: AnswerContext): Promise<Found | null> {
  const { intent } = context
  const asked = askedScope(intent)
  const { target, actual } = await bothOf(context, asked)
  const found = [target, actual].filter((candidate) => candidate !== null)
  if (found.length === 0) return null
  const labelOf = (tense: Tense, candidate: Candidate | null): string => {
    const of = candidate ?? target ?? actual
    const { years, places } = of === null ? asked : besides(asked, of)
    const period = candidate === null ? null : sayYears(candidate.evidence.row, candidate.text)
    const saysPlace = asked.places.length > 0 || context.knowledge.places.length > 1
    return `${period ?? years.map((one) => `${one}年`).join('、')}${saysPlace ? places.join('、') : ''}${NAMES[tense]}`
  }
  const areOfOneYear = asked.years.length > 0 || yearOf(target) === null || yearOf(actual) === yearOf(target)
  const statements = [
    ...(target ? [labelled(target, labelOf('target', target))] : []),
    ...(actual ? [labelled(target && areOfOneYear ? actual : upToAim(actual), labelOf('actual', actual))] : []),
  ]
  const tellsBoth = target === null && statements.some(({ text }) => AIMED.test(text))
  const lacking = tellsBoth
    ? []
    : [...(target ? [] : [`${labelOf('target', actual)}数`]), ...(actual && areOfOneYear ? [] : [`${labelOf('actual', target)}完成数`])]
  return { draft: { kind: 'answered', statements, ...(lacking.length > 0 ? { lacking } : {}) }, candidates: found }
}

interface Both {
  readonly target: Candidate | null
  readonly actual: Candidate | null
}

/**
 * The aim and the result of one year and place. Where no year is asked for, the latest that both are held of: the aim of the year that a library speaks of has no result yet, and that
 * of the year before has.
 */
async function bothOf(context: AnswerContext, asked: Scope): Promise<Both> {
  const aims = await heldOf(context, asked, 'target')
  const [first = null] = aims
  if (first === null) return { target: null, actual: await bestOf(context, asked, 'actual') }
  if (asked.years.length > 0 || yearOf(first) === null)
    return { target: first, actual: await bestOf(context, besides(asked, first), 'actual', first.text) }
  const near = aims.filter((aim) => aim.score >= NEAR_BEST * first.score && yearOf(aim) !== null)
  const latest = near.toSorted((a, b) => (yearOf(b) ?? 0) - (yearOf(a) ?? 0))
  const oneOfEach = latest.filter((aim, i) => latest.findIndex((other) => yearOf(other) === yearOf(aim)) === i).slice(0, MAX_YEARS)
  for (const target of oneOfEach) {
    const actual = await bestOf(context, besides(asked, target), 'actual', target.text)
    if (actual !== null) return { target, actual }
  }
  const target = oneOfEach[0] ?? first
  return { target, actual: await bestOf(context, { ...besides(asked, target), years: [] }, 'actual', target.text) }
}

/** Where an aim's result is to be looked for: in its year and place, where none are asked for. */
function besides({ years, places }: Scope, { evidence }: Candidate): Scope {
  const { year, place } = evidence.row.sentence.facets
  return { years: years.length > 0 || year === null ? years : [year], places: places.length > 0 || place === null ? places : [place] }
}

async function bestOf(context: AnswerContext, scope: Scope, tense: Tense, other = ''): Promise<Candidate | null> {
  const [best = null] = await heldOf(context, scope, tense, other)
  return best
}

/**
 * The candidates of a tense from the best on that can be the answer.
 *
 * @param other the clauses of the other side: papers tell the result in the words of the target
 */
async function heldOf(context: AnswerContext, scope: Scope, tense: Tense, other = ''): Promise<Candidate[]> {
  const own: AnswerContext = { ...context, intent: { ...context.intent, tense, kind: 'value', years: scope.years } }
  const words = { text: other.replace(/[\d.%％]+/g, ''), weight: OTHER_WEIGHT }
  const candidates = await findCandidates(own, scope, words.text === '' ? own.intent.focus : [...own.intent.focus, words])
  const told = candidates.filter((one) => tenseOf(one.evidence.row) === tense && one.hasFigure && !(tense === 'target' && liesAhead(one, scope)))
  const ofOneYear = told.filter(({ evidence, text }) => periodOfQuote(evidence.row, text) === null)
  const ofTense = ofOneYear.length > 0 ? ofOneYear : told.filter(({ evidence, text }) => mayBeOf(scope.years, periodOfQuote(evidence.row, text)))
  const { accepted } = acceptCandidates(own, ofTense)
  const ofProduct = tellProduct(own, accepted, ofTense)?.filter(({ evidence }) => tenseOf(evidence.row) === tense)
  if (ofProduct !== undefined) return ofProduct
  const [best] = ofTense
  if (best === undefined) return []
  return best.score >= SAYS_IT || accepted.includes(best) ? [best, ...accepted.filter((one) => one !== best)] : []
}

/** What is aimed at within no year that is named (今后三年内) is of none before its paper's own. */
function liesAhead({ evidence: { row }, text }: Candidate, { years }: Scope): boolean {
  const own = row.document.document.metadata.year
  return (
    row.sentence.facets.year === null && periodOfQuote(row, text) === null && own !== null && years.length > 0 && years.every((year) => year < own)
  )
}

/** Whether a period may be that of the years asked for: of five years that a plan names they are some. */
function mayBeOf(years: readonly number[], period: string | null): boolean {
  const plans = plansIn(period ?? '')
  return years.length === 0 || plans.length === 0 || plans.some((first) => years.some((year) => year >= first && year < first + PLAN_LENGTH))
}

/** A result with the clauses behind it that name what had been aimed at (投资下降2.4%，|计划为增长5%，未完成), where no sentence of its own told that. */
function upToAim(candidate: Candidate): Candidate {
  const { text } = candidate.evidence.row.sentence
  const at = text.indexOf(candidate.text)
  const behind = at < 0 ? [] : splitClauseTexts(text.slice(at + candidate.text.length).replace(/^[，,；;]/, ''))
  const aimed = behind.slice(0, NEAR_CLAUSES).findIndex((clause) => AIMED.test(clause))
  if (aimed < 0) return candidate
  const end = text.indexOf(behind[aimed] ?? '', at + candidate.text.length) + (behind[aimed]?.length ?? 0)
  return { ...candidate, text: text.slice(at, end).replace(/[，,；;]$/, '') }
}

/** How many clauses behind the result its aim may stand. */
const NEAR_CLAUSES = 2

function labelled(candidate: Candidate, label: string): DraftStatement {
  return { ...asStatement(candidate), label: `${label}：` }
}
