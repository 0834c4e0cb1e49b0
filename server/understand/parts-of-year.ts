import type { FocusPart } from './intent.ts'

/** A part of a year: its first and last month, or the name of a holiday. */
export type YearPart = string

const HAN = '一二三四五六七八九十'
const MONTH = `(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])`
const TO = '\\s?[—\\-–~～至到]+\\s?'
/** Quarters, halves and months, each part under the name of what it gives; once in a pattern. */
export const STRETCH_OF_YEAR = [
  '(?<toQuarter>前[一二三四1234]个?季度|前三季)',
  '第?(?<fromQuarter>[一二三四1234])(?:、|至|到|和)第?(?<untilQuarter>[一二三四1234])季度',
  '(?<![\\d个])第?(?<quarter>[首一二三四1234])季度?(?<=季度|首季)',
  '(?<half>[上下]半年)',
  `前\\s?(?<months>\\d{1,2}|[${HAN}]{1,2})个?月`,
  `(?<![\\d.${HAN}])(?<from>${MONTH})月?份?${TO}(?<until>${MONTH})月(?!\\s?\\d)`,
  `(?<![\\d.${HAN}])(?<month>${MONTH})月(?!\\s?\\d)`,
].join('|')
/** Holidays by which figures are told. */
export const HOLIDAY = '春节|国庆|五一|“五一”|“十一”|十一黄金周|中秋|元旦|清明|端午|双节'
const PARTS = new RegExp(`${STRETCH_OF_YEAR}|(?<holiday>${HOLIDAY})(?![档联])`, 'g')
const MAY_NAME = /季|半年|月|春节|国庆|五一|十一|中秋|元旦|清明|端午|双节/
const QUARTER = 3
const YEAR = 12

/** The parts of a year that a text names, alike however they are named: 上半年, 1—6月, 前6个月, 一、二季度. */
export function partsOfYearIn(text: string): readonly YearPart[] {
  if (!MAY_NAME.test(text)) return []
  return [...new Set([...text.matchAll(PARTS)].map((match) => nameOf(match.groups ?? {})))]
}

function nameOf(found: Readonly<Record<string, string | undefined>>): YearPart {
  const { toQuarter, fromQuarter, untilQuarter, quarter, half, months, from, until, month, holiday } = found
  if (toQuarter !== undefined) return span(1, QUARTER * digit(toQuarter[1] ?? ''))
  if (fromQuarter !== undefined) return span(QUARTER * (digit(fromQuarter) - 1) + 1, QUARTER * digit(untilQuarter ?? ''))
  if (quarter !== undefined) return span(QUARTER * (digit(quarter) - 1) + 1, QUARTER * digit(quarter))
  if (half !== undefined) return half === '上半年' ? span(1, YEAR / 2) : span(YEAR / 2 + 1, YEAR)
  if (months !== undefined) return span(1, digit(months))
  if (from !== undefined) return span(digit(from), digit(until ?? ''))
  if (month !== undefined) return span(digit(month), digit(month))
  return (holiday ?? '').replace(/[“”]|黄金周/g, '')
}

function span(first: number, last: number): YearPart {
  return `${first}—${last}月`
}

/** 11, 十一, 一 and 首 as numbers. */
function digit(said: string): number {
  if (/^\d+$/.test(said)) return Number(said)
  if (said === '首') return 1
  const [first = '', second = ''] = said
  return HAN.indexOf(first) + 1 + (second === '' ? 0 : HAN.indexOf(second) + 1)
}

/** Until when something is to be done, from when rules hold, a day or how often is no part of a year that figures are of: 6月底前, 10月起, 每月, 5月16日. */
const NO_PART =
  /(?:[\d一二三四五六七八九十]+月份?|季度|半年)(?:[底末]|[上中下]旬|\s?\d{1,2}[日号])?(?:[之以]?前|起|开始|以来|之?后)|(?<!\d)\d{1,2}月\s?\d{1,2}[日号]?|每[年个]?[^，。]{0,3}月/
/** The whole year is asked for, by whatever part the turn before was of. */
const WHOLE = /全年|整年|一整年/

export function asksForWholeYear(asked: string): boolean {
  return WHOLE.test(asked)
}

/** The parts of a year that a question asks for, or the turns before it where it names none. */
export function askedPartsOfYear(asked: string, focus: readonly FocusPart[]): readonly YearPart[] {
  if (NO_PART.test(asked)) return []
  const own = partsOfYearIn(asked)
  if (own.length > 0 || WHOLE.test(asked)) return own
  return partsOfYearIn(
    focus
      .filter(({ weight }) => weight >= MIN_INHERITED)
      .map(({ text }) => text)
      .join(' '),
  )
}

/** What was asked turns ago does not bind any more. */
const MIN_INHERITED = 0.3

/** A text without the parts of a year that it names. */
export function withoutPartsOfYear(text: string): string {
  return MAY_NAME.test(text) ? text.replace(PARTS, ' ').trim() : text
}

/** How a question names the first part of a year that it asks for: 一季度. Empty where it names none. */
export function sayPartOfYear(text: string): string {
  return (MAY_NAME.test(text) ? text.match(PARTS)?.[0] : undefined) ?? ''
}
