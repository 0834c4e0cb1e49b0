/** NFKC without any white space: what answers, quotes and gold strings are compared in. */
export function squash(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

/** Drops the marks [1] and Markdown's signs: what a reader sees of an answer. */
export function plainAnswer(answer: string): string {
  return answer.replace(/\[\d+\]/g, '').replace(/[*_`#>|-]/g, '')
}
