import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { splitClauseTexts } from './clause-window.ts'
import type { DraftStatement } from './draft.ts'

/** A sentence that begins with its verb: 力争产值达到…, 年内完成…. What it is about stands in the sentence before. */
const NO_SUBJECT =
  /^(?:力争|确保|争取)?(?:年内|全年)?(?:力争|确保|实现)?(?:产值|产能|规模|总产值|实现产值|占比|增速)(?:达到|突破|超过|达|增长|实现|完成)/
const MAX_SUBJECT_CHARS = 40

/** A statement whose sentence leaves its subject to the one before it, with the first clause of that one in front, both cited. */
export function withSubject(statement: DraftStatement): DraftStatement {
  const row = statement.rows[0]
  if (!row || !NO_SUBJECT.test(row.sentence.text) || statement.text !== statement.text.trimStart()) return statement
  const before = previousRow(row)
  const subject = before ? splitClauseTexts(before.sentence.text)[0]?.replace(/[，,；;：:。]$/, '') : undefined
  if (!before || subject === undefined || subject.length > MAX_SUBJECT_CHARS) return statement
  return { ...statement, text: `${subject}……${statement.text}`, rows: [before, ...statement.rows] }
}

/** The sentence before, where it stands in the same section and is running text. */
export function previousRow(row: SentenceRow): SentenceRow | null {
  const { document } = row.document
  const sentence = document.sentences[row.sentence.index - 1]
  if (!sentence || sentence.section !== row.sentence.section || sentence.role !== 'body') return null
  return { row: row.row - 1, document: row.document, sentence, passageRow: row.document.firstPassageRow + sentence.passage }
}

/** The sentence after a heading that runs into its text. */
export function nextRow(row: SentenceRow): SentenceRow | null {
  const { document } = row.document
  const sentence = document.sentences[row.sentence.index + 1]
  if (!sentence || sentence.section !== row.sentence.section || sentence.role !== 'body') return null
  return { row: row.row + 1, document: row.document, sentence, passageRow: row.document.firstPassageRow + sentence.passage }
}
