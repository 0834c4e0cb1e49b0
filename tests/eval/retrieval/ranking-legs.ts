import type { Embedder } from '../../../ingest/embedding/embedder.ts'
import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import type { Analyzer } from '../../../ingest/text/analyzer.ts'

/** One way to rank: passage rows for a question, best first, at most `count`. */
export type PassageRanking = (question: string, count: number) => Promise<readonly number[]> | readonly number[]

/** Sentences looked at for each passage wanted: neighbours often share a passage. */
const SENTENCES_PER_PASSAGE = 20

/** The rows of the best scores above 0, best first, equal scores by row. */
export function topRows(scores: Float32Array, count: number): number[] {
  const rows: number[] = []
  scores.forEach((score, row) => {
    if (score > 0) rows.push(row)
  })
  return rows.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, count)
}

/** The question's distinct terms, each with weight 1. */
export function questionTerms(analyzer: Analyzer, question: string): Map<string, number> {
  return new Map(analyzer.terms(question).map((term) => [term, 1]))
}

/** BM25 over passages alone, no filter. */
export function rankByTerms(snapshot: LibrarySnapshot, analyzer: Analyzer): PassageRanking {
  return (question, count) => {
    const scores = new Float32Array(snapshot.passages.length)
    snapshot.passagePostings.score(questionTerms(analyzer, question), scores)
    return topRows(scores, count)
  }
}

/** Sentence vectors alone: a passage ranks by its best sentence, no filter. Null where the library has no vectors. */
export function rankByVectors(snapshot: LibrarySnapshot, embedder: Embedder): PassageRanking | null {
  const { vectors, sentences } = snapshot
  if (vectors === null) return null
  return async (question, count) => {
    const [vector] = await embedder.embed([question])
    if (vector === undefined) return []
    const hits = vectors.search(vector, count * SENTENCES_PER_PASSAGE)
    return [...new Set(hits.map((hit) => sentences[hit.row]?.passageRow ?? -1))].slice(0, count)
  }
}
