import { INDICATOR_NAMES } from '../../../ingest/facts/indicator-synonyms.ts'
import type { Intent } from '../../understand/intent.ts'
import { askedPlans, withoutPlans } from '../../understand/plan-periods.ts'
import type { AnswerContext, Candidate, Scope } from '../context/answer-context.ts'
import { acceptCandidates, answerValue, type Found, MAX_FACT_CHARS, pickStatements } from './answer-value.ts'
import { askedMeasure } from './asked-measure.ts'
import { tellMeasure } from './tell-measure.ts'
import { withScope } from './with-scope.ts'

/** What a question adds to the name: that its growth or its aim is asked for. */
const ASPECT = /的?(?:同比)?(?:增长|增速|增幅)?的?(?:预期|发展)?(?:目标)?(?:定|设)?$/
/** 经济增长 is the growth of the product. */
const ECONOMY = /经济(?:增长|增速)/
const PRODUCT = '地区生产总值'
const PRODUCT_GROWTH = `${PRODUCT}增长`
const GROWS = /[增降升减]|速/
const MAX_STATEMENTS = 2

/**
 * A fact; where the question asks for the product of one year, or of five, and one place and for nothing else (某省今年GDP目标), the clause that gives a figure of just that: papers name it by 经济增长 too,
 * set other things beside it (居民收入与经济增长同步) and measure others by it (单位生产总值能耗). As {@link answerValue} found it where no sentence gives one.
 */
export async function answerProduct(context: AnswerContext): Promise<Found> {
  const found = await answerValue(context)
  const accepted = found.accepted ?? acceptCandidates(context, found.candidates).accepted
  const told = tellProduct(context, accepted, found.candidates)
  if (told === null) return found
  // Of other five years, or of another product, nothing stands in the stead of what was asked.
  if (told.length === 0) return askedPlans(context.intent).length > 0 ? { ...found, draft: null } : found
  if (found.draft !== null && told.length === accepted.length && told.every((one) => accepted.includes(one))) return found
  const statements = pickStatements(told, MAX_FACT_CHARS, MAX_STATEMENTS, 1).map((statement) => withScope(context, statement))
  return { draft: { kind: 'answered', statements }, candidates: found.candidates }
}

/** The candidates that tell just the product, where the question asks for it and for nothing else; null where it asks otherwise. */
export function tellProduct(context: AnswerContext, accepted: readonly Candidate[], candidates: readonly Candidate[]): readonly Candidate[] | null {
  const intent = withProduct(context.intent)
  const side = sideOf(context, intent)
  // An amount that is asked for is judged by its unit.
  if (side === null || askedMeasure(intent) === 'level') return null
  const told = tellMeasure({ ...context, intent }, side, accepted, candidates)
  // An amount is no growth.
  return askedMeasure(intent) === 'growth' && !told.every(({ text }) => GROWS.test(text)) ? null : told
}

/** The one year, or five years, and place whose product is asked for; null where something else is, or more. */
function sideOf({ ledger, knowledge }: AnswerContext, intent: Intent): Scope | null {
  const [part, ...others] = intent.focus.filter(({ weight }) => weight === 1)
  const [place, ...otherPlaces] = intent.places
  if (part === undefined || others.length > 0 || otherPlaces.length > 0) return null
  if (place === undefined && knowledge.places.length > 1) return null
  if (intent.years.length + askedPlans(intent).length !== 1) return null
  const groupOf = ledger.grouping()
  const timeless = withoutPlans(part.text)
  const isProduct = [timeless, timeless.replace(ASPECT, '')].some((name) => INDICATOR_NAMES.has(name) && groupOf(name) === groupOf(PRODUCT))
  return isProduct ? { years: intent.years, places: place === undefined ? [] : [place.name] } : null
}

function withProduct(intent: Intent): Intent {
  const focus = intent.focus.map((part) => ({ ...part, text: part.text.replace(ECONOMY, PRODUCT_GROWTH) }))
  return { ...intent, asked: intent.asked.replace(ECONOMY, PRODUCT_GROWTH), focus }
}
