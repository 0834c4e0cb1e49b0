import type { SentenceTense } from '../../../ingest/corpus/sentence.ts'
import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'
import type { AnswerContext, Scope } from '../context/answer-context.ts'
import { type MatchedFact, matchFacts } from '../context/match-fact.ts'
import { isOfPeriod, TENSE_NAMES } from '../facts/fact-cells.ts'
import type { DraftStatement, DraftTable } from '../sentences/draft.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { askedMeasure, isOfMeasure } from './asked-measure.ts'

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

/** One figure for each side, all of one unit and attribute: those of the first side are tried in order. Empty where the sides have no such figures. */
export function alignSides(sides: readonly SideFacts[]): ComparedSide[] {
  const [first] = sides
  for (const lead of first?.matches ?? []) {
    const aligned = sides.flatMap(({ scope, label, matches }): ComparedSide[] => {
      const matched = matches.find(({ fact }) => fact.quantity.baseUnit === lead.fact.quantity.baseUnit && fact.attribute === lead.fact.attribute)
      return matched ? [{ scope, label, matched }] : []
    })
    if (aligned.length === sides.length) return aligned
  }
  return []
}

/** What a figure itself leaves open its sentence may say. */
function tenseOfSide({ fact, row }: MatchedFact): SentenceTense | null {
  return fact.tense ?? tenseOf(row)
}

function nameOfTense(tense: SentenceTense | null): string {
  return tense === null ? '—' : TENSE_NAMES[tense]
}

/** The figures side by side, target and result told apart. */
export function compareTable(sides: readonly ComparedSide[]): DraftTable | null {
  if (sides.length < 2) return null
  const rows = sides.map(({ label, matched }) => [
    { text: label, rows: [] },
    { text: nameOfTense(tenseOfSide(matched)), rows: [] },
    { text: matched.fact.direction === 'down' ? `下降${matched.figure}` : matched.figure, rows: [matched.row] },
  ])
  return { caption: sides[0]?.matched.fact.indicator ?? '', columns: ['', '口径', '数值'], rows }
}

/** The highest and the lowest of three sides or more, said only where all figures are exact and of the same indicator, attribute, unit and direction; else null. */
export function extremesOf(sides: readonly ComparedSide[]): DraftStatement | null {
  const [first] = sides
  if (!first || sides.length < MIN_RANKED || !sides.every((side) => side.matched.fact.quantity.bound === 'exact' && areComparable(first, side)))
    return null
  const ordered = sides.toSorted((a, b) => b.matched.fact.quantity.printedValue - a.matched.fact.quantity.printedValue)
  const [most, next] = ordered
  const [before, least] = ordered.slice(-2)
  const isTied = (a?: ComparedSide, b?: ComparedSide): boolean => a?.matched.fact.quantity.printedValue === b?.matched.fact.quantity.printedValue
  if (!most || !least || isTied(most, next) || isTied(before, least)) return null
  return {
    text: `按上述各数比较，${most.label}最高（${most.matched.figure}），${least.label}最低（${least.matched.figure}）`,
    rows: sides.map(({ matched }) => matched.row),
    computed: true,
  }
}

const MIN_RANKED = 3

/** Whether two figures are of one indicator, attribute, unit and direction, of one year where the question names none, and no ranges. */
function areComparable(first: ComparedSide, second: ComparedSide): boolean {
  const [a, b] = [first.matched.fact, second.matched.fact]
  return (
    a.indicator === b.indicator &&
    a.attribute === b.attribute &&
    a.quantity.baseUnit === b.quantity.baseUnit &&
    a.quantity.unit === b.quantity.unit &&
    a.direction === b.direction &&
    a.quantity.upper === null &&
    b.quantity.upper === null &&
    (first.scope.years.length > 0 || a.year === b.year)
  )
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
  const how = difference === 0 ? '相同' : `${difference > 0 ? '高' : '低'}${Math.abs(difference)}${unit}`
  const bounded = [a, b].some((fact) => fact.quantity.bound !== 'exact')
  const [tense, other] = [tenseOfSide(first.matched), tenseOfSide(second.matched)]
  const mixed = tense !== other && tense !== null && other !== null ? '（一为目标、一为实绩，口径不同）' : ''
  return {
    text: `${bounded ? '按字面数（原文带有“以上”“左右”一类限定）' : '按上述两个数'}计算，${second.label}比${first.label}${how}${mixed}`.replace(
      /比(.*)相同/,
      '与$1相同',
    ),
    rows: [first.matched.row, second.matched.row],
    computed: true,
  }
}
