const OPENING = /[〔[(【〖〈《<{]/u.source
const CLOSING = /[〕\])】〗〉》>}]/u.source
/** The part of a 文号 that tells it from others, in any kind of brackets. */
const DOCUMENT_NUMBER = new RegExp(`${OPENING}(\\d{4})${CLOSING}第?(\\d{1,5})号`, 'gu')

/** A letter or digit of a script that sets blanks between its words. */
const SPACED = '[\\p{N}[^\\P{L}\\p{Script=Han}]]'
const MEANINGLESS_BLANKS = new RegExp(`(?<!${SPACED})\\s+|\\s+(?!${SPACED})`, 'gv')

const INVISIBLE = /[\p{Cf}\p{Co}\p{Cn}]|(?!\s)\p{Cc}/gu
const THOUSANDS = /(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/gu

/**
 * Folds away what is only a matter of printing, so that a question meets the text however either was typed: NFKC, lower case, no invisible
 * characters, blanks kept only between words and figures of scripts that need them, no thousands commas, 文号 in one kind of brackets.
 *
 * @example foldForSearch('ＧＤＰ 达到 1,234.5 亿元，国发[2025] 1号') // 'gdp达到1234.5亿元,国发〔2025〕1号'
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(INVISIBLE, '')
    .replace(MEANINGLESS_BLANKS, '')
    .replace(THOUSANDS, (figure) => figure.replaceAll(',', ''))
    .replace(DOCUMENT_NUMBER, '〔$1〕$2号')
}
