import type { BriefRecord } from '../../ingest/library/library-store.ts'
import { officialCitation } from '../answer/cite/official-citation.ts'
import type { BriefBody, BriefView, ChecklistRow } from '../contract/briefs.ts'
import { renderBriefMarkdown } from './render-markdown.ts'

/** A kept brief as the page and other programs read it. */
export function viewBrief(record: BriefRecord, heldDocumentIds: ReadonlySet<string>): BriefView {
  const body = record.body as BriefBody
  return {
    ...body,
    briefId: record.id,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    version: record.version,
    checklist: listChecks(body),
    markdown: renderBriefMarkdown(body),
    stale: [...new Set(body.citations.map(({ documentId }) => documentId))].filter((id) => !heldDocumentIds.has(id)),
  }
}

/** One row a statement and citation: statement, quote, source, verdict. A table's row is checked as one statement. */
export function listChecks(brief: BriefBody): ChecklistRow[] {
  const citations = new Map(brief.citations.map((citation) => [citation.n, citation]))
  const rows = (statement: string, numbers: readonly number[], verdict: ChecklistRow['verdict']): ChecklistRow[] => {
    const cited = numbers.flatMap((n) => citations.get(n) ?? [])
    if (cited.length === 0) return [{ statement, quote: '', source: '', verdict }]
    return cited.map((citation) => ({ statement, quote: citation.quote, source: officialCitation(citation), verdict }))
  }
  return [
    ...brief.sections.flatMap(({ statements }) => statements.flatMap(({ text, citations: numbers, verdict }) => rows(text, numbers, verdict))),
    ...brief.tables.flatMap(({ columns, rows: lines }) =>
      lines.flatMap((line) =>
        line.slice(1).flatMap((cell, i) => {
          return cell.text === '' ? [] : rows(`${line[0]?.text ?? ''}${columns[i + 1] ?? ''}：${cell.text}`, cell.citations, 'supported')
        }),
      ),
    ),
  ]
}
