import type { Range } from '../corpus/range.ts'
import type { Figure, PlainNumeral } from './figure.ts'
import { foldText } from './fold-text.ts'
import { isHanMeasure } from './han-quantity.ts'
import { matchDateEnd } from './match-date.ts'
import { matchFraction } from './match-fraction.ts'
import { matchRank } from './match-rank.ts'
import { type MeasuredNumeral, measureNumeral, toQuantity } from './measure-numeral.ts'

import { isHanNumeral, type Numeral, readArabic, readHan } from './read-numeral.ts'

const DIGIT = /[0-9]/
const LATIN = /[A-Za-z]/
/** Words after which a bare figure is a value: a coefficient, an index, a share of one. */
const BARE_VALUE_LEAD = /(?:达到?了?|到|至|为|突破|超过?|高于|低于|保持在|控制在|稳定在|不低于|不超过|约|近)[ ]?$/
/** 从2.42缩小至2.12: where a change of such a value starts. */
const BARE_BASE_LEAD = /[从由][ ]?$/
const CHANGE_FOLLOWS = /^[ ]?[缩提降升增扩下上减回]/
/** 2.27:1, a ratio of two parts; no time of day, whose minutes have two digits. */
const TO_ONE = /^[ ]?[:∶][ ]?1(?![0-9.:∶%])/
const SHARED_UNIT = /^[ ]?(?:、|和|与|及|以及|-|—|–|~|至)[ ]?(?=[0-9])/
const RANGE_SIGN = /^[ ]?(?:[-—–~]{1,2}|至)[ ]?(?=[0-9])/

/**
 * All numerals of a text, in order and apart from one another: quantities and ranks, and, typed apart, dates, ordinals and numerals that are part of a
 * name. Chinese numerals that measure nothing (三农, 一带一路) are left out. Time is linear in the text's length.
 *
 * @param text one sentence as printed; full-width digits and blanks between digits and unit are understood
 */
export function findFigures(text: string): Figure[] {
  const folded = foldText(text)
  const figures: Figure[] = []
  let position = 0
  while (position < folded.length) {
    const found = canStart(folded.charAt(position)) ? readFigure(text, folded, position) : null
    if (!found) {
      position++
      continue
    }
    if (found.figure) figures.push(found.figure)
    position = Math.max(found.next, position + 1)
  }
  return figures
}

interface Reading {
  readonly figure: Figure | null
  /** Where to read on. */
  readonly next: number
}

function canStart(character: string): boolean {
  return (character >= '0' && character <= '9') || '第前翻过'.includes(character) || isHanNumeral(character)
}

function readFigure(text: string, folded: string, at: number): Reading | null {
  const rank = matchRank(text, folded, at)
  if (rank) return { figure: rank, next: rank.range.end }
  const fraction = matchFraction(text, folded, at)
  if (fraction) return { figure: fraction, next: fraction.range.end }
  if (DIGIT.test(folded.charAt(at))) return readArabicFigure(text, folded, at)
  if (isHanNumeral(folded.charAt(at))) return readHanFigure(text, folded, at)
  return null
}

function readArabicFigure(text: string, folded: string, at: number): Reading | null {
  const numeral = readArabic(folded, at)
  if (!numeral) return null
  const before = folded.charAt(at - 1)
  const dateEnd = matchDateEnd(folded, numeral)
  if (dateEnd !== null) return { figure: plain(text, 'date', numeral, dateEnd), next: dateEnd }
  if (LATIN.test(before) || before === '+' || before === '.' || before === '〔' || before === '×') return namePart(text, folded, numeral)
  const ratio = TO_ONE.exec(folded.slice(numeral.end, numeral.end + 5))?.[0]
  if (ratio !== undefined) {
    const end = numeral.end + ratio.length
    return { figure: toQuantity(text, folded, { ...bareMeasure(numeral), unitEnd: end, end }, null), next: end }
  }
  const measured = measureNumeral(folded, numeral)
  if (measured) return { figure: toQuantity(text, folded, measured, readRangeEnd(folded, measured)), next: endWithRange(folded, measured) }
  const shared = sharedUnit(folded, numeral)
  if (shared) {
    // 5—6% is one range, 162、587项 are two figures with one unit.
    const range = RANGE_SIGN.test(folded.slice(numeral.end, numeral.end + 4)) ? shared : null
    const figure = toQuantity(text, folded, { ...shared, numeral, end: numeral.end }, range)
    return { figure, next: range ? range.end : numeral.end }
  }
  if (isBareValue(folded, numeral)) {
    const bare: MeasuredNumeral = bareMeasure(numeral)
    return { figure: toQuantity(text, folded, bare, null), next: numeral.end }
  }
  return namePart(text, folded, numeral)
}

/** A bare figure counts as a value when a verb of reaching leads to it and nothing that would make a name follows. */
function isBareValue(folded: string, numeral: Numeral): boolean {
  if (BARE_BASE_LEAD.test(folded.slice(Math.max(0, numeral.start - 2), numeral.start)))
    return CHANGE_FOLLOWS.test(folded.slice(numeral.end, numeral.end + 2))
  const next = folded.charAt(numeral.end)
  if (next !== '' && !/[,。;、)!? ]/.test(next) && !folded.startsWith('以上', numeral.end) && !folded.startsWith('左右', numeral.end)) return false
  return BARE_VALUE_LEAD.test(folded.slice(Math.max(0, numeral.start - 4), numeral.start))
}

function bareMeasure(numeral: Numeral): MeasuredNumeral {
  return {
    numeral,
    unitStart: numeral.end,
    unitEnd: numeral.end,
    end: numeral.end,
    factor: 1,
    multiplier: 1,
    dimension: 'none',
    baseUnit: '',
    more: false,
  }
}

function readHanFigure(text: string, folded: string, at: number): Reading | null {
  const numeral = readHan(folded, at)
  if (!numeral) {
    let end = at
    while (end < folded.length && isHanNumeral(folded.charAt(end))) end++
    return { figure: null, next: end }
  }
  const before = folded.charAt(at - 1)
  const dateEnd = matchDateEnd(folded, numeral)
  if (dateEnd !== null && numeral.value > 0) return { figure: plain(text, 'date', numeral, dateEnd), next: dateEnd }
  if (before === '几' || before === '数' || before === '第' || before === '成') return { figure: null, next: numeral.end }
  const measured = measureNumeral(folded, numeral)
  if (measured && measured.dimension !== 'none' && isHanMeasure(folded, numeral, { ...measured, end: measured.end })) {
    return { figure: toQuantity(text, folded, measured, null), next: measured.end }
  }
  return { figure: null, next: numeral.end }
}

const MAX_SHARED = 8

/** The unit of the first figure behind this one that has one, when only 、 和 or a dash stand between (20.9、36.2、54个百分点). */
function sharedUnit(folded: string, numeral: Numeral): MeasuredNumeral | null {
  let { end } = numeral
  for (let count = 0; count < MAX_SHARED; count++) {
    const link = SHARED_UNIT.exec(folded.slice(end, end + 4))?.[0]
    const next = link === undefined ? null : readArabic(folded, end + link.length)
    if (!next || matchDateEnd(folded, next) !== null) return null
    const measured = measureNumeral(folded, next)
    if (measured) return measured.dimension === 'none' ? null : measured
    end = next.end
  }
  return null
}

function readRangeEnd(folded: string, measured: MeasuredNumeral): MeasuredNumeral | null {
  const sign = RANGE_SIGN.exec(folded.slice(measured.end, measured.end + 4))?.[0]
  if (sign === undefined) return null
  const next = readArabic(folded, measured.end + sign.length)
  if (!next) return null
  const upper = measureNumeral(folded, next)
  return upper && upper.baseUnit === measured.baseUnit ? upper : null
}

function endWithRange(folded: string, measured: MeasuredNumeral): number {
  return readRangeEnd(folded, measured)?.end ?? measured.end
}

const NAME_TAIL = /[0-9A-Za-z+×./-]{0,24}/y

function namePart(text: string, folded: string, numeral: Numeral): Reading {
  NAME_TAIL.lastIndex = numeral.end
  NAME_TAIL.test(folded)
  const end = Math.max(numeral.end, NAME_TAIL.lastIndex)
  return { figure: plain(text, 'name', numeral, end), next: end }
}

function plain(text: string, kind: PlainNumeral['kind'], numeral: Numeral, end: number): PlainNumeral {
  const range: Range = { start: numeral.start, end }
  return { kind, range, figureText: text.slice(numeral.start, numeral.end), value: numeral.value, script: numeral.script }
}
