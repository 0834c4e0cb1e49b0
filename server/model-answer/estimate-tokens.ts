const ASCII_CHARS_PER_TOKEN = 3

/** Tokens of a text, on the safe side for the tokenizers of common models: one for a character beyond ASCII, one for three of ASCII. */
export function estimateTokens(text: string): number {
  let ascii = 0
  let other = 0
  for (const character of text) {
    if (character <= '\u007f') ascii += 1
    else other += 1
  }
  return other + Math.ceil(ascii / ASCII_CHARS_PER_TOKEN)
}
