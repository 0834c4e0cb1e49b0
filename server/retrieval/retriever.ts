import type { Embedder } from '../../ingest/embedding/embedder.ts'
import { type KeptBySnapshot, keepBySnapshot } from '../../ingest/index/keep-by-snapshot.ts'
import type { LibrarySnapshot, SentenceRow } from '../../ingest/index/library-snapshot.ts'
import type { Analyzer } from '../../ingest/text/analyzer.ts'
import type { FocusPart } from '../understand/intent.ts'
import type { SynonymFinder } from '../understand/other-names.ts'
import { type AcceptedRows, createAcceptedRowsReader } from './accepted-rows.ts'
import { buildQueryTerms, type QueryTerms } from './query-terms.ts'
import { rememberVectors } from './remember-vectors.ts'
import { layOutRows, type RowColumns } from './row-columns.ts'
import type { RowFilter } from './row-filter.ts'
import { createScoreSheets, type ScoreSheet } from './score-sheets.ts'
import { createTopRows } from './top-rows.ts'

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

  const acceptedIn = createAcceptedRowsReader()
  const sheets = createScoreSheets()

  /** The vector of a question; null where sentences cannot be compared with it. */
  const vectorOf = async ({ vectors, embedderId }: LibrarySnapshot, text: string): Promise<Float32Array | null> => {
    if (!embedder || !embed || !vectors || embedderId !== embedder.id || text === '') return null
    return (await embed([text]))[0] ?? null
  }

  const scoreWords = (snapshot: LibrarySnapshot, { terms }: QueryTerms, accepted: AcceptedRows, sheet: ScoreSheet): void => {
    snapshot.sentencePostings.score(terms, sheet.sentences, accepted.sentences)
    snapshot.passagePostings.score(terms, sheet.passages, accepted.passages)
  }

  const scoreMeaning = ({ vectors }: LibrarySnapshot, vector: Float32Array | null, { rows }: AcceptedRows, sheet: ScoreSheet): void => {
    if (!vector || !vectors) return
    const k = Math.min(vectors.count, DENSE_CANDIDATES)
    for (const hit of vectors.search(vector, k, rows)) sheet.cosines[hit.row] = Math.max(0, hit.score)
  }

  return {
    async retrieve(snapshot, query) {
      const terms = buildQueryTerms(query.parts, analyzer, synonyms)
      const layout = columns.of(snapshot)
      const accepted = acceptedIn(snapshot, layout, query.filter)
      const sheet = sheets.take(snapshot)
      try {
        // The encoder works in its own thread while the words are scored here.
        const [vector] = await Promise.all([vectorOf(snapshot, query.text), scoreWords(snapshot, terms, accepted, sheet)])
        scoreMeaning(snapshot, vector, accepted, sheet)
        const scoreOf = createRowScore(sheet, layout, {
          sentences: snapshot.sentencePostings.ceiling(terms.counted),
          passages: snapshot.passagePostings.ceiling(terms.counted),
          cosineWeight,
        })
        const top = createTopRows(query.limit)
        // Over numbers alone: in a large library a pass over its sentences costs more than the search.
        for (const row of accepted.rows) top.offer(row, scoreOf.whole(row))
        const evidence = top.take().flatMap((index): Evidence[] => {
          const row = snapshot.sentences[index]
          return row ? [{ row, lexical: scoreOf.words(index), cosine: sheet.cosines[index] ?? 0, score: scoreOf.whole(index) }] : []
        })
        return { evidence, terms }
      } finally {
        sheets.giveBack(snapshot, sheet, accepted)
      }
    },

    async compare(question, texts) {
      if (!embed || question === '') return texts.map(() => 0)
      const [asked, ...vectors] = await embed([question, ...texts])
      return vectors.map((vector) => (asked ? dot(asked, vector) : 0))
    },

    async rankPassages(snapshot, query, legs = { lexical: true, dense: true }) {
      const terms = buildQueryTerms(query.parts, analyzer, synonyms)
      const accepted = acceptedIn(snapshot, columns.of(snapshot), query.filter)
      const sheet = sheets.take(snapshot)
      try {
        if (legs.lexical) scoreWords(snapshot, terms, accepted, sheet)
        if (legs.dense) scoreMeaning(snapshot, await vectorOf(snapshot, query.text), accepted, sheet)
        const best = new Map<number, number>()
        for (const row of accepted.rows) {
          const passage = snapshot.sentences[row]?.passageRow ?? 0
          best.set(passage, Math.max(best.get(passage) ?? 0, sheet.cosines[row] ?? 0))
        }
        const ceiling = snapshot.passagePostings.ceiling(terms.counted)
        const weight = legs.lexical ? cosineWeight : 1
        return [...best]
          .map(([row, cosine]) => ({ row, score: shareOf(sheet.passages[row] ?? 0, ceiling) + weight * cosine }))
          .sort((a, b) => b.score - a.score || a.row - b.row)
          .slice(0, query.limit)
      } finally {
        sheets.giveBack(snapshot, sheet, accepted)
      }
    },
  }
}

/** Rows beyond this many nearest ones count as not similar at all. */
const DENSE_CANDIDATES = 200

/** The score of a row out of what was noted of it: its words and those of its passage as shares of the question's ceilings, and its meaning. */
function createRowScore(
  { sentences, passages, cosines }: ScoreSheet,
  layout: RowColumns,
  ceilings: { readonly sentences: number; readonly passages: number; readonly cosineWeight: number },
): { words(row: number): number; whole(row: number): number } {
  const words = (row: number): number =>
    shareOf(sentences[row] ?? 0, ceilings.sentences) + PASSAGE_SHARE * shareOf(passages[layout.passages[row] ?? 0] ?? 0, ceilings.passages)
  return { words, whole: (row) => Math.fround(words(row) + ceilings.cosineWeight * (cosines[row] ?? 0)) }
}

/** In the precision that scores are kept in. */
function shareOf(score: number, ceiling: number): number {
  return ceiling > 0 ? Math.fround(score / ceiling) : score
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
