import { checkQuery, scanVectors, type VectorMatrix } from './scan-vectors.ts'
import type { VectorIndex } from './vector-index.ts'

/** Looks at every accepted row: right, and fast enough up to some ten thousand rows (3 ms for 10,000 × 512). */
export function createExactVectorIndex(matrix: VectorMatrix): VectorIndex {
  return {
    kind: 'exact',
    dimension: matrix.dimension,
    count: matrix.count,
    search(query, k, accept) {
      checkQuery(query, matrix.dimension)
      return scanVectors(matrix, query, k, accept ? acceptedRows(matrix.count, accept) : null)
    },
  }
}

export function acceptedRows(count: number, accept: (row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(count)
  let used = 0
  for (let row = 0; row < count; row += 1) if (accept(row)) rows[used++] = row
  return rows.subarray(0, used)
}
