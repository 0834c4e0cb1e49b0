import type { SentenceTense } from '../../../ingest/corpus/sentence.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { isRule } from './is-rule.ts'
import { saysTarget } from './says-target.ts'

/** What a paper that plans says of the year to come is an aim even where its words leave it open; what it says is there already is none. */
const IS_THERE = /已经?(?!经)|曾经?|截至|截止|目前|现有|现已|累计/

/** Whether the words that are quoted from a plan tell what is there when it is made: an aim beside them is not quoted. */
export function tellsWhatIs(text: string): boolean {
  return /已经?(?!经)|曾经?|截至|截止|目前|现已|现有[^，,。；;]{0,12}\d/.test(text) && !saysTarget(text)
}

/**
 * Whether a sentence tells a target or a result. What a paper says of a year before its own is a result, however its part is headed, unless the sentence speaks of aims itself.
 */
export function tenseOf({ sentence, document }: SentenceRow): SentenceTense | null {
  const { tense, year } = sentence.facets
  const own = document.document.metadata.year
  if (tense === null && year === own && !IS_THERE.test(sentence.text) && document.plansOnly) return 'target'
  if (tense !== 'target' || year === null || own === null || year >= own) return tense
  return /目标|计划|预期|力争|确保/.test(sentence.text) ? tense : 'actual'
}

/** The tense that an answer says of a sentence: a condition is no aim. */
export function saidTenseOf(row: SentenceRow): SentenceTense | null {
  const tense = tenseOf(row)
  return tense === 'target' && isRule(row) ? null : tense
}
