import type { AnswerContext, Candidate, Scope } from '../context/answer-context.ts'
import { findCandidates } from '../find/find-candidates.ts'
import { splitClauseTexts } from '../sentences/clause-window.ts'
import type { DraftStatement } from '../sentences/draft.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { acceptCandidates, asStatement, type Found } from './answer-value.ts'

type Tense = 'target' | 'actual'
/** A result that names its target itself (超过原定的…) tells both. */
const AIMED = /原定|目标|计划|预期/
const OTHER_WEIGHT = 0.7
/** A sentence with this score says what was asked, in whatever words the question was put. */
const SAYS_IT = 1
const NAMES: Readonly<Record<Tense, string>> = { target: '目标', actual: '实际' }

/**
 * What was to be reached and what was reached, of one thing in one year and place (当时预计减多少，最后实际减了多少): a cited sentence for each. Where one of the two is not found the
 * answer says so; null where neither is.
 */
export async function answerTargetAndActual(context: AnswerContext): Promise<Found | null> {
  const { intent } = context
  const asked: Scope = { years: intent.years, places: intent.places.map(({ name }) => name) }
  const target = await bestOf(context, asked, 'target')
  const year = target?.evidence.row.sentence.facets.year ?? null
  const scope: Scope = asked.years.length === 0 && year !== null ? { ...asked, years: [year] } : asked
  const actual = await bestOf(context, scope, 'actual', target?.text)
  const found = [target, actual].filter((candidate) => candidate !== null)
  if (found.length === 0) return null
  const label = `${scope.years.map((one) => `${one}年`).join('、')}${asked.places.join('、')}`
  const statements = [
    ...(target ? [labelled(target, `${label}${NAMES.target}`)] : []),
    ...(actual ? [labelled(target ? actual : upToAim(actual), `${label}${NAMES.actual}`)] : []),
  ]
  const tellsBoth = found.length === 1 && statements.some(({ text }) => AIMED.test(text))
  const lacking = tellsBoth ? [] : [...(target ? [] : [`${label}${NAMES.target}数`]), ...(actual ? [] : [`${label}${NAMES.actual}完成数`])]
  return { draft: { kind: 'answered', statements, ...(lacking.length > 0 ? { lacking } : {}) }, candidates: found }
}

/** @param other the clauses of the other side: papers tell the result in the words of the target */
async function bestOf(context: AnswerContext, scope: Scope, tense: Tense, other = ''): Promise<Candidate | null> {
  const own: AnswerContext = { ...context, intent: { ...context.intent, tense, kind: 'value' } }
  const words = { text: other.replace(/[\d.%％]+/g, ''), weight: OTHER_WEIGHT }
  const candidates = await findCandidates(own, scope, words.text === '' ? own.intent.focus : [...own.intent.focus, words])
  const ofTense = candidates.filter(({ evidence, hasFigure }) => tenseOf(evidence.row) === tense && hasFigure)
  const [best] = ofTense
  const isAccepted = best !== undefined && (best.score >= SAYS_IT || acceptCandidates(own, ofTense).accepted.includes(best))
  return isAccepted ? best : null
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
