import type { Range } from './range.ts'

/** body: running text; heading: an outline heading that stands alone; item: a list line; attribute: a 名称：值 line; title: the title block. */
export type SentenceRole = 'body' | 'heading' | 'item' | 'attribute' | 'title'

/** target: what is to be reached; actual: what was reached; null where the sentence says neither. */
export type SentenceTense = 'target' | 'actual'

/** The unit that is searched, embedded and cited. The sentences of a document tile its repaired text. */
export interface Sentence {
  /** Position among the document's sentences, from 0. */
  readonly index: number
  /** In the original text. Blanks at the borders are outside. */
  readonly range: Range
  /** The repaired text: lines joined, furniture dropped, stray blanks removed; otherwise as printed. */
  readonly text: string
  readonly role: SentenceRole
  /** Index of the section that it stands in. */
  readonly section: number
  /** Index of the passage that holds it. */
  readonly passage: number
  /** The sentence that introduces this list item, by index. */
  readonly leadIn: number | null
  readonly facets: SentenceFacets
}

/** What a sentence is about, resolved against its document: 去年 in a report of 2025 is 2024. */
export interface SentenceFacets {
  readonly year: number | null
  readonly place: string | null
  readonly tense: SentenceTense | null
}
