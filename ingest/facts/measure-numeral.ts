import type { Quantity } from './figure.ts'
import { type Bound, INFIX_MORE, qualifierAfter, qualifierBefore } from './qualifiers.ts'
import { type Numeral, readMultiplier } from './read-numeral.ts'
import { type Dimension, matchUnit, type UnitMatch } from './units.ts'

/** A number with the unit that follows it. */
export interface MeasuredNumeral {
  readonly numeral: Numeral
  /** Where multiplier and unit stand; behind a following figure when two figures share one unit (162、587项). */
  readonly unitStart: number
  readonly unitEnd: number
  /** One past what belongs to this number. */
  readonly end: number
  /** Of the unit to its base unit. */
  readonly factor: number
  /** 万, 亿 …, 1 when there is none. */
  readonly multiplier: number
  readonly dimension: Dimension
  readonly baseUnit: string
  /** 多 or 余 stands between figure and unit. */
  readonly more: boolean
}

const PER = /^\/(?:年|月|日|天|人|亩|户|小时|秒|平方米|吨|公里|立方米|公顷)/
const MULTIPLIER_ALONE_NEXT = /[,。;、)!?以左多余的 ]|^$/

function skipBlanks(folded: string, at: number): number {
  let position = at
  while (folded.charAt(position) === ' ') position++
  return position
}

/** Reads multiplier and unit behind a number; null when neither stands there. Blanks between are allowed. */
export function measureNumeral(folded: string, numeral: Numeral): MeasuredNumeral | null {
  let position = skipBlanks(folded, numeral.end)
  let more = false
  if (INFIX_MORE.has(folded.charAt(position))) {
    more = true
    position = skipBlanks(folded, position + 1)
  }
  const direct = unitAt(folded, position)
  if (direct) return { numeral, unitStart: position, unitEnd: direct.end, end: direct.end, multiplier: 1, more, ...pick(direct) }
  const multiplier = readMultiplier(folded, position)
  if (!multiplier) return null
  let unitAtPosition = skipBlanks(folded, multiplier.end)
  if (INFIX_MORE.has(folded.charAt(unitAtPosition))) {
    more = true
    unitAtPosition = skipBlanks(folded, unitAtPosition + 1)
  }
  const unit = unitAt(folded, unitAtPosition)
  const base = { numeral, unitStart: position, multiplier: multiplier.factor, more }
  if (unit) return { ...base, unitEnd: unit.end, end: unit.end, ...pick(unit) }
  if (numeral.script === 'han' || !MULTIPLIER_ALONE_NEXT.test(folded.charAt(multiplier.end))) return null
  return { ...base, unitEnd: multiplier.end, end: multiplier.end, factor: 1, dimension: 'none', baseUnit: '' }
}

function pick(unit: UnitMatch): Pick<MeasuredNumeral, 'factor' | 'dimension' | 'baseUnit'> {
  return { factor: unit.factor, dimension: unit.dimension, baseUnit: unit.baseUnit }
}

/** The unit at `at`, a rate such as 元/月 included. */
function unitAt(folded: string, at: number): UnitMatch | null {
  const unit = matchUnit(folded, at)
  if (!unit) return null
  const per = PER.exec(folded.slice(unit.end, unit.end + 5))?.[0]
  if (per === undefined) return unit
  return { ...unit, baseUnit: unit.baseUnit + per, end: unit.end + per.length }
}

/** The quantity of a measured number: qualifiers around it are read, the value is brought to the base unit. */
export function toQuantity(text: string, folded: string, measured: MeasuredNumeral, upper: MeasuredNumeral | null): Quantity {
  const { numeral, factor, multiplier } = measured
  const before = qualifierBefore(folded, numeral.start)
  const bodyEnd = upper ? Math.max(upper.end, measured.end) : measured.end
  const after = qualifierAfter(folded, bodyEnd)
  const words = [before?.text, measured.more ? '多' : undefined, after?.text].filter((word) => word !== undefined)
  const bound: Bound = before?.bound ?? after?.bound ?? (measured.more ? 'at-least' : 'exact')
  return {
    kind: 'quantity',
    range: { start: before?.start ?? numeral.start, end: after?.end ?? bodyEnd },
    figureRange: { start: numeral.start, end: numeral.end },
    figureText: text.slice(numeral.start, numeral.end),
    printedValue: numeral.value,
    value: round(numeral.value * multiplier * factor),
    upper: upper ? round(upper.numeral.value * upper.multiplier * upper.factor) : null,
    unit: text.slice(measured.unitStart, measured.unitEnd).replaceAll(/\s|[多余来](?!月)/g, ''),
    unitRange: { start: measured.unitStart, end: measured.unitEnd },
    baseUnit: measured.baseUnit,
    dimension: measured.dimension,
    qualifier: words.length > 0 ? words.join('') : null,
    bound,
    script: numeral.script,
  }
}

/** Products of decimals and powers of ten, without the noise of binary fractions. */
function round(value: number): number {
  return Number(value.toPrecision(12))
}
