import type { Figure, Quantity } from '../../../ingest/facts/figure.ts'
import { isQuantity } from '../../../ingest/facts/figure.ts'
import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'
import type { Problem } from '../../contract/chat.ts'
import { coverage, type HanPairs, hanPairs, nameSimilarity } from './verify-text.ts'

/** A fact of a cited sentence, and which citation it stands in. */
export interface CitedFact {
  readonly fact: IndicatorFact
  /** Position in the list of citations. */
  readonly citation: number
}

/** The cited facts that a figure of the statement may rest on. */
export interface FigureCheck {
  readonly problems: readonly Problem[]
  /** Facts with the figure's value and unit whose indicator agrees; empty when there is a problem. */
  readonly supports: readonly CitedFact[]
}

const SAME_NAME = 0.6
const LEAD_OF_OTHER = 0.15
const FAINT_NAME = 0.25
/** A name may come from elsewhere in the quote, its headings or its title; this part of it must be found there. */
const MIN_NAME_COVERAGE = 0.34

/** Compares one figure of the statement with the figures of the cited sentences: value, unit, indicator, direction, bound. */
export function checkFigure(fact: IndicatorFact, cited: readonly CitedFact[], contextPairs: HanPairs): FigureCheck {
  const { quantity } = fact
  const printed = printQuantity(quantity)
  const equal = cited.filter((other) => hasSameValue(quantity, other.fact.quantity))
  if (equal.length === 0) return { problems: [missingFigure(fact, cited, printed)], supports: [] }
  const similarity = (other: CitedFact): number => nameSimilarity(fact.indicator, other.fact.indicator)
  const best = Math.max(...equal.map(similarity))
  const rivals = cited.filter((other) => !equal.includes(other) && isComparable(quantity, other.fact.quantity))
  const rival = rivals.reduce<CitedFact | null>((top, other) => (top === null || similarity(other) > similarity(top) ? other : top), null)
  if (fact.indicator !== '' && rival && similarity(rival) >= SAME_NAME && similarity(rival) > best + LEAD_OF_OTHER) {
    const stated = `原文中“${fact.indicatorText}”是${printQuantity(rival.fact.quantity)}，${printed}属于“${equal[0]?.fact.indicatorText ?? ''}”`
    return { problems: [{ kind: 'indicator', message: `指标与数字不对应：${stated}` }], supports: [] }
  }
  if (fact.indicator !== '' && best < FAINT_NAME && coverage(hanPairs(fact.indicator), contextPairs) < MIN_NAME_COVERAGE) {
    const message = `指标不一致：原文的${printed}说的是“${equal[0]?.fact.indicatorText ?? ''}”，不是“${fact.indicatorText}”`
    return { problems: [{ kind: 'indicator', message }], supports: [] }
  }
  const supports = equal.filter((other) => similarity(other) >= Math.max(best - LEAD_OF_OTHER, 0))
  return checkManner(fact, supports, printed)
}

/** Direction, bound and the sort of value must agree with at least one of the facts that carry the figure. */
function checkManner(fact: IndicatorFact, supports: readonly CitedFact[], printed: string): FigureCheck {
  const agreeing = supports.filter(({ fact: other }) => !areOpposite(fact.direction, other.direction))
  if (agreeing.length === 0) return { problems: [{ kind: 'figure', message: `增减方向与原文相反：${printed}` }], supports: [] }
  const bounded = agreeing.filter(({ fact: other }) => !areOppositeBounds(fact.quantity, other.quantity))
  if (bounded.length === 0)
    return {
      problems: [{ kind: 'figure', message: `限定与原文相反：原文为${printQuantity(agreeing[0]?.fact.quantity ?? fact.quantity)}` }],
      supports: [],
    }
  const alike = bounded.filter(
    ({ fact: other }) => sortOfValue(fact) === null || sortOfValue(other) === null || sortOfValue(fact) === sortOfValue(other),
  )
  if (alike.length === 0) {
    return { problems: [{ kind: 'indicator', message: `数字的含义不一致：${printed}在原文中是${sortName(bounded[0]?.fact)}` }], supports: [] }
  }
  return { problems: [], supports: alike }
}

function missingFigure(fact: IndicatorFact, cited: readonly CitedFact[], printed: string): Problem {
  const sameDigits = cited.find(
    ({ fact: other }) => other.quantity.printedValue === fact.quantity.printedValue && other.quantity.kind === fact.quantity.kind,
  )
  if (sameDigits) return { kind: 'unit', message: `单位与原文不一致：原文为${printQuantity(sameDigits.fact.quantity)}，不是${printed}` }
  const sameName = cited.find(
    ({ fact: other }) => nameSimilarity(fact.indicator, other.indicator) >= SAME_NAME && isComparable(fact.quantity, other.quantity),
  )
  const instead = sameName ? `；原文中“${sameName.fact.indicatorText}”为${printQuantity(sameName.fact.quantity)}` : ''
  return { kind: 'figure', message: `引文中没有${printed}这个数字${instead}` }
}

export function hasSameValue(a: Quantity, b: Quantity): boolean {
  if (!isComparable(a, b) || !isClose(a.value, b.value)) return false
  if (a.upper === null || b.upper === null) return a.upper === b.upper
  return isClose(a.upper, b.upper)
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
}

function isComparable(a: Quantity, b: Quantity): boolean {
  return a.kind === b.kind && a.dimension === b.dimension && a.baseUnit === b.baseUnit
}

function areOpposite(a: IndicatorFact['direction'], b: IndicatorFact['direction']): boolean {
  return a !== null && b !== null && a !== b
}

function areOppositeBounds(a: Quantity, b: Quantity): boolean {
  return (a.bound === 'at-least' && b.bound === 'at-most') || (a.bound === 'at-most' && b.bound === 'at-least')
}

/** base: where a change starts; change: how much it changes; state: how much it is. Null where the words leave it open. */
function sortOfValue(fact: IndicatorFact): 'base' | 'change' | 'state' | null {
  if (fact.attribute === 'base') return 'base'
  if (
    fact.attribute === 'growth' ||
    fact.attribute === 'change' ||
    /增速|增幅|增长|涨幅|降幅|降低|下降|提高|提升|增加|(?:新增|净增)$/.test(fact.indicatorText)
  )
    return 'change'
  if (fact.attribute === 'spec' || fact.attribute === 'rank' || fact.attribute === 'duration' || fact.indicator === '') return null
  return 'state'
}

function sortName(fact: IndicatorFact | undefined): string {
  if (!fact) return '另一数值'
  const sort = sortOfValue(fact)
  return sort === 'base' ? '变动前的数值' : sort === 'change' ? '增减的幅度' : '达到的数值'
}

export function printQuantity(quantity: Quantity): string {
  const body = quantity.kind === 'rank' ? `第${quantity.figureText}${quantity.unit}` : quantity.figureText + quantity.unit
  return `${body}${/^(?:以上|以下|以内|左右)$/.test(quantity.qualifier ?? '') ? quantity.qualifier : ''}`
}

/** Numerals that measure nothing (文号, 国道, 5G, 第三批) must stand in a quote as they are; years are checked apart. */
export function checkPlainNumerals(figures: readonly Figure[], cited: readonly Figure[]): Problem[] {
  const problems: Problem[] = []
  for (const figure of figures) {
    if (isQuantity(figure) || (figure.kind === 'date' && figure.value >= 1000)) continue
    const stands = cited.some((other) => other.value === figure.value)
    if (!stands) problems.push({ kind: 'figure', message: `引文中没有“${figure.figureText}”` })
  }
  return problems
}
