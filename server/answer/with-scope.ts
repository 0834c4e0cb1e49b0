import type { AnswerContext } from './answer-context.ts'
import type { DraftStatement } from './draft.ts'
import { periodOf } from './period-of.ts'

/**
 * Says what a statement is about where the question left it open: the year and the place that the sentence speaks of, and that it is a target where none was asked for.
 * A statement that says so itself stays as it is.
 */
export function withScope({ intent, knowledge }: AnswerContext, statement: DraftStatement): DraftStatement {
  const row = statement.rows.at(-1)
  if (!row || !/\d/.test(statement.text) || intent.kind === 'metadata') return statement
  const { year, place, tense } = row.sentence.facets
  const period = periodOf(row)
  const parts = [
    period !== null
      ? statement.text.includes(period)
        ? ''
        : period
      : year !== null && !intent.years.includes(year) && !statement.text.includes(`${year}`)
        ? `${year}年`
        : '',
    place !== null && knowledge.places.length > 1 && intent.places.length === 0 && !statement.text.includes(place) ? place : '',
    tense === 'actual' && intent.tense === 'target' ? '（实绩，库中未查到目标）' : '',
    tense === 'target' && intent.tense !== 'target' && !/目标|力争|计划|确保|争取|预期/.test(statement.text) ? '（目标）' : '',
  ]
  const label = parts.join('')
  return label === '' ? statement : { ...statement, label: `${label}：` }
}
