import type { Sentence } from '../corpus/sentence.ts'
import type { SentenceRow, SnapshotDocument } from './library-snapshot.ts'

/** A sentence of a document with its place among the rows of the snapshot that holds the document. */
export function sentenceRow(document: SnapshotDocument, sentence: Sentence): SentenceRow {
  return { row: document.firstSentenceRow + sentence.index, document, sentence, passageRow: document.firstPassageRow + sentence.passage }
}
