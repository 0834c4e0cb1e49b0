import type { DraftStatement } from './draft.ts'

/** The first statements that fit together, white space apart; the first one always, so that what was found is never told as nothing. */
export function withinChars(statements: readonly DraftStatement[], maxChars: number): DraftStatement[] {
  let chars = 0
  return statements.filter(({ text }, i) => {
    chars += text.replace(/\s/g, '').length
    return i === 0 || chars <= maxChars
  })
}
