/** The number of a plan of five years within its short name: 十四 of “十四五”, 八 of “八五”. */
export const PLAN_NUMBER = '(?:十[一二三四五六七]?|[三四五六七八九])'
const NUMBERS = '一二三四五六七八九'
/** The third ended with 1970, five years after each other from then on. */
const BEFORE_FIRST_END = 1955
/** A plan is of so many years. */
export const PLAN_LENGTH = 5

/** The last year of a plan by its number, from the third on: 十四 ended with 2025. */
export function lastYearOfPlan(number: string): number {
  const units = NUMBERS.indexOf(number.replace('十', '')) + 1
  return BEFORE_FIRST_END + PLAN_LENGTH * (number.startsWith('十') ? 10 + (number === '十' ? 0 : units) : units)
}

/** The first year of a plan by its number: 十四 began with 2021. */
export function firstYearOfPlan(number: string): number {
  return lastYearOfPlan(number) - PLAN_LENGTH + 1
}

/** The number of the plan that ends with a year, from the eleventh on, 十一; null for a year that ends none. */
export function numberOfPlanEnding(year: number): string | null {
  const order = (year - lastYearOfPlan('十')) / PLAN_LENGTH
  const unit = Number.isInteger(order) ? NUMBERS[order - 1] : undefined
  return unit === undefined ? null : `十${unit}`
}
