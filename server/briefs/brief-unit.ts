import type { SentenceTense } from '../../ingest/corpus/sentence.ts'
import type { IndicatorFact } from '../../ingest/facts/indicator-fact.ts'
import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'

/** A stretch of whole clauses of one sentence: what a brief quotes at a time. */
export interface BriefUnit {
  readonly row: SentenceRow
  /** Word for word, without the punctuation at its end. */
  readonly text: string
  readonly facts: readonly IndicatorFact[]
  readonly topic: number
  readonly relevance: number
  readonly year: number | null
  readonly place: string | null
  readonly tense: SentenceTense | null
}

/** Blanks between Han characters and figures are scanning, not writing. */
export function plainText(text: string): string {
  return text.replace(/(?<![A-Za-z])\s+|\s+(?![A-Za-z])/g, '')
}
