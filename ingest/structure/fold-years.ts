/** Most texts hold nothing to fold. */
const FOLDABLE = /[０-９－]|[一二][〇○零0一二三四五六七八九]{3}\s?年|\d \d/
const HAN_YEAR = /(?<![〇○零一二三四五六七八九十百千万])[一二][〇○零0一二三四五六七八九]{3}(?=\s?年)/g
/** Digits that were printed with blanks between them: 1 9 9 7 年. */
const SPACED_YEAR = /(?<![\d.,] ?)[12] [\d] \d \d(?= ?年)/g
const HAN = '〇一二三四五六七八九'
const FULL_WIDTH_SHIFT = 0xfee0

/**
 * A text with its years in plain digits, one character for one character, so that every offset stays: １９９４年 and 一九九四年 become 1994年, and the blanks within
 * 1 9 9 7 年 go before it.
 */
export function foldYears(text: string): string {
  if (!FOLDABLE.test(text)) return text
  return text
    .replace(/[０-９－]/g, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_SHIFT))
    .replace(HAN_YEAR, (year) => [...year].map((digit) => Math.max(0, HAN.indexOf(digit))).join(''))
    .replace(SPACED_YEAR, (year) => year.replaceAll(' ', '').padStart(year.length))
}
