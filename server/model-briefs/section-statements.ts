import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import type { BriefBody, BriefSection } from '../contract/briefs.ts'
import type { Statement } from '../contract/chat.ts'
import type { BaseStatement } from '../model-answer/merge-statements.ts'
import type { RowFinder } from '../model-answer/rows-of-citations.ts'
import type { MergedSection, SectionStatement } from './merge-section.ts'

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

export function baseOf({ statements }: BriefSection, { byNumber }: RowNumbers): BaseStatement[] {
  return statements.map((statement) => ({ statement, rows: statement.citations.flatMap((n) => byNumber.get(n) ?? []) }))
}

/** The section with the merged statements; what they cite keeps its number. */
export function sectionOf(section: BriefSection, { statements }: MergedSection, { numbers }: RowNumbers): BriefSection {
  return { ...section, statements: statements.map((statement) => statementOf(statement, numbers)) }
}

function statementOf({ text, rows, base, replaces }: SectionStatement, numbers: RowNumbers['numbers']): Statement {
  const withdrawn = replaces ? { withdrawn: { text: replaces.text, problems: [...replaces.problems] } } : {}
  if (base !== null) return { ...base.statement, ...withdrawn }
  return { text, citations: rows.flatMap((row) => numbers.get(row) ?? []).toSorted((a, b) => a - b), verdict: 'supported' }
}
