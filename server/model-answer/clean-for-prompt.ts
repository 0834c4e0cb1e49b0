/** Controls, invisible characters (zero width, bidi, tags, variation selectors, fillers), private use and halves of surrogate pairs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/gu
const BLANKS = /[\t\n\v\f\r\u0085\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000 ]+/gu

/** Words that begin a turn of a conversation, where a colon follows. */
const ROLE_LEAD = /\b(system|assistant|user|developer|human|tool|function|ipython)\s*[:：]/giu
const CHINESE_ROLE_LEAD = /(^|[。！？；!?;]\s?)(系统|助手|用户|开发者|人类)\s?[:：]/gu

/** Text on one line, without characters that no reader sees. */
export function cleanForPrompt(text: string): string {
  return text.replace(BLANKS, ' ').replace(INVISIBLE, '').trim()
}

/**
 * Text of a document, made fit to stand inside a fence: on one line, nothing invisible, and nothing that a model's template or this program's own marks could take
 * for a border, a turn or a handle: `<|im_start|>` becomes ＜｜im_start｜＞, `[E1]` becomes ［E1］, `system:` becomes system·.
 */
export function defuse(text: string): string {
  return cleanForPrompt(text)
    .replaceAll('<', '＜')
    .replaceAll('>', '＞')
    .replaceAll('[', '［')
    .replaceAll(']', '］')
    .replaceAll('|', '｜')
    .replaceAll('`', '｀')
    .replaceAll('#', '＃')
    .replace(ROLE_LEAD, '$1·')
    .replace(CHINESE_ROLE_LEAD, '$1$2，')
}
