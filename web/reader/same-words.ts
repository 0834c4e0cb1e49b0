/** Whether two texts are the same but for white space and character forms (NFKC): how a quote is compared with its original. */
export function sameWords(a: string, b: string): boolean {
  return bare(a) === bare(b)
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}
