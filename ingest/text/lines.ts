import type { Range } from '../corpus/range.ts'
import { BLANK, INVISIBLE } from './character-classes.ts'

/** One line of the original text, without its line break. */
export interface Line {
  readonly range: Range
  /** As printed. */
  readonly text: string
  /** Without blanks of any kind at all. */
  readonly bare: string
  /** The number of blank lines before it. */
  readonly gap: number
}

const BLANKS = new RegExp(`[${BLANK}${INVISIBLE}\\r\\f\\v]`, 'g')

/** Lines of the text that hold more than blanks, in order. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let gap = 0
  let start = 0
  for (const raw of text.split(/\r\n|[\n\r\u2028\u2029\f]/)) {
    const end = start + raw.length
    const bare = raw.replace(BLANKS, '')
    if (bare === '') gap += 1
    else {
      lines.push({ range: { start, end }, text: raw, bare, gap })
      gap = 0
    }
    start = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
  return lines
}
