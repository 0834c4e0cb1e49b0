/** Figures, in whatever digits or words. */
export const TELLS_FIGURE = /[\d０-９]|百分之|[一两二三四五六七八九]成(?!立|为|功|员|果|长|本|分)|[一二三四五]分之|翻[一两]?番|一半/
/** The number of a point, names with digits in them (5G, IPv6) and days of a year (6月前) are no figures. */
const NO_FIGURE = /^\s*(?:[（(]?\d{1,2}[）)]|\d{1,2}[.．、](?!\d))|[A-Za-z]+-?\d+(?:\.\d+)?|\d[A-Z](?![A-Za-z])|\d{1,2}月(?!\d)(?:\d{1,2}日)?/g

/** Whether a text tells an amount in figures. */
export function tellsFigure(text: string): boolean {
  return TELLS_FIGURE.test(text.replace(NO_FIGURE, ''))
}

/** These, and words that mean a year only where it is known when they were said. */
export const NEEDS_TIME = new RegExp(`${TELLS_FIGURE.source}|今年|本年|去年|上年|前年|明年`)
/** Amounts that are told without one: 与经济增长同步. */
export const OF_AMOUNT = /增长|下降|降低|提高|同步|持平|达到/
