import type { AnswerContext } from '../context/answer-context.ts'
import type { Draft } from '../sentences/draft.ts'
import { answerCompare } from './answer-compare.ts'
import { answerTable } from './answer-table.ts'

/** A table of the ledger; where it leaves a place or year out that a search finds, the comparison. Null as for answerTable. */
export async function answerAsTable(context: AnswerContext): Promise<Draft | null> {
  const { years, places } = context.intent
  const table = await answerTable(context)
  if (table?.lacking === undefined || years.length + places.length < 2) return table
  const { draft } = await answerCompare(context)
  return draft !== null && (draft.lacking?.length ?? 0) < table.lacking.length ? draft : table
}
