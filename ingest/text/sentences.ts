import type { Range } from '../corpus/range.ts'
import { CLOSING, TERMINAL } from './character-classes.ts'

/** No sentence is longer: where a text goes on without a full stop, it is cut at a semicolon, else a comma, else here. */
export const MAX_SENTENCE_CHARS = 600

/** A mark after which a sentence goes on whatever stood before it: （见附表。），坚持“修渠。”、“植树。”. */
const GOES_ON = new RegExp(`[，、；：,;${TERMINAL}]`)

/** A point between two Chinese characters is a full stop that was set in another font's sign; 3.5 and 1.总则 have none such. */
const POINT = '(?<=\\p{Script=Han})\\.(?=\\p{Script=Han})'

/**
 * Cuts a paragraph after each full stop, question or exclamation mark, with the closing quotes and brackets that follow it. Semicolons do not end a sentence.
 *
 * @param text the whole repaired text
 * @param paragraph the range to cut
 * @returns ranges that tile the paragraph
 */
export function splitSentences(text: string, paragraph: Range): Range[] {
  const ends: number[] = []
  const pattern = new RegExp(`[${TERMINAL}]+[${CLOSING}]*|${POINT}`, 'gu')
  const body = text.slice(paragraph.start, paragraph.end)
  for (const match of body.matchAll(pattern)) {
    const end = match.index + match[0].length
    if (!GOES_ON.test(body[end] ?? '') && !isInsideBrackets(body, ends.at(-1) ?? 0, end)) ends.push(end)
  }
  if (ends.at(-1) !== body.length) ends.push(body.length)
  const ranges: Range[] = []
  let start = 0
  for (const end of ends) {
    for (const piece of cutLong(body, start, end)) ranges.push({ start: paragraph.start + piece.start, end: paragraph.start + piece.end })
    start = end
  }
  return ranges
}

/** A full stop inside round brackets belongs to the remark in them: the sentence goes on after it. */
function isInsideBrackets(body: string, from: number, to: number): boolean {
  let depth = 0
  for (let i = from; i < to; i += 1) {
    const character = body[i]
    if (character === '（' || character === '(') depth += 1
    else if ((character === '）' || character === ')') && depth > 0) depth -= 1
  }
  return depth > 0 && to - from < MAX_SENTENCE_CHARS
}

function cutLong(body: string, from: number, to: number): Range[] {
  const pieces: Range[] = []
  let start = from
  while (to - start > MAX_SENTENCE_CHARS) {
    const window = body.slice(start, start + MAX_SENTENCE_CHARS)
    const at =
      Math.max(window.lastIndexOf('；'), window.lastIndexOf(';')) + 1 ||
      Math.max(window.lastIndexOf('，'), window.lastIndexOf(',')) + 1 ||
      MAX_SENTENCE_CHARS
    const lead = body.charCodeAt(start + at - 1)
    const end = start + (lead >= 0xd800 && lead < 0xdc00 ? at - 1 || 2 : at)
    pieces.push({ start, end })
    start = end
  }
  pieces.push({ start, end: to })
  return pieces
}
