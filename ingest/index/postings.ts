/** Neighbouring rows from `from` on and before `to`. */
export interface RowStretch {
  readonly from: number
  readonly to: number
}

/** BM25 over one field of rows 0..count-1. */
export interface Postings {
  readonly count: number
  /** ln(1 + (N - n + 0.5) / (n + 0.5)), the form of BM25 in Lucene, above 0; the largest value for a term that no row holds. */
  idf(term: string): number
  /**
   * Adds `weight` × the BM25 score of each row that holds a term into `scores` (length `count`).
   *
   * @param terms the query's terms, each with its weight (1 for a plain term)
   * @param stretches the rows that are scored, ascending and apart; all where they are left out
   */
  score(terms: ReadonlyMap<string, number>, scores: Float32Array, stretches?: readonly RowStretch[]): void
  /**
   * The score that no row can exceed: Σ weight × idf × (k1 + 1) over all the query's terms, found or not. Divided by it, scores of different
   * questions compare: a question whose words the library does not hold stays low.
   */
  ceiling(terms: ReadonlyMap<string, number>): number
  /** Rows that hold the term, ascending. */
  rows(term: string): Uint32Array
}
