import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { createCitationBook, type TwinFinder } from '../answer/cite/citations.ts'
import { renderAnswerText } from '../answer/compose/compose-answer.ts'
import type { ComposedAnswer } from '../answer/context/answer-engine.ts'
import type { Citation, Statement } from '../contract/chat.ts'
import type { MergedStatement } from './merge-statements.ts'
import type { RowFinder } from './rows-of-citations.ts'

/**
 * The extractive answer with the merged statements in place of its own: tables, conflicts, what is missing and suggestions stay, all citations are numbered anew in
 * the order of use.
 */
export function composeModelAnswer(base: ComposedAnswer, merged: readonly MergedStatement[], rowOf: RowFinder, twins: TwinFinder): ComposedAnswer {
  const book = createCitationBook(twins)
  const statements = merged.map((statement) => toStatement(statement, (row) => book.cite(row)))
  const renumber = renumberFrom(base.citations, rowOf, (row) => book.cite(row))
  const tables = base.tables?.map((table) => ({
    ...table,
    rows: table.rows.map((row) => row.map((cell) => ({ ...cell, citations: renumber(cell.citations) }))),
  }))
  const conflicts = base.conflicts?.map((conflict) => ({
    ...conflict,
    values: conflict.values.map((value) => ({ ...value, citations: renumber(value.citations) })),
  }))
  return {
    ...base,
    answer: renderAnswerText(statements, conflicts, base.missing),
    statements,
    citations: [...book.citations],
    ...(tables ? { tables } : {}),
    ...(conflicts ? { conflicts } : {}),
  }
}

function toStatement({ text, rows, base, replaces }: MergedStatement, cite: (row: SentenceRow) => number): Statement {
  const said = replaces ? { withdrawn: { text: replaces.text, problems: [...replaces.problems] } } : {}
  const citations = rows.map(cite)
  return base === null ? { text, citations, verdict: 'supported', ...said } : { ...base.statement, citations, ...said }
}

function renumberFrom(
  citations: readonly Citation[],
  rowOf: RowFinder,
  cite: (row: SentenceRow) => number,
): (numbers: readonly number[]) => number[] {
  const rows = new Map(citations.map((citation) => [citation.n, rowOf(citation)] as const))
  return (numbers) => numbers.flatMap((n) => rows.get(n) ?? []).map(cite)
}
