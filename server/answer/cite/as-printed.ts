import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'

/** What parts the stretches of a sentence that a statement quotes. */
const PARTS = /(……)/
const BLANKS = /\s+/g

/** Papers in traditional characters and full-width figures are read in simplified ones and half width; what a statement quotes of them is shown as printed. */
export function asPrinted(text: string, rows: readonly SentenceRow[]): string {
  return rows.reduce((shown, row) => {
    const { sentence, document } = row
    const printed = document.document.text.slice(sentence.range.start, sentence.range.end).replace(BLANKS, '')
    const read = sentence.text.replace(BLANKS, '')
    if (printed === read || printed.length !== read.length) return shown
    const quote = (part: string): string => {
      const bare = part.replace(BLANKS, '')
      const at = bare === '' ? -1 : read.indexOf(bare)
      return at < 0 ? part : printed.slice(at, at + bare.length)
    }
    return shown.split(PARTS).map(quote).join('')
  }, text)
}
