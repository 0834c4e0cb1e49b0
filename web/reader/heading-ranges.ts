import type { OutlineEntry } from '../../server/contract/documents.ts'
import type { Decoration } from './text-runs.ts'

const BLANK = /\s/

/** Where the headings stand in the text: from the section's start over the heading's characters, blanks between them included. */
export function headingRanges(text: string, outline: readonly OutlineEntry[]): Decoration[] {
  const found: Decoration[] = []
  for (const { level, heading, start } of outline) {
    const end = level > 0 ? matchEnd(text, start, heading) : null
    if (end !== null) found.push({ kind: 'heading', start, end })
  }
  return found
}

function matchEnd(text: string, start: number, heading: string): number | null {
  const wanted = heading.normalize('NFKC').replace(/\s/g, '')
  let matched = 0
  let at = start
  while (matched < wanted.length) {
    const char = text[at]
    if (char === undefined) return null
    at++
    if (BLANK.test(char)) continue
    const normal = char.normalize('NFKC')
    if (!wanted.startsWith(normal, matched)) return null
    matched += normal.length
  }
  return matched === 0 ? null : at
}
