import type { Passage } from '../corpus/passage.ts'
import type { Range } from '../corpus/range.ts'
import type { SentenceRole } from '../corpus/sentence.ts'

/** What passages are cut by. */
export interface PassageInput {
  readonly range: Range
  readonly length: number
  readonly role: SentenceRole
  readonly section: number
  readonly leadIn: number | null
}

/** Aimed at, from the measurements of retrieval on passages of about 300 characters. */
export const TARGET_PASSAGE_CHARS = 300
/** A passage takes one more sentence up to this length; list lines stay with their lead-in up to twice that. */
const MAX_PASSAGE_CHARS = 380

/**
 * Groups sentences into passages: whole sentences, one section each; a heading goes with the text that it heads, list lines with the sentence that introduces them.
 *
 * @returns passages that tile the sentences in order
 */
export function groupPassages(sentences: readonly PassageInput[]): Passage[] {
  const passages: Passage[] = []
  let first = 0
  let chars = 0
  let section: number | null = null
  const close = (end: number): void => {
    const start = sentences[first]?.range
    const last = sentences[end - 1]?.range
    if (start && last)
      passages.push({
        index: passages.length,
        section: section ?? sentences[first]?.section ?? 0,
        firstSentence: first,
        endSentence: end,
        range: { start: start.start, end: last.end },
      })
    first = end
    chars = 0
    section = null
  }
  sentences.forEach((sentence, index) => {
    const opens = sentence.role === 'heading' && section !== null
    const leaves = section !== null && sentence.section !== section
    const listed = sentence.leadIn !== null && sentence.leadIn >= first
    const full = chars + sentence.length > (listed ? 2 * MAX_PASSAGE_CHARS : MAX_PASSAGE_CHARS) && chars > 0 && section !== null
    if (opens || leaves || full || (chars >= TARGET_PASSAGE_CHARS && !listed)) close(index)
    if (sentence.role !== 'heading') section = sentence.section
    chars += sentence.length
  })
  close(sentences.length)
  return passages
}
