import type { Range } from '../corpus/range.ts'

export interface Clause extends Range {
  /** A new statement begins here (；。：), not only a further clause of the same one (，). */
  readonly opens: boolean
}

const HARD = new Set([';', '。', '!', '?', ':', '\n'])

/**
 * Cuts folded text at ，；。：！？ and line breaks. A comma or colon inside a figure (1,200; 14:08) does not cut.
 *
 * @param figures ranges that must not be cut, in order
 */
export function splitClauses(folded: string, figures: readonly Range[]): Clause[] {
  const clauses: Clause[] = []
  let start = 0
  let opens = true
  let nextFigure = 0
  for (let position = 0; position <= folded.length; position++) {
    const character = folded.charAt(position)
    const isHard = position === folded.length || HARD.has(character)
    if (!isHard && character !== ',') continue
    while (nextFigure < figures.length && (figures[nextFigure]?.end ?? 0) <= position) nextFigure++
    const figure = figures[nextFigure]
    if (figure && figure.start < position && position < figure.end) continue
    if (position > start) clauses.push({ start, end: position, opens })
    opens = isHard
    start = position + 1
  }
  return clauses
}
