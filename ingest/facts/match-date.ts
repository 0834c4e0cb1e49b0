import type { Numeral } from './read-numeral.ts'

const YEAR_SPAN = /[ ]?(?:年)?[ ]?[-—–~至到/]{1,2}[ ]?(?:[12][0-9]{3}|[0-9]{2})(?![0-9.])[ ]?(?:年度|学年|年)?/y
const YEAR_TAIL = /[ ]?(?:年度|年代|年末|年底|年初|年)/y
const MONTH_TAIL = /[ ]?月(?:份|底|初|末|中旬|上旬|下旬)?/y
const DAY_TAIL = /[ ]?日/y
const QUARTER_TAIL = /[ ]?(?:季度|世纪|年代|时许|点钟|时[0-9]{1,2}分)/y
const CLOCK_TAIL = /:[0-9]{2}(?::[0-9]{2})?/y

function endOf(pattern: RegExp, folded: string, at: number): number | null {
  pattern.lastIndex = at
  return pattern.test(folded) ? pattern.lastIndex : null
}

/**
 * Where the date ends that begins with this number: 2025年, 2021—2025年, 3月底, 17日, 一季度, 20世纪, 14:08. Null when it is no date.
 * A duration (3年, 6个月) is none.
 */
export function matchDateEnd(folded: string, numeral: Numeral): number | null {
  const { start, end, value } = numeral
  const length = end - start
  const isInteger = Number.isInteger(value)
  if (!isInteger) return null
  const yearLike = value >= 1000 && value < 3000 && length === 4
  if (yearLike) {
    const spanEnd = endOf(YEAR_SPAN, folded, end) ?? endOf(YEAR_TAIL, folded, end)
    if (spanEnd !== null) return spanEnd
  }
  if (value <= 12) {
    const month = endOf(MONTH_TAIL, folded, end)
    if (month !== null) return month
  }
  if (value <= 31) {
    const day = endOf(DAY_TAIL, folded, end)
    if (day !== null) return day
  }
  const quarter = endOf(QUARTER_TAIL, folded, end)
  if (quarter !== null) return quarter
  if (numeral.script === 'arabic' && length <= 2 && value < 24) return endOf(CLOCK_TAIL, folded, end)
  return null
}
