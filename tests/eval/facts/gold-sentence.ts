import path from 'node:path'
import { readJsonl } from '../questions/read-jsonl.ts'

/** One figure as a reader labelled it. */
export interface GoldFigure {
  /** The figure as printed, full-width digits folded. */
  readonly figure: string
  /** In `bareUnit`. */
  readonly value: number
  /** With its multiplier, blanks dropped. */
  readonly unit: string
  readonly bareUnit: string
  /** Names that are right; the first is the usual one. */
  readonly indicator: readonly string[]
  /** null: the sentence speaks of several years, the figure's year is not measured. */
  readonly year: number | null
  /** null: the document does not say it. */
  readonly place: string | null
  readonly tense: 'target' | 'actual'
}

/** A sentence of a document with all its figures in order. */
export interface GoldSentence {
  /** The seed's file name, or the id of a document outside the repository. */
  readonly source: string
  readonly sentence: string
  readonly figures: readonly GoldFigure[]
}

export function readGoldSentences(): GoldSentence[] {
  return readJsonl(path.join(import.meta.dirname, 'gold.jsonl'))
}
