import { splitClauseTexts } from './clause-window.ts'

/** A year at the beginning of a clause (到2030年底，…) is the year of what follows, up to the next such clause. */
const LEADING_YEAR =
  /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])?(?:力争|预计|其中|截至|计划|争取)?[到至在]?((?:19|20)\d{2})年(?![—\-至到度])/
const TWO_YEARS = /(?:19|20)\d{2}年.*(?:19|20)\d{2}年/s

/** A stretch of a sentence and the year that its first clause names. */
export interface YearStretch {
  readonly year: number
  readonly text: string
  readonly start: number
}

/** The stretches of a sentence that tells of several years one after the other; none where it tells of one. */
export function yearStretches(sentence: string): YearStretch[] {
  if (!TWO_YEARS.test(sentence)) return []
  const stretches: { year: number; text: string; start: number }[] = []
  let at = 0
  for (const clause of splitClauseTexts(sentence)) {
    const year = Number(LEADING_YEAR.exec(clause)?.[1] ?? 0)
    const last = stretches.at(-1)
    if (year !== 0 && year !== last?.year) stretches.push({ year, text: clause, start: at })
    else if (last) last.text += clause
    at += clause.length
  }
  return stretches.length > 1 ? stretches : []
}

/** The year whose stretch holds a quoted text; null where the sentence tells of one year or the text of several. */
export function yearOfQuote(sentence: string, quote: string): number | null {
  return yearStretches(sentence).find(({ text }) => text.includes(quote))?.year ?? null
}
