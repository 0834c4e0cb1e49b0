import { endsSentence, headingMark, isAttribute, isContact, isStandalone, opensBlock, POINT_RANK } from './line-kinds.ts'
import type { Line } from './lines.ts'

/** An unfinished line this long, in characters without blanks, was wrapped or cut by a page; a shorter one may be a title or a heading. */
const MIN_WRAPPED_CHARS = 25
/** Full lines of one text differ by a few characters. */
const WRAP_TOLERANCE = 4
const MIN_WRAPPED_LINES = 12
const MIN_WRAPPED_SHARE = 0.6
const MAX_WRAP_WIDTH = 60
/** A text wrapped at a width has next to no line beyond it; one with more has a paragraph on each line, and its short lines are headings. */
const MAX_LONGER_SHARE = 0.1
/** No paragraph begins with what closes a bracket or goes on with a sentence. */
const CANNOT_OPEN = /^[，。、；）)」』”’》％]/
/** A subscript that stood lower on the page: PM, 2.5. */
const IS_FIGURE = /^\d+(?:\.\d+)?$/
/** A heading with a number runs on into a second line only when its line is full. */
const MIN_FULL_LINE_CHARS = 30

/**
 * Whether the next line continues the sentence that `line` leaves unfinished.
 *
 * @param joined the paragraph so far without blanks, `line` included
 * @param wrapWidth see `estimateWrapWidth`
 */
export function joinsNext(joined: string, line: Line, next: Line, wrapWidth: number | null): boolean {
  if (endsSentence(joined) || isAttribute(joined) || isStandalone(joined) || isStandalone(next.bare)) return false
  if (isContact(line.bare) || isContact(next.bare)) return false
  if (isOutdented(line, next) && headingMark(joined) === null && /[，。；]/.test(next.bare)) return true
  if (next.gap === 0 && (CANNOT_OPEN.test(next.bare) || isBareMark(joined) || (/[A-Za-z]$/.test(joined) && IS_FIGURE.test(next.bare)))) return true
  if (hasHan(joined) !== hasHan(next.bare) && !/[，,、]$/.test(joined) && !isTail(next)) return false
  if (/[，,、（(“‘《—]$/.test(joined))
    return !isAttribute(next.bare) && (headingMark(next.bare) === null || /[，,、]$/.test(joined) === false || !startsHeading(next))
  if (opensBlock(next)) return false
  if (wrapWidth !== null && next.gap === 0 && line.bare.length >= wrapWidth - WRAP_TOLERANCE && line.bare.length <= wrapWidth + WRAP_TOLERANCE)
    return true
  const heading = headingMark(joined)
  if (heading && !/[。！？]|[：:]./.test(joined))
    return next.gap === 0 && line.bare.length >= MIN_FULL_LINE_CHARS && next.bare.length < line.bare.length
  if (/[。；，,]/.test(joined)) return true
  return line.bare.length >= MIN_WRAPPED_CHARS && (next.gap === 0 || /[，。；]/.test(next.bare))
}

const INDENT = /^(?:\u3000{2}|[ \u00a0\t]{2})/

/** Where paragraphs are set in, a line that is not goes on with the one before it. */
function isOutdented(line: Line, next: Line): boolean {
  return next.gap === 0 && INDENT.test(line.text) && !INDENT.test(next.text) && !opensBlock(next)
}

function startsHeading(line: Line): boolean {
  const mark = headingMark(line.bare)
  return mark !== null && mark.rank <= 5
}

/** A count of points whose point stands on the next line: 一是, 第二，. */
function isBareMark(joined: string): boolean {
  const mark = headingMark(joined)
  return mark !== null && mark.rank === POINT_RANK && mark.label === joined
}

/** What a wrap leaves for a line of its own: the last figure and the full stop of a sentence. */
function isTail(line: Line): boolean {
  return line.gap === 0 && !/\p{L}/u.test(line.bare) && endsSentence(line.bare)
}

function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

/**
 * The width at which a text was hard-wrapped, in characters: the usual length of the lines that break off in mid-sentence.
 *
 * @returns null for a text whose lines are paragraphs
 */
export function estimateWrapWidth(lines: readonly Line[]): number | null {
  const broken = lines.filter((line, i) => lines[i + 1]?.gap === 0 && !endsSentence(line.bare)).map((line) => line.bare.length)
  if (broken.length < MIN_WRAPPED_LINES) return null
  const width = broken.toSorted((a, b) => a - b)[broken.length >> 1] ?? 0
  const close = broken.filter((length) => Math.abs(length - width) <= WRAP_TOLERANCE).length
  const longer = lines.filter((line) => line.bare.length > width + WRAP_TOLERANCE).length
  if (longer > MAX_LONGER_SHARE * lines.length) return null
  return width <= MAX_WRAP_WIDTH && close >= MIN_WRAPPED_SHARE * broken.length ? width : null
}
