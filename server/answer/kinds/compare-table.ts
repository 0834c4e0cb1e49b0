import type { SentenceTense } from '../../../ingest/corpus/sentence.ts'
import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'
import type { AnswerContext, Scope } from '../context/answer-context.ts'
import { type MatchedFact, matchFacts } from '../context/match-fact.ts'
import { isOfPeriod, TENSE_NAMES } from '../facts/fact-cells.ts'
import type { DraftStatement, DraftTable } from '../sentences/draft.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { askedMeasure, isOfMeasure } from './asked-measure.ts'
import { sayYears } from './with-scope.ts'

/** One side of a comparison and the figure that tells it. */
export interface ComparedSide {
  readonly scope: Scope
  readonly label: string
  readonly matched: MatchedFact
}

/** A side with all figures of its statements that the question may mean, the best match first. */
export interface SideFacts {
  readonly scope: Scope
  readonly label: string
  readonly matches: readonly MatchedFact[]
}

function isGrowth({ attribute }: IndicatorFact): boolean {
  return attribute === 'growth' || attribute === 'change'
}

export function matchSide(context: AnswerContext, scope: Scope, label: string, statements: readonly DraftStatement[]): SideFacts {
  const measure = askedMeasure(context.intent)
  const matches = statements.flatMap((statement) => statement.rows.toReversed().flatMap((row) => matchFacts(context, row, statement.text)))
  const isOwn = ({ fact, row }: MatchedFact): boolean =>
    fact.attribute !== 'base' && !(scope.years.length === 1 && isGrowth(fact) && isOfPeriod({ row, fact }))
  return { scope, label, matches: matches.filter((matched) => isOwn(matched) && isOfMeasure(matched.fact.attribute, measure)) }
}

/**
 * One figure for each side, all of one unit and attribute: those of the first side are tried in order, first with figures of the same indicator. Empty where the sides have no such
 * figures.
 */
export function alignSides(sides: readonly SideFacts[]): ComparedSide[] {
  return alignBy(sides, (a, b) => isAlike(a, b) && a.indicator === b.indicator) ?? alignBy(sides, isAlike) ?? []
}

function isAlike(a: IndicatorFact, b: IndicatorFact): boolean {
  return a.quantity.baseUnit === b.quantity.baseUnit && a.attribute === b.attribute
}

function alignBy(sides: readonly SideFacts[], fits: (a: IndicatorFact, b: IndicatorFact) => boolean): ComparedSide[] | null {
  for (const lead of sides[0]?.matches ?? []) {
    const aligned = sides.flatMap(({ scope, label, matches }): ComparedSide[] => {
      const matched = matches.find(({ fact }) => fits(lead.fact, fact))
      return matched ? [{ scope, label, matched }] : []
    })
    if (aligned.length === sides.length) return aligned
  }
  return null
}

/** What a figure itself leaves open its sentence may say. */
function tenseOfSide({ fact, row }: MatchedFact): SentenceTense | null {
  return fact.tense ?? tenseOf(row)
}

/** The several years that a figure is told of; null where it is of one. */
function spanOf({ fact, row }: MatchedFact): string | null {
  return sayYears(row, row.sentence.text.slice(fact.clause.start, fact.clause.end)) || null
}

function nameOfTense(tense: SentenceTense | null): string {
  return tense === null ? '—' : TENSE_NAMES[tense]
}

/** The figures side by side, target and result told apart, each with its own name where the sides have figures of different scope (城镇居民… beside 居民…). */
export function compareTable(sides: readonly ComparedSide[]): DraftTable | null {
  if (sides.length < 2) return null
  const isOfOne = sides.every(({ matched }) => matched.fact.indicator === sides[0]?.matched.fact.indicator)
  const isOfOneYear = sides.every(({ matched }) => matched.fact.year === sides[0]?.matched.fact.year)
  const yearOf = ({ scope, matched }: Pick<ComparedSide, 'scope' | 'matched'>): string =>
    isOfOneYear || scope.years.length > 0 || matched.fact.year === null ? '' : `${matched.fact.year}年`
  const rows = sides.map(({ label, matched, scope }) => [
    { text: spanOf(matched) === null ? `${yearOf({ scope, matched })}${label}` : `${spanOf(matched)}${scope.places.join('、')}`, rows: [] },
    { text: nameOfTense(tenseOfSide(matched)), rows: [] },
    {
      text: `${matched.fact.direction === 'down' ? '下降' : ''}${matched.figure}${isOfOne ? '' : `（${matched.fact.indicatorText}）`}`,
      rows: [matched.row],
    },
  ])
  const name = sides[0]?.matched.fact.indicator ?? ''
  return { caption: name, columns: ['', '口径', isOfOne && name !== '' ? name : '数值'], rows }
}

/** Which of the sides has most, and least of three or more, said only of figures of the same indicator, attribute, tense, direction and stretch of time; else null. */
export function extremesOf(sides: readonly ComparedSide[]): DraftStatement | null {
  const [first] = sides
  if (
    !first ||
    sides.length < 2 ||
    first.matched.fact.direction === 'down' ||
    !sides.every((side) => areOfOneSort(first, side) && tenseOfSide(side.matched) === tenseOfSide(first.matched))
  )
    return null
  const ordered = sides.toSorted((a, b) => lowOf(b) - lowOf(a))
  const [most, next] = ordered
  const [before, least] = ordered.slice(-2)
  if (!most || !next || !before || !least || lowOf(most) <= highOf(next)) return null
  const isExact = sides.every(({ matched }) => matched.fact.quantity.bound === 'exact')
  const by = isExact ? `按上述${sides.length === 2 ? '两个' : '各'}数` : BY_THE_LETTER
  const lowest = sides.length > 2 && lowOf(before) > highOf(least) ? `，${least.label}最低（${least.matched.figure}）` : ''
  const name = nameOf(first)
  const text = sides.length === 2 ? `${most.label}高于${least.label}` : `${most.label}最高（${most.matched.figure}）${lowest}`
  return { text: `${by}比较（${name}），${text}`, rows: sides.map(({ matched }) => matched.row), computed: true }
}

/** Why the figures do not tell which side has more: of several years, or targets beside results. Null where neither is so. */
export function apartOf(sides: readonly ComparedSide[]): DraftStatement | null {
  const [first, ...others] = sides
  if (!first || others.length === 0) return null
  const timeOf = ({ matched }: ComparedSide): string => spanOf(matched) ?? `${matched.fact.year}`
  const isOfYears = others.some((side) => first.scope.years.join() === side.scope.years.join() && timeOf(side) !== timeOf(first))
  const isMixed = others.some(({ matched }) => tenseOfSide(matched) !== tenseOfSide(first.matched))
  const why = [isOfYears ? '年份不同' : '', isMixed ? '一为目标、一为实绩' : ''].filter((part) => part !== '').join('，')
  if (why === '') return null
  return { text: `上述${nameOf(first)}的数${why}，不宜直接比较高低`, rows: sides.map(({ matched }) => matched.row), computed: true }
}

/** What is computed says what it is computed of: 粮食产量, 固定资产投资增速. */
function nameOf({ matched: { fact } }: ComparedSide): string {
  return `${fact.indicator}${fact.attribute === 'growth' ? '增速' : ''}`
}

const BY_THE_LETTER = '按字面数（原文带有“以上”“左右”一类限定）'

function lowOf({ matched: { fact } }: ComparedSide): number {
  return fact.quantity.value
}

function highOf({ matched: { fact } }: ComparedSide): number {
  return fact.quantity.upper ?? fact.quantity.value
}

function areOfOneSort(first: ComparedSide, { matched }: ComparedSide): boolean {
  const [a, b] = [first.matched.fact, matched.fact]
  return (
    isAlike(a, b) &&
    a.indicator === b.indicator &&
    a.direction === b.direction &&
    isOfPeriod(first.matched) === isOfPeriod(matched) &&
    spanOf(first.matched) === spanOf(matched) &&
    (first.scope.years.length > 0 || a.year === b.year)
  )
}

/** Whether two figures of one sort can be subtracted: of one unit, and no ranges. */
function areComparable(first: ComparedSide, second: ComparedSide): boolean {
  const [a, b] = [first.matched.fact.quantity, second.matched.fact.quantity]
  return areOfOneSort(first, second) && a.unit === b.unit && a.upper === null && b.upper === null
}

/**
 * How far two sides are apart, said only where both figures are of the same indicator, attribute and unit and neither is a range.
 *
 * @returns null where they cannot be subtracted
 */
export function differenceOf(sides: readonly ComparedSide[]): DraftStatement | null {
  const [first, second] = sides
  if (!first || !second || sides.length !== 2) return null
  if (!areComparable(first, second)) return null
  const [a, b] = [first.matched.fact, second.matched.fact]
  const difference = Number((b.quantity.printedValue - a.quantity.printedValue).toFixed(4))
  const unit = /^[%％]$/.test(a.quantity.unit) ? '个百分点' : a.quantity.unit
  const how = `${difference > 0 ? '高' : '低'}${Math.abs(difference)}${unit}`
  const bounded = [a, b].some((fact) => fact.quantity.bound !== 'exact')
  const [tense, other] = [tenseOfSide(first.matched), tenseOfSide(second.matched)]
  const mixed = tense !== other && tense !== null && other !== null ? '（一为目标、一为实绩，口径不同）' : ''
  const name = nameOf(first)
  const told = difference === 0 ? `${second.label}与${first.label}相同` : `${second.label}比${first.label}${how}`
  return {
    text: `${bounded ? BY_THE_LETTER : '按上述两个数'}计算（${name}），${told}${mixed}`,
    rows: [first.matched.row, second.matched.row],
    computed: true,
  }
}
