import type { DraftStatement } from './draft.ts'

/** The first statements that fit, white space apart. */
export function withinChars(statements: readonly DraftStatement[], maxChars: number): DraftStatement[] {
  let chars = 0
  return statements.filter(({ text }) => {
    chars += text.replace(/\s/g, '').length
    return chars <= maxChars
  })
}
