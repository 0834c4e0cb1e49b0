import type { Range } from './range.ts'

/** Whole sentences of one section, about `maxPassageChars` long: the unit that gives a sentence its context. */
export interface Passage {
  readonly index: number
  readonly section: number
  readonly firstSentence: number
  /** One past the last sentence. */
  readonly endSentence: number
  /** In the original text. */
  readonly range: Range
}
