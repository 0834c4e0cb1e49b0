const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * Cuts text with a native cutter that only takes well-formed text: half of a surrogate pair, as damaged input holds, becomes a word of its own
 * instead of being replaced, so that the words joined are still the text.
 */
export function cutAroundSurrogates(text: string, cut: (wellFormed: string) => string[]): string[] {
  if (text === '') return []
  if (!LONE_SURROGATE.test(text)) return cut(text)
  return text.split(/(\p{Surrogate})/u).flatMap((part) => {
    if (part === '') return []
    return LONE_SURROGATE.test(part) ? [part] : cut(part)
  })
}
