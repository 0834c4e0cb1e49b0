import { sectionPath } from '../../../ingest/corpus/section-path.ts'
import type { Sentence } from '../../../ingest/corpus/sentence.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { subjectBefore } from '../../../ingest/structure/sentence-context.ts'
import { comparableText } from '../../../ingest/structure/shingles.ts'
import { remember } from '../../../ingest/text/remember.ts'

const MAX_REMEMBERED_TEXTS = 5_000

/** Texts as they are compared: nothing but letters, Han and digits, in lower case. */
export interface Wordings {
  /** A sentence with its headings and the sentence that leads up to it. */
  ofRow(row: SentenceRow): string
  ofText(text: string): string
}

/** Each sentence is read once as long as its document is held: most questions look at the same few hundred. */
export function createWordings(): Wordings {
  const read = new WeakMap<Sentence, string>()
  const ofText = remember((text) => comparableText(text).toLowerCase(), MAX_REMEMBERED_TEXTS)
  return {
    ofText,
    ofRow({ document: { document }, sentence }) {
      const known = read.get(sentence)
      if (known !== undefined) return known
      const subject = subjectBefore(document.sentences, sentence)?.text ?? ''
      const text = comparableText([...sectionPath(document.sections, sentence.section), subject, sentence.text].join(' ')).toLowerCase()
      read.set(sentence, text)
      return text
    },
  }
}
