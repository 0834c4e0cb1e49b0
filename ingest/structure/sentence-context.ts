import type { Sentence } from '../corpus/sentence.ts'

/** A sentence that begins with its verb: 力争产值达到…, 年内完成…. What it is about stands in the sentence before. */
const NO_SUBJECT =
  /^(?:力争|确保|争取)?(?:年内|全年)?(?:力争|确保|实现)?(?:产值|产能|规模|总产值|占比|增速|总量|面积)(?:达到|突破|超过|达|增长|实现|完成|提高|占)/
/** 推动某某产业做大做强, 支持…: the part up to the first comma names the subject. */
const FIRST_CLAUSE = /^[^，,；;：:。]{2,40}/

/** What a sentence leaves to its surroundings: the words that name its subject, and the index of the sentence that they stand in. */
export interface SentenceSubject {
  readonly index: number
  readonly text: string
}

/**
 * The subject that a sentence takes over from before: a list item from its lead-in, a sentence that begins with its verb from the first clause of its paragraph's
 * sentences right before it.
 *
 * @returns null for a sentence that names its subject itself
 */
export function subjectBefore(sentences: readonly Sentence[], sentence: Sentence): SentenceSubject | null {
  if (sentence.leadIn !== null) {
    const lead = sentences[sentence.leadIn]
    return lead ? { index: lead.index, text: lead.text } : null
  }
  if (!NO_SUBJECT.test(sentence.text)) return null
  const before = sentences[sentence.index - 1]
  if (!before || before.section !== sentence.section || (before.role !== 'body' && before.role !== 'heading')) return null
  const clause = FIRST_CLAUSE.exec(before.text)?.[0]
  return clause === undefined ? null : { index: before.index, text: clause }
}
