import type { Evidence } from '../../retrieval/retriever.ts'
import { asksForFiveYears } from '../../understand/find-years.ts'
import type { Intent } from '../../understand/intent.ts'
import type { Scope } from '../context/answer-context.ts'
import type { ClauseWindow } from '../sentences/clause-window.ts'
import { periodOf } from '../sentences/period-of.ts'
import { tenseOf } from '../sentences/tense-of.ts'

/**
 * What speaks for and against a sentence beside the words and the meaning that it shares with the question, in the units of the retrieval score (a sentence with all of
 * the question's words has about 1). Set on the seed questions and on those over other governments' documents together; none decides where the words differ clearly.
 */
const ADJUST = {
  figure: 0.08,
  noFigure: -0.12,
  tense: 0.06,
  otherTense: -0.12,
  ownYear: 0.1,
  period: -0.4,
  askedPeriod: 0.25,
  unit: 0.08,
  growthForLevel: -0.1,
  enumeration: 0.1,
  heading: -0.15,
  narrowerPlace: -0.15,
  otherPlace: -0.25,
  unnamedNarrower: -0.06,
  before: 0.15,
  question: -0.3,
  reason: 0.3,
  gate: 0.25,
} as const

/**
 * Weight of naming a thing of the type that is asked for. Measured on half of RGB's questions and confirmed on the other half: first place right 56 → 69 and 55 → 63 of 100
 * at 0.6, flat from 0.4 to 1.
 */
const TYPE_WEIGHT = 0.6
/** A sentence that asks answers nothing. */
const QUESTION = /[?？][”"’」』]?$/

/** What gives a reason. */
export const REASON = /因(?![此而地素子])|由于|受[^，。]{2,20}(?:影响|制约|拖累)|原因|导致|造成|致使|考虑到?|鉴于|为的是|为了|主要是/
/** What must be gone through before something may be done, as it is asked for and as rules say it. */
export const GATE_ASKED =
  /过(?:的是)?(?:哪|谁|什么)[^，。？]{0,3}关|先(?:得|要|须|应)?(?:过|办|经|做|拿到?|找)[^，。？]{0,6}(?:关|手续|什么|啥|谁|哪)|(?:什么|啥|哪些?|哪道)手续|(?:要|得|须|需)[^，。？]{0,4}谁(?:批准?|同意|点头|审批)/
export const GATE =
  /(?:应当?|须|需要?|必须)(?:先|事先|提前|依法)?(?:通过|取得|获得|经|办理|申请|报|向)|经[^，。；]{2,24}(?:批准|同意|审[核查批定]|评估|许可|备案)|备案(?:完成)?后/
/** To whom or what a paper applies. */
const SCOPE_ASKED = /适用(?:于|范围|对象)?(?:的)?(?:是)?(?:谁|哪|什么|啥)/
const SCOPE = /适用(?:于|范围|本|上述)/
/** What was not done is no plan, though the question speaks of one (没按原计划开工). */
const UNDONE = /没(?!有什么)|未|不(?:[再定设提给能]|如期|按)/

/** A stretch of several years: its figures are no single year's. */
const PERIOD = /年均(?:增长|提高|下降|增速)|五年(?:来|累计|期间)|[“"]?十[一二三四五]五[”"]?(?:期间|时期|以来|末)|五年增量/

/**
 * Sum of the adjustments for a sentence whose best clauses are `window`.
 *
 * @param named how far the sentence names a thing of the type that is asked for, 0 to 1; null where the question leaves the type open
 */
export function adjustScore(evidence: Evidence, window: ClauseWindow, intent: Intent, scope: Scope, named: number | null): number {
  const { facets, role, text } = evidence.row.sentence
  let sum = intent.expected.kind === 'figure' ? adjustForFigure(window, intent) : 0
  if (named !== null) sum += TYPE_WEIGHT * (named - 0.5)
  if (QUESTION.test(text)) sum += ADJUST.question
  if (GATE_ASKED.test(intent.asked) && GATE.test(text)) sum += ADJUST.gate
  if (SCOPE_ASKED.test(intent.asked) && SCOPE.test(text)) sum += ADJUST.gate
  const isWhy = intent.kind === 'why'
  if (isWhy && REASON.test(text)) sum += ADJUST.reason
  const tense = isWhy && UNDONE.test(intent.asked) ? null : tenseOf(evidence.row)
  if (intent.tense !== null && tense !== null) sum += tense === intent.tense ? ADJUST.tense : ADJUST.otherTense
  if (facets.year !== null && scope.years.includes(facets.year)) sum += ADJUST.ownYear
  if (scope.years.length > 0 && !PERIOD.test(intent.asked) && (PERIOD.test(window.text) || periodOf(evidence.row) !== null)) sum += ADJUST.period
  if (scope.years.length === 0 && asksForFiveYears(intent.asked)) sum += adjustForFiveYears(evidence, window)
  if (intent.kind === 'list' && (text.match(/、/g)?.length ?? 0) >= 2) sum += ADJUST.enumeration
  if (role === 'heading' || role === 'title' || role === 'attribute') sum += ADJUST.heading
  if (isBefore(evidence, intent)) sum += ADJUST.before
  return sum + adjustForPlace(evidence.row, intent)
}

/** What the five years brought that were asked for: no figure of one of them, no aim. */
function adjustForFiveYears({ row }: Evidence, { text }: ClauseWindow): number {
  if (tenseOf(row) === 'target') return -ADJUST.askedPeriod
  return periodOf(row) !== null || PERIOD.test(text) ? ADJUST.askedPeriod : 0
}

/** A follow-up often asks for more of the sentence that the answer before stood on. */
function isBefore({ row }: Evidence, { before }: Intent): boolean {
  return before.some(({ documentId, start }) => documentId === row.document.document.id && start === row.sentence.range.start)
}

function adjustForFigure(window: ClauseWindow, intent: Intent): number {
  if (!window.hasFigure) return ADJUST.noFigure
  const plain = window.text.replace(/\s+/g, '')
  const unit = intent.expected.kind === 'figure' ? intent.expected.unit : ''
  const inUnit = unit !== '' && new RegExp(`[\\d０-９][余多]?(?:万|亿)?${unit.replace(/^[万亿]/, '')}`).test(plain)
  const onlyGrowth = /多大|总量|规模|多少(?:万|亿)/.test(intent.asked) && /%/.test(plain) && !/\d(?:万|亿|千)/.test(plain)
  return ADJUST.figure + (inUnit ? ADJUST.unit : 0) + (onlyGrowth ? ADJUST.growthForLevel : 0)
}

/** A place named by a part of its name is preferred to the places below it; where no place is named, wider places are preferred a little. */
function adjustForPlace(row: Evidence['row'], intent: Intent): number {
  const { place, parentPlace } = row.document.document.metadata
  if (intent.places.length === 0) return parentPlace === null ? 0 : ADJUST.unnamedNarrower
  const loose = intent.places.filter((asked) => asked.standing === 'held' && !asked.strict).map((asked) => asked.name)
  if (loose.length === 0 || (place !== null && loose.includes(place))) return 0
  return parentPlace !== null && loose.includes(parentPlace) ? ADJUST.narrowerPlace : ADJUST.otherPlace
}
