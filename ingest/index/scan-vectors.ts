import type { VectorHit } from './vector-index.ts'

/** Rows of unit vectors one after another: row r is at r × dimension. */
export interface VectorMatrix {
  readonly values: Float32Array
  /** At least 1. */
  readonly dimension: number
  readonly count: number
}

/** @throws {RangeError} when the values are not a whole number of rows */
export function vectorMatrix(values: Float32Array, dimension: number): VectorMatrix {
  if (!Number.isInteger(dimension) || dimension < 1 || values.length % dimension !== 0) {
    throw new RangeError(`Cannot cut ${values.length} values into vectors of ${dimension}`)
  }
  return { values, dimension, count: values.length / dimension }
}

/** @throws {RangeError} when the query has another dimension or a component that is not finite */
export function checkQuery(query: Float32Array, dimension: number): void {
  if (query.length !== dimension) throw new RangeError(`Cannot search ${dimension} dimensions with a query of ${query.length}`)
  if (!query.every(Number.isFinite)) throw new RangeError('Cannot search with a query that holds a component that is not finite')
}

/** The cosine of two unit vectors. Four sums side by side, since each addition would otherwise wait for the one before: a quarter faster. */
export function dotProduct(matrix: VectorMatrix, row: number, query: Float32Array): number {
  const { values, dimension } = matrix
  let at = row * dimension
  const whole = dimension - (dimension % 4)
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let index = 0
  for (; index < whole; index += 4, at += 4) {
    a += (values[at] as number) * (query[index] as number)
    b += (values[at + 1] as number) * (query[index + 1] as number)
    c += (values[at + 2] as number) * (query[index + 2] as number)
    d += (values[at + 3] as number) * (query[index + 3] as number)
  }
  for (; index < dimension; index += 1, at += 1) a += (values[at] as number) * (query[index] as number)
  return a + b + (c + d)
}

/**
 * Exact search: the best `k` of the rows given (all rows when null), best first, equal scores by row.
 */
export function scanVectors(matrix: VectorMatrix, query: Float32Array, k: number, rows: Uint32Array | null): VectorHit[] {
  const best = createBestRows(k)
  const total = rows ? rows.length : matrix.count
  for (let index = 0; index < total; index += 1) {
    const row = rows ? (rows[index] as number) : index
    best.offer(row, dotProduct(matrix, row, query))
  }
  return best.take()
}

/** Hits in the order in which they are returned. */
export const byScoreThenRow = (a: VectorHit, b: VectorHit): number => b.score - a.score || a.row - b.row

/** The best `k` rows offered so far: a sorted list, since few rows ever enter it. */
function createBestRows(k: number): { offer(row: number, score: number): void; take(): VectorHit[] } {
  const hits: VectorHit[] = []
  return {
    offer(row, score) {
      const worst = hits[hits.length - 1]
      if (hits.length >= k && (worst === undefined || score <= worst.score)) return
      let at = hits.length
      while (at > 0 && (hits[at - 1]?.score ?? 0) < score) at -= 1
      hits.splice(at, 0, { row, score })
      if (hits.length > k) hits.pop()
    },
    take: () => hits,
  }
}
