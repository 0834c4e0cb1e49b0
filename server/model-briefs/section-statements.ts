import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { comparableText } from '../answer/verify/verify-text.ts'
import type { BriefBody, BriefSection } from '../contract/briefs.ts'
import type { Statement } from '../contract/chat.ts'
import type { BaseStatement, MergedStatement } from '../model-answer/merge-statements.ts'
import type { RowFinder } from '../model-answer/rows-of-citations.ts'
import type { MergedSection } from './merge-section.ts'

/** The sentences behind a brief's citations, and back. */
export interface RowNumbers {
  readonly byNumber: ReadonlyMap<number, SentenceRow>
  readonly numbers: ReadonlyMap<SentenceRow, number>
}

export function mapRows({ citations }: BriefBody, rowOf: RowFinder): RowNumbers {
  const found = citations.flatMap((citation): [number, SentenceRow][] => {
    const row = rowOf(citation)
    return row ? [[citation.n, row]] : []
  })
  return { byNumber: new Map(found), numbers: new Map(found.map(([n, row]) => [row, n])) }
}

/** The section's statements, those that tell several sentences in one breath sentence by sentence, each on what it was taken from. */
export function baseOf({ statements }: BriefSection, { byNumber, numbers }: RowNumbers): BaseStatement[] {
  return statements.flatMap((statement) => {
    const rows = statement.citations.flatMap((n) => byNumber.get(n) ?? [])
    const whole = { statement, rows }
    const sentences = statement.text.match(/[^。！？]+[。！？]*/g) ?? []
    if (sentences.length < 2 || statement.verdict !== 'supported') return [whole]
    const parts = sentences.map((text) => ({ text, rows: rows.filter((row) => holds(row, text)) }))
    if (parts.some((part) => part.rows.length === 0)) return [whole]
    return parts.map((part) => ({
      statement: { text: part.text, citations: part.rows.flatMap((row) => numbers.get(row) ?? []), verdict: 'supported' as const },
      rows: part.rows,
    }))
  })
}

function holds({ sentence }: SentenceRow, text: string): boolean {
  return comparableText(sentence.text).includes(comparableText(text).replace(/[。！？!?.]+$/, ''))
}

/** The section with the merged statements; what they cite keeps its number. */
export function sectionOf(section: BriefSection, { statements }: MergedSection, { numbers }: RowNumbers): BriefSection {
  return { ...section, statements: statements.map((statement) => statementOf(statement, numbers)) }
}

function statementOf({ text, rows, base, replaces }: MergedStatement, numbers: RowNumbers['numbers']): Statement {
  const withdrawn = replaces ? { withdrawn: { text: replaces.text, problems: [...replaces.problems] } } : {}
  if (base !== null) return { ...base.statement, ...withdrawn }
  return { text, citations: rows.flatMap((row) => numbers.get(row) ?? []).toSorted((a, b) => a - b), verdict: 'supported' }
}
