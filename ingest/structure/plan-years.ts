/** The number of a plan of five years within its short name: 十四 of “十四五”, 八 of “八五”. */
export const PLAN_NUMBER = '(?:十[一二三四五六七]?|[三四五六七八九])'
const NUMBERS = '一二三四五六七八九'
/** The third ended with 1970, five years after each other from then on. */
const BEFORE_FIRST_END = 1955

/** The last year of a plan by its number, from the third on: 十四 ended with 2025. */
export function lastYearOfPlan(number: string): number {
  const units = NUMBERS.indexOf(number.replace('十', '')) + 1
  return BEFORE_FIRST_END + 5 * (number.startsWith('十') ? 10 + (number === '十' ? 0 : units) : units)
}
