import type { Range } from '../corpus/range.ts'
import type { Bound } from './qualifiers.ts'
import type { Dimension } from './units.ts'

/** A figure that measures or ranks something. All ranges are UTF-16 offsets in the text that was searched. */
export interface Quantity {
  readonly kind: 'quantity' | 'rank'
  /** Everything that belongs to it: qualifier, figure, multiplier, unit, qualifier behind. */
  readonly range: Range
  /** The figure alone, without multiplier and unit. */
  readonly figureRange: Range
  /** As printed, e.g. 3.5, 1,200, 三分之二. */
  readonly figureText: string
  /** The figure without its unit's and multiplier's factor: 3.5 of 3.5万人. */
  readonly printedValue: number
  /** In `baseUnit`: 35,000 of 3.5万人. The lower end of a range. */
  readonly value: number
  /** The upper end of a range such as 5%—6%, otherwise null. */
  readonly upper: number | null
  /** As printed, multiplier included: 万人, 亿元, %; empty for a bare figure. */
  readonly unit: string
  readonly unitRange: Range
  readonly baseUnit: string
  readonly dimension: Dimension
  /** Words that bound the figure, in order, e.g. 不低于, 以上; null when there are none. */
  readonly qualifier: string | null
  readonly bound: Bound
  readonly script: 'arabic' | 'han'
}

/** A numeral that measures nothing: 2025年, 第三批, 210国道, 5G, 3+5+N, 〔2025〕1号. */
export interface PlainNumeral {
  readonly kind: 'date' | 'ordinal' | 'name'
  readonly range: Range
  readonly figureText: string
  readonly value: number
  readonly script: 'arabic' | 'han'
}

export type Figure = Quantity | PlainNumeral

export function isQuantity(figure: Figure): figure is Quantity {
  return figure.kind === 'quantity' || figure.kind === 'rank'
}
