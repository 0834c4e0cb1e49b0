import type { Range } from '../corpus/range.ts'
import type { SentenceTense } from '../corpus/sentence.ts'
import type { Quantity } from './figure.ts'

/**
 * What a figure says of its indicator. level: the amount (完成482.6亿元); growth: a rate or a multiple of change (增长7%); change: an amount of change
 * (提高25个百分点, 增加5万吨); share: a part of a whole (占比42.5%); rate: another percentage (覆盖率100%); rank: a place in an order; count: a number of
 * things; base: the value that a change starts from (由32%); duration: a length of time; spec: a size that describes a thing (30万吨项目).
 */
export type FactAttribute = 'level' | 'growth' | 'change' | 'share' | 'rate' | 'rank' | 'count' | 'base' | 'duration' | 'spec'

/** Which way a growth or change goes. */
export type Direction = 'up' | 'down'

/** One figure with what it is about. Ranges are UTF-16 offsets in the sentence's text. */
export interface IndicatorFact {
  /** The name by which equal indicators are grouped: short, without 力争, 全市, 完成 and the like, abbreviations written out. */
  readonly indicator: string
  /** The name with the sentence's own words. */
  readonly indicatorText: string
  readonly attribute: FactAttribute
  readonly direction: Direction | null
  readonly quantity: Quantity
  readonly tense: SentenceTense | null
  readonly year: number | null
  readonly place: string | null
  /** The clause that carries the figure, without the punctuation at its borders. */
  readonly clause: Range
  readonly range: Range
}
