const HAN = '[\\p{Script=Han}，。、；：？！“”‘’（）《》〈〉【】…—％]'
const BREAK_BETWEEN_HAN = new RegExp(`(?<=${HAN})[ \\t]*[\\r\\n]\\s*(?=${HAN})`, 'gu')

/**
 * A quote as it reads in print: the line breaks that a page's edge put between Chinese characters are gone, all other characters stay.
 *
 * @example printedQuote('完成全部\n工程。') // 完成全部工程。
 */
export function printedQuote(quote: string): string {
  return quote.replace(BREAK_BETWEEN_HAN, '')
}
