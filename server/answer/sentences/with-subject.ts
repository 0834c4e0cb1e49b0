import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../../ingest/index/sentence-row.ts'
import { subjectBefore } from '../../../ingest/structure/sentence-context.ts'
import type { DraftStatement } from './draft.ts'

/** A statement whose sentence leaves its subject to the one before it, with that subject in front, both cited. A list line needs none: its lead-in is shown above it. */
export function withSubject(statement: DraftStatement): DraftStatement {
  const row = statement.rows[0]
  if (!row || row.sentence.leadIn !== null) return statement
  const subject = subjectBefore(row.document.document.sentences, row.sentence)
  const before = subject ? rowAt(row, subject.index) : null
  return subject && before ? { ...statement, text: `${subject.text}……${statement.text}`, rows: [before, ...statement.rows] } : statement
}

/** The sentence after a heading that runs into its text. */
export function nextRow(row: SentenceRow): SentenceRow | null {
  const next = rowAt(row, row.sentence.index + 1)
  return next && next.sentence.section === row.sentence.section && next.sentence.role === 'body' ? next : null
}

/** Another sentence of the same document. */
export function rowAt(row: SentenceRow, index: number): SentenceRow | null {
  const sentence = row.document.document.sentences[index]
  return sentence ? sentenceRow(row.document, sentence) : null
}
