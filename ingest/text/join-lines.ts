import { endsSentence, headingMark, isAttribute, isStandalone, opensBlock } from './line-kinds.ts'
import type { Line } from './lines.ts'

/** An unfinished line this long, in characters without blanks, was wrapped or cut by a page; a shorter one may be a title or a heading. */
const MIN_WRAPPED_CHARS = 25
/** A heading with a number runs on into a second line only when its line is full. */
const MIN_FULL_LINE_CHARS = 30

/**
 * Whether the next line continues the sentence that `line` leaves unfinished.
 *
 * @param joined the paragraph so far without blanks, `line` included
 */
export function joinsNext(joined: string, line: Line, next: Line): boolean {
  if (endsSentence(joined) || isAttribute(joined) || isStandalone(joined) || isStandalone(next.bare)) return false
  if (hasHan(line.bare) !== hasHan(next.bare) && !/[，,、]$/.test(joined)) return false
  if (/[，,、（(“‘《—]$/.test(joined))
    return !isAttribute(next.bare) && (headingMark(next.bare) === null || /[，,、]$/.test(joined) === false || !startsHeading(next))
  if (opensBlock(next)) return false
  const heading = headingMark(joined)
  if (heading && !/[。！？]|[：:]./.test(joined))
    return next.gap === 0 && line.bare.length >= MIN_FULL_LINE_CHARS && next.bare.length < line.bare.length
  if (/[。；，,]/.test(joined)) return true
  return line.bare.length >= MIN_WRAPPED_CHARS && (next.gap === 0 || /[，。；]/.test(next.bare))
}

function startsHeading(line: Line): boolean {
  const mark = headingMark(line.bare)
  return mark !== null && mark.rank <= 5
}

function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}
