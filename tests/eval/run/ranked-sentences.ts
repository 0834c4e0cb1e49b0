import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import type { Understood } from '../../../server/contract/chat.ts'
import type { RankedSentence } from '../report/describe-failure.ts'
import { type ProgramParts, queryFor } from './program-parts.ts'

/** The first sentences that the retriever finds for a question as it was understood, years as filter, for reading. */
export async function rankedSentences(
  parts: ProgramParts,
  snapshot: LibrarySnapshot,
  understood: Pick<Understood, 'question' | 'years'>,
  count: number,
): Promise<readonly RankedSentence[]> {
  const { evidence } = await parts.retriever.retrieve(snapshot, queryFor(understood.question, count, { years: understood.years }))
  return evidence.map(({ row, score }) => {
    const { facets, text } = row.sentence
    return { file: row.document.document.file, year: facets.year, place: facets.place, score, text }
  })
}
