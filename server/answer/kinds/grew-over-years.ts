import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { isOfPeriod } from '../facts/fact-cells.ts'
import { periodOf } from '../sentences/period-of.ts'

/** Whether a figure tells by how much something grew over several years: it is none of one year's. What an amount came to in the end is. */
export function grewOverYears(row: SentenceRow, fact: IndicatorFact): boolean {
  return (fact.attribute === 'growth' || fact.attribute === 'change') && (periodOf(row) !== null || isOfPeriod({ row, fact }))
}
