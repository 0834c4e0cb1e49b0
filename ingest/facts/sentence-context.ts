import type { SentenceFacets } from '../corpus/sentence.ts'

/** A sentence to read figures from, with the little of its surroundings that names what they are about. */
export interface SentenceToRead {
  readonly text: string
  readonly facets: SentenceFacets
  /** Headings from the outermost in, as printed. */
  readonly headings?: readonly string[]
  /** The text of the sentence that introduces this list item. */
  readonly leadIn?: string | null
}
