import type { SentenceTense } from '../../ingest/corpus/sentence.ts'
import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'

/** A text that says of itself that it is a target; 在确保质量的前提下 does not. */
export const SAYS_TARGET = /目标|力争|计划|确保(?!质量|安全|[^，,。]{0,8}前提)|争取|预期/

/**
 * Whether a sentence tells a target or a result. What a paper says of a year before its own is a result, however its part is headed, unless the sentence speaks of aims itself.
 */
export function tenseOf({ sentence, document }: SentenceRow): SentenceTense | null {
  const { tense, year } = sentence.facets
  const own = document.document.metadata.year
  if (tense !== 'target' || year === null || own === null || year >= own) return tense
  return /目标|计划|预期|力争|确保/.test(sentence.text) ? tense : 'actual'
}
