const HAN = '[\\p{Script=Han}，。、；：？！“”‘’（）《》〈〉【】…]'
const BLANK_BETWEEN_HAN = new RegExp(`(?<=${HAN})\\s+(?=${HAN})`, 'gu')

/**
 * A quote as it reads in print. White space between Chinese characters is where the original's line broke, and goes; all other characters stay.
 *
 * @example printedQuote('完成全 部工程 3 个。') // 完成全部工程 3 个。
 */
export function printedQuote(quote: string): string {
  return quote.replace(BLANK_BETWEEN_HAN, '')
}
