import type { Embedder } from '../../ingest/embedding/embedder.ts'
import { type KeptBySnapshot, keepBySnapshot } from '../../ingest/index/keep-by-snapshot.ts'
import type { LibrarySnapshot, SentenceRow } from '../../ingest/index/library-snapshot.ts'
import type { Analyzer } from '../../ingest/text/analyzer.ts'
import type { FocusPart } from '../understand/intent.ts'
import type { SynonymFinder } from '../understand/other-names.ts'
import { buildQueryTerms, type QueryTerms } from './query-terms.ts'
import { rememberVectors } from './remember-vectors.ts'
import { layOutRows, type RowColumns } from './row-columns.ts'
import { acceptRows, type RowFilter } from './row-filter.ts'
import { topRows } from './top-rows.ts'

/** A sentence that may answer, with what spoke for it. Scores compare across questions. */
export interface Evidence {
  readonly row: SentenceRow
  /** BM25 of the sentence and half that of its passage, each as a share of the question's ceiling. */
  readonly lexical: number
  /** Cosine of sentence and question, 0 without an encoder. */
  readonly cosine: number
  readonly score: number
}

export interface RankedPassage {
  readonly row: number
  readonly score: number
}

export interface Retrieval {
  /** Best first; equal scores by row. */
  readonly evidence: readonly Evidence[]
  readonly terms: QueryTerms
}

export interface RetrievalQuery {
  readonly parts: readonly FocusPart[]
  /** What is embedded: the question in full, as people would say it. */
  readonly text: string
  readonly filter: RowFilter
  readonly limit: number
}

export interface Retriever {
  retrieve(snapshot: LibrarySnapshot, query: RetrievalQuery): Promise<Retrieval>
  /** Cosine of a question with each text; zeros without an encoder. */
  compare(question: string, texts: readonly string[]): Promise<readonly number[]>
  /** Passages ranked by their own BM25 and their best sentence. `legs` switches one leg off, for measuring. */
  rankPassages(
    snapshot: LibrarySnapshot,
    query: RetrievalQuery,
    legs?: { readonly lexical: boolean; readonly dense: boolean },
  ): Promise<readonly RankedPassage[]>
}

/**
 * Weight of the cosine beside BM25 ÷ ceiling, where the encoder has none of its own (Embedder.weight). Measured on reports of six other governments (139 questions) and on the seed questions: 0.25 keeps BM25 in the lead where the
 * question's words occur and lets the encoder lead where they do not.
 */
export const COSINE_WEIGHT = 0.25
/** Half of the passage's score joins the sentence's: a sentence is read in its context. */
const PASSAGE_SHARE = 0.5

/** Searches a snapshot lexically and by meaning. Without an embedder, or where the snapshot's vectors are another encoder's, it searches lexically alone. */
export function createRetriever(dependencies: {
  readonly analyzer: Analyzer
  readonly embedder: Embedder | null
  readonly synonyms: SynonymFinder
  /** Shared where several retrievers read one library. */
  readonly columns?: KeptBySnapshot<RowColumns>
}): Retriever {
  const { analyzer, embedder, synonyms } = dependencies
  const cosineWeight = embedder?.weight ?? COSINE_WEIGHT
  // The encoder made for this program has no weight of its own, and gives a text the same vector in any batch.
  const embed = embedder && (embedder.weight === undefined ? rememberVectors(embedder) : embedder.embed)
  const columns = dependencies.columns ?? keepBySnapshot(layOutRows)

  const cosines = async (snapshot: LibrarySnapshot, text: string, accepted: Uint8Array): Promise<Float32Array> => {
    const scores = new Float32Array(snapshot.sentences.length)
    if (!embedder || !embed || !snapshot.vectors || snapshot.embedderId !== embedder.id || text === '') return scores
    const [vector] = await embed([text])
    if (!vector) return scores
    const k = Math.min(snapshot.vectors.count, DENSE_CANDIDATES)
    for (const hit of snapshot.vectors.search(vector, k, (row) => accepted[row] === 1)) scores[hit.row] = Math.max(0, hit.score)
    return scores
  }

  const lexicalScores = (snapshot: LibrarySnapshot, terms: QueryTerms): { sentences: Float32Array; passages: Float32Array } => {
    const sentences = new Float32Array(snapshot.sentences.length)
    const passages = new Float32Array(snapshot.passages.length)
    snapshot.sentencePostings.score(terms.terms, sentences)
    snapshot.passagePostings.score(terms.terms, passages)
    scale(sentences, snapshot.sentencePostings.ceiling(terms.counted))
    scale(passages, snapshot.passagePostings.ceiling(terms.counted))
    return { sentences, passages }
  }

  return {
    async retrieve(snapshot, query) {
      const terms = buildQueryTerms(query.parts, analyzer, synonyms)
      const layout = columns.of(snapshot)
      const accepted = acceptRows(snapshot, layout, query.filter)
      const [lexical, dense] = [lexicalScores(snapshot, terms), await cosines(snapshot, query.text, accepted)]
      const words = (row: SentenceRow): number => (lexical.sentences[row.row] ?? 0) + PASSAGE_SHARE * (lexical.passages[row.passageRow] ?? 0)
      const scores = new Float32Array(snapshot.sentences.length)
      // Over numbers alone: in a large library a pass over its sentences costs more than the search.
      for (let row = 0; row < scores.length; row += 1) {
        if (accepted[row] !== 1) continue
        const inWords = (lexical.sentences[row] ?? 0) + PASSAGE_SHARE * (lexical.passages[layout.passages[row] ?? 0] ?? 0)
        scores[row] = inWords + cosineWeight * (dense[row] ?? 0)
      }
      const evidence = topRows(scores, query.limit).flatMap((index): Evidence[] => {
        const row = snapshot.sentences[index]
        return row ? [{ row, lexical: words(row), cosine: dense[index] ?? 0, score: scores[index] ?? 0 }] : []
      })
      return { evidence, terms }
    },

    async compare(question, texts) {
      if (!embed || question === '') return texts.map(() => 0)
      const [asked, ...vectors] = await embed([question, ...texts])
      return vectors.map((vector) => (asked ? dot(asked, vector) : 0))
    },

    async rankPassages(snapshot, query, legs = { lexical: true, dense: true }) {
      const terms = buildQueryTerms(query.parts, analyzer, synonyms)
      const accepted = acceptRows(snapshot, columns.of(snapshot), query.filter)
      const dense = legs.dense ? await cosines(snapshot, query.text, accepted) : new Float32Array(snapshot.sentences.length)
      const { passages } = lexicalScores(snapshot, terms)
      const best = new Float32Array(snapshot.passages.length)
      const open = new Uint8Array(snapshot.passages.length)
      for (const row of snapshot.sentences) {
        if (accepted[row.row] !== 1) continue
        open[row.passageRow] = 1
        best[row.passageRow] = Math.max(best[row.passageRow] ?? 0, dense[row.row] ?? 0)
      }
      const weight = legs.lexical ? cosineWeight : 1
      return [...passages.keys()]
        .filter((row) => open[row] === 1)
        .map((row) => ({ row, score: (legs.lexical ? (passages[row] ?? 0) : 0) + weight * (best[row] ?? 0) }))
        .sort((a, b) => b.score - a.score || a.row - b.row)
        .slice(0, query.limit)
    },
  }
}

/** Rows beyond this many nearest ones count as not similar at all. */
const DENSE_CANDIDATES = 200

function scale(scores: Float32Array, ceiling: number): void {
  if (ceiling <= 0) return
  for (let i = 0; i < scores.length; i += 1) scores[i] = (scores[i] ?? 0) / ceiling
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
