/** Whether a text consists of Chinese characters that take one UTF-16 unit each: all that dictionaries hold. */
export function isPlainHan(text: string): boolean {
  return /^(?:(?![\ud800-\udfff])\p{Script=Han})+$/u.test(text)
}
