import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import type { AnswerContext } from './answer-context.ts'
import type { DraftStatement } from './draft.ts'
import { periodOf } from './period-of.ts'
import { SAYS_TARGET, tenseOf } from './tense-of.ts'
import { yearOfQuote } from './year-stretch.ts'

/**
 * Says what a statement is about where the question left it open: the years or the period and the places that its sentences speak of, and that it is a target where none was
 * asked for. A statement that says so itself stays as it is.
 */
export function withScope({ intent, knowledge }: AnswerContext, statement: DraftStatement): DraftStatement {
  const row = statement.rows.at(-1)
  if (!row || !/\d/.test(statement.text) || intent.kind === 'metadata') return statement
  const tense = tenseOf(row)
  const places = knowledge.places.length > 1 && intent.places.length === 0 ? distinct(statement.rows, ({ facets }) => facets.place) : []
  const parts = [
    timeOf(statement, row, intent.years),
    places.filter((place) => !statement.text.includes(place)).join('、'),
    tense === 'actual' && intent.tense === 'target' ? '（实绩，库中未查到目标）' : '',
    tense === 'target' && intent.tense !== 'target' && !SAYS_TARGET.test(statement.text) ? '（目标）' : '',
  ]
  const label = parts.join('')
  return label === '' ? statement : { ...statement, label: `${label}：` }
}

function timeOf({ rows, text }: DraftStatement, row: SentenceRow, asked: readonly number[]): string {
  const period = periodOf(row)
  if (period !== null) return text.includes(period) ? '' : period
  const own = yearOfQuote(row.sentence.text, text)
  const years = (own === null ? distinct(rows, ({ facets }) => facets.year) : [own]).filter(
    (year) => !asked.includes(year) && !text.includes(`${year}`),
  )
  return years.length === 0 ? '' : `${years.toSorted((a, b) => a - b).join('、')}年`
}

function distinct<T extends string | number>(rows: readonly SentenceRow[], read: (sentence: SentenceRow['sentence']) => T | null): T[] {
  return [...new Set(rows.flatMap(({ sentence }) => read(sentence) ?? []))]
}
