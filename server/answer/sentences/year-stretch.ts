import { foldYears } from '../../../ingest/structure/fold-years.ts'
import { splitClauseTexts } from './clause-window.ts'

/** A year at the beginning of a clause (到2030年底，…) is the year of what follows, up to the next such clause. */
const LEADING_YEAR =
  /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])?(?:力争|预计|其中|截至|计划|争取)?[到至在]?((?:19|20)\d{2})\s?年(?![—\-至到度])/
const TITLE = /《[^》]*》/g
const YEAR = /(?:19|20)\d{2}\s?年/

/** A stretch of a sentence and the year that its first clause names; null for what stands before the first such clause. */
export interface YearStretch {
  readonly year: number | null
  readonly text: string
  readonly start: number
}

/** The stretches of a sentence that tells of several years one after the other, or comes to another year behind its first clause; none where it tells of one. */
export function yearStretches(sentence: string): YearStretch[] {
  const folded = foldYears(sentence)
  if (!YEAR.test(folded)) return []
  const stretches: { year: number | null; text: string; start: number }[] = []
  let at = 0
  for (const clause of splitClauseTexts(folded)) {
    const year = Number(LEADING_YEAR.exec(clause)?.[1] ?? 0)
    const text = sentence.slice(at, at + clause.length)
    const last = stretches.at(-1)
    if (last === undefined || (year !== 0 && year !== last.year)) stretches.push({ year: year === 0 ? null : year, text, start: at })
    else last.text += text
    at += clause.length
  }
  return stretches.length > 1 ? stretches : []
}

/** The year whose stretch holds a quoted text; null where the sentence tells of one year or the text of several. */
export function yearOfQuote(sentence: string, quote: string): number | null {
  return yearStretches(sentence).find(({ text }) => text.includes(quote))?.year ?? null
}

/** The years that a text tells of; what it only compares with (比2030年增长5%) is told by itself, and the title of a paper tells of none. */
export function yearsTold(text: string): number[] {
  return [
    ...foldYears(text)
      .replaceAll(TITLE, '')
      .matchAll(/(?<![比较]\s?)(?:19|20)\d{2}/g),
  ].map(([year]) => Number(year))
}
