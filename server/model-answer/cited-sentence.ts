import { sectionPath } from '../../ingest/corpus/section-path.ts'
import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import type { CitedSentence } from '../answer/verify/verify-statement.ts'

/** A sentence as the verifier reads it. */
export function citedSentence({ sentence, document }: SentenceRow): CitedSentence {
  return {
    quote: sentence.text,
    ...sentence.facets,
    sectionPath: sectionPath(document.document.sections, sentence.section),
    title: document.document.metadata.title,
  }
}
