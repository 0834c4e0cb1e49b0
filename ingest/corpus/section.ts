import type { Range } from './range.ts'

/** A section of the outline. Section 0 is the document itself: level 0, no label, the title as its heading. */
export interface Section {
  readonly index: number
  /** 0 the document, 1 部分/章/一、, 2 （一）, 3 1., 4 （1）, 5 一是; gaps are allowed. */
  readonly level: number
  /** The numbering as printed without blanks, e.g. 一、 or （三）; empty for a heading without a number. */
  readonly label: string
  /** The heading without its label. A run-in heading ends where the heading's sentence ends. */
  readonly heading: string
  readonly parent: number | null
  /** All of the section in the original text, its subsections included. */
  readonly range: Range
  /** review: what was done (回顾); plan: what is to be done (目标、任务); null where the text does not say. */
  readonly part: SectionPart | null
}

export type SectionPart = 'review' | 'plan' | 'glossary'
