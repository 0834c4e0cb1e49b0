/** A row of the index and its cosine to the question, -1 to 1. */
export interface VectorHit {
  readonly row: number
  readonly score: number
}

/** Nearest neighbours by cosine among rows 0..count-1 of unit vectors. */
export interface VectorIndex {
  readonly kind: 'exact' | 'hnsw'
  readonly dimension: number
  readonly count: number
  /**
   * The best `k` rows, best first, equal scores by row; fewer than `k` where there are fewer.
   *
   * @param rows the rows that count, ascending; all of them where it is left out
   * @throws {RangeError} when the query has another dimension or a component that is not finite
   */
  search(query: Float32Array, k: number, rows?: Uint32Array): VectorHit[]
}
