import type { AnswerContext, Scope } from './answer-context.ts'
import type { DraftStatement, DraftTable } from './draft.ts'
import { type MatchedFact, matchFact } from './match-fact.ts'

/** One side of a comparison and the figure that tells it. */
export interface ComparedSide {
  readonly scope: Scope
  readonly label: string
  readonly matched: MatchedFact
}

/** The figure of each side's statement, where it has one that the question asks for. */
export function matchSide(context: AnswerContext, scope: Scope, label: string, statement: DraftStatement): ComparedSide | null {
  for (const row of statement.rows.toReversed()) {
    const matched = matchFact(context, row, statement.text)
    if (matched) return { scope, label, matched }
  }
  return null
}

/** The figures side by side, target and result told apart. */
export function compareTable(sides: readonly ComparedSide[]): DraftTable | null {
  if (sides.length < 2) return null
  const rows = sides.map(({ label, matched }) => [
    { text: label, rows: [] },
    { text: matched.fact.tense === 'target' ? '目标' : matched.fact.tense === 'actual' ? '实绩' : '—', rows: [] },
    { text: matched.figure, rows: [matched.row] },
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
    a.direction === b.direction
  if (!comparable || a.quantity.upper !== null || b.quantity.upper !== null) return null
  const difference = Number((b.quantity.printedValue - a.quantity.printedValue).toFixed(4))
  const unit = a.quantity.unit === '%' ? '个百分点' : a.quantity.unit
  const how = difference === 0 ? '相同' : `${difference > 0 ? '高' : '低'}${Math.abs(difference)}${unit}`
  const mixed = a.tense !== b.tense && a.tense !== null && b.tense !== null ? '（一为目标、一为实绩，口径不同）' : ''
  return {
    text: `按上述两个数计算，${second.label}比${first.label}${how}${mixed}`.replace(/比(.*)相同/, '与$1相同'),
    rows: [first.matched.row, second.matched.row],
    computed: true,
  }
}
