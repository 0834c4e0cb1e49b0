import type { Range } from '../../ingest/corpus/range.ts'

/**
 * Where a stretch of a repaired sentence stands in its original text, which may hold line breaks, blanks and page furniture in between.
 *
 * @param repaired the sentence's text; each of its characters stands in `original` in the same order
 * @param range in `repaired`
 * @returns the range in `original`; where the two do not agree, the whole of it
 */
export function locateInOriginal(repaired: string, original: string, range: Range): Range {
  let at = 0
  let start = 0
  for (let i = 0; i < range.end; i += 1) {
    const found = original.indexOf(repaired.charAt(i), at)
    if (found < 0) return { start: 0, end: original.length }
    if (i === range.start) start = found
    at = found + 1
  }
  return { start, end: at }
}
