import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { foldYears } from '../../../ingest/structure/fold-years.ts'
import { OVER_YEARS } from './span-of-quote.ts'

/** Words that date a figure in the midst of an account of several years. */
const NAMED_YEAR = /(?<!\d)((?:19|20)\d{2})\s?年|去年|前年|今年|全年|当年|上年(?!均)/g
/** The years between which something grew (从2020年的3亿元增长到2025年的4亿元) date no more than its figures. */
const FROM_TO = /(?:从|由)[^，,；;。]{0,4}(?:19|20)\d{2}\s?年[^，,；;。]*(?:到|至)(?:19|20)\d{2}\s?年/g

/** The period of several years that a sentence speaks of although its document is about one; null for a sentence that names its year itself, or stands in the account of one. */
export function periodOf(row: SentenceRow): string | null {
  const period = accountOf(row)
  return period === null || ownYearAt(row, withoutSpans(row.sentence.text)) >= 0 ? null : period
}

/** The period that a quoted part of a sentence speaks of: a year that the sentence names later dates what follows it, not what stands before, and no mean over years. */
export function periodOfQuote(row: SentenceRow, quote: string): string | null {
  const period = accountOf(row)
  if (period === null) return null
  const named = ownYearAt(row, withoutSpans(row.sentence.text))
  if (named < 0) return ownYearAt(row, quote) >= 0 ? null : period
  if (ownYearAt(row, quote) >= 0) return null
  const at = row.sentence.text.indexOf(quote.split('……')[0] ?? '')
  return OVER_YEARS.test(quote) || (at >= 0 && at < named) ? period : null
}

function accountOf({ document, sentence }: SentenceRow): string | null {
  return document.periods[sentence.index] ?? null
}

/** Where a text names the year that its sentence is dated by, -1 where it does not. */
function ownYearAt({ sentence: { facets } }: SentenceRow, text: string): number {
  if (facets.year === null) return -1
  for (const { 1: year, index } of foldYears(text).matchAll(NAMED_YEAR)) if (year === undefined || Number(year) === facets.year) return index
  return -1
}

function withoutSpans(text: string): string {
  return foldYears(text).replace(FROM_TO, (span) => '　'.repeat(span.length))
}
