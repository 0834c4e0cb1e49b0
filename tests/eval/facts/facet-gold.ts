import path from 'node:path'
import { readJsonl } from '../questions/read-jsonl.ts'

/** What a reader, with the paper open, found a printed figure to be about. */
export interface FacetGoldFigure {
  readonly figure: string
  readonly unit: string
  /** Which of the figures that read alike in the sentence; 0 when left out. */
  readonly nth?: number
  /** Every year that is right; null within for a span of several years. null: not measured. */
  readonly years: readonly (number | null)[] | null
  /** null: not measured. */
  readonly place: string | null
  readonly tense: 'target' | 'actual'
}

/** `mended`: its failures were read while the rules were mended; `held-out`: labelled and measured afterwards. */
export type FacetGoldRound = 'mended' | 'held-out'

export interface FacetGoldSentence {
  /** The id of a document outside the repository. */
  readonly source: string
  readonly round: FacetGoldRound
  readonly sentence: string
  readonly figures: readonly FacetGoldFigure[]
}

/** Sentences drawn at random from papers of governments that no other gold set uses, in the order of the paper. */
export function readFacetGold(): FacetGoldSentence[] {
  return readJsonl(path.join(import.meta.dirname, 'facet-gold.jsonl'))
}
