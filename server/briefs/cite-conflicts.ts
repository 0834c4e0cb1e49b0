import type { CitationBook } from '../answer/cite/citations.ts'
import type { FactReader } from '../answer/facts/fact-reader.ts'
import type { Conflict } from '../contract/chat.ts'
import { findConflicts } from '../ledger/find-conflicts.ts'
import { figureText } from './build-table.ts'
import type { RankedSentence } from './rank-sentences.ts'
import type { BriefPlan } from './read-request.ts'

/** Sentences less relevant than this are not looked through for conflicts. */
const CONFLICT_RELEVANCE = 0.5

/** What the sentences about the topics say in two ways, both cited. */
export function citeConflicts(ranked: readonly RankedSentence[], facts: FactReader, plan: BriefPlan, book: CitationBook): Conflict[] {
  const related = ranked
    .filter(({ relevance }) => relevance >= CONFLICT_RELEVANCE)
    .flatMap(({ row }) => facts.ofRow(row).map((fact) => ({ row, fact })))
  return findConflicts(related).flatMap(({ values }) => {
    const first = values[0]?.[0]?.fact
    if (!first || (plan.years.length > 0 && first.year !== null && !plan.years.includes(first.year))) return []
    const told = values.map((items) => ({
      text: items[0] ? figureText(items[0].row.sentence.text, items[0].fact) : '',
      citations: [...new Set(items.map(({ row }) => book.cite(row)))],
    }))
    return [{ indicator: first.indicator, year: first.year, place: first.place, values: told }]
  })
}
