import type { SentenceFacets } from '../corpus/sentence.ts'

/** A sentence to read figures from, with the little of its surroundings that names what they are about. */
export interface SentenceToRead {
  readonly text: string
  readonly facets: SentenceFacets
  /** Headings from the outermost in, as printed. */
  readonly headings?: readonly string[]
  /** Names of places that are no part of an indicator's name; by default the place of the facets. */
  readonly places?: readonly string[]
  /** The text of the sentence that introduces this list item. */
  readonly leadIn?: string | null
}
