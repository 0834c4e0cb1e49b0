/** How the figures of `usage` come about, told with them: there is no tokenizer where there is no model. */
export const TOKEN_COUNTING = '每个汉字、每个标点、每串字母或数字计 1'

/** Each Han character, each run of other letters or of digits, and every other visible sign counts one. */
export function countTokens(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|\p{N}+|[^\s]/gu)?.length ?? 0), 0)
}
