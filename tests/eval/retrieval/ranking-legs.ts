import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import { type ProgramParts, queryFor } from '../run/program-parts.ts'

/** One way to rank: passage rows for a question, best first, at most `count`. */
export type PassageRanking = (question: string, count: number) => Promise<readonly number[]>

/** The retriever's ways to rank passages without any filter: each leg alone, and both. */
export const LEGS = {
  'BM25 passages': { lexical: true, dense: false },
  'vectors, best sentence': { lexical: false, dense: true },
  fused: { lexical: true, dense: true },
} as const
export type LegName = keyof typeof LEGS
export const LEG_NAMES = Object.keys(LEGS) as readonly LegName[]

export function rankingOf(parts: ProgramParts, snapshot: LibrarySnapshot, leg: LegName): PassageRanking {
  return async (question, count) => {
    const ranked = await parts.retriever.rankPassages(snapshot, queryFor(question, count), LEGS[leg])
    return ranked.filter((passage) => passage.score > 0).map((passage) => passage.row)
  }
}
