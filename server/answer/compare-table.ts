import type { AnswerContext, Scope } from './answer-context.ts'
import { askedMeasure, isOfMeasure } from './asked-measure.ts'
import type { DraftStatement, DraftTable } from './draft.ts'
import { type MatchedFact, matchFacts } from './match-fact.ts'

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

export function matchSide(context: AnswerContext, scope: Scope, label: string, statements: readonly DraftStatement[]): SideFacts {
  const measure = askedMeasure(context.intent)
  const matches = statements.flatMap((statement) => statement.rows.toReversed().flatMap((row) => matchFacts(context, row, statement.text)))
  return { scope, label, matches: matches.filter(({ fact }) => isOfMeasure(fact.attribute, measure)) }
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

/** The figures side by side, target and result told apart. */
export function compareTable(sides: readonly ComparedSide[]): DraftTable | null {
  if (sides.length < 2) return null
  const rows = sides.map(({ label, matched }) => [
    { text: label, rows: [] },
    { text: matched.fact.tense === 'target' ? '目标' : matched.fact.tense === 'actual' ? '实绩' : '—', rows: [] },
    { text: matched.fact.direction === 'down' ? `下降${matched.figure}` : matched.figure, rows: [matched.row] },
  ])
  return { caption: sides[0]?.matched.fact.indicator ?? '', columns: ['', '口径', '数值'], rows }
}

/**
 * How far two sides are apart, said only where both figures are of the same indicator, attribute and unit and neither is a range.
 *
 * @returns null where they cannot be subtracted
 */
export function differenceOf(sides: readonly ComparedSide[]): DraftStatement | null {
  const [first, second] = sides
  if (!first || !second || sides.length !== 2) return null
  const [a, b] = [first.matched.fact, second.matched.fact]
  const comparable =
    a.indicator === b.indicator &&
    a.attribute === b.attribute &&
    a.quantity.baseUnit === b.quantity.baseUnit &&
    a.quantity.unit === b.quantity.unit &&
    a.direction === b.direction &&
    (first.scope.years.length > 0 || a.year === b.year)
  if (!comparable || a.quantity.upper !== null || b.quantity.upper !== null) return null
  const difference = Number((b.quantity.printedValue - a.quantity.printedValue).toFixed(4))
  const unit = /^[%％]$/.test(a.quantity.unit) ? '个百分点' : a.quantity.unit
  const how = difference === 0 ? '相同' : `${difference > 0 ? '高' : '低'}${Math.abs(difference)}${unit}`
  const bounded = [a, b].some((fact) => fact.quantity.bound !== 'exact')
  const mixed = a.tense !== b.tense && a.tense !== null && b.tense !== null ? '（一为目标、一为实绩，口径不同）' : ''
  return {
    text: `${bounded ? '按字面数（原文带有“以上”“左右”一类限定）' : '按上述两个数'}计算，${second.label}比${first.label}${how}${mixed}`.replace(
      /比(.*)相同/,
      '与$1相同',
    ),
    rows: [first.matched.row, second.matched.row],
    computed: true,
  }
}
