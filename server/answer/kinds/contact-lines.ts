import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'

/** Lines that say whom to call stand together; so many of them are told where none is told from the others. */
const MAX_LINES = 4
const OF_ANY_LINE = /联系|电话|邮箱|系人|系电|电子|邮件|方式/

/**
 * Of the lines of a paper that say whom to call or where to write, those of the office that the question names; all, if they are few, where it names none.
 *
 * @param terms of the question
 */
export function contactLines(found: readonly SentenceRow[], terms: readonly string[], termsOf: (text: string) => readonly string[]): SentenceRow[] {
  const wanted = new Set(terms.filter((term) => term.length >= 2))
  const heldBy = found.map((row) => heldTerms(row, wanted, termsOf))
  // Words that all lines hold, 联系电话, tell none from another.
  const telling = [...wanted].filter((term) => found.length === 1 || !heldBy.every((held) => held.has(term)))
  const shares = heldBy.map((held) => telling.filter((term) => held.has(term)).length)
  const best = Math.max(0, ...shares)
  return best === 0 ? found.slice(0, MAX_LINES) : found.filter((_, i) => shares[i] === best)
}

/** The most words of a question, beside those that all such lines hold, that one of the lines holds. */
export function sharedTerms(found: readonly SentenceRow[], terms: readonly string[], termsOf: (text: string) => readonly string[]): number {
  const wanted = new Set(terms.filter((term) => term.length >= 2 && !OF_ANY_LINE.test(term)))
  return Math.max(0, ...found.map((row) => heldTerms(row, wanted, termsOf).size))
}

function heldTerms(row: SentenceRow, wanted: ReadonlySet<string>, termsOf: (text: string) => readonly string[]): Set<string> {
  return new Set(termsOf(row.sentence.text).filter((term) => wanted.has(term)))
}
