import type { NeighbourGraph } from './hnswlib.ts'
import { byScoreThenRow, checkQuery, dotProduct, scanVectors, type VectorMatrix } from './scan-vectors.ts'
import type { VectorHit, VectorIndex } from './vector-index.ts'

/**
 * Neighbours from a graph, scored with the vectors themselves, so that a row has the same score as in an exact scan.
 * A filter that accepts at most `exactLimit` rows is answered by a scan of those rows, and so is one under which the graph finds too few.
 */
export function createGraphVectorIndex(graph: NeighbourGraph, matrix: VectorMatrix, exactLimit: number): VectorIndex {
  const scored = (query: Float32Array, rows: readonly number[]): VectorHit[] =>
    rows.map((row) => ({ row, score: dotProduct(matrix, row, query) })).sort(byScoreThenRow)
  return {
    kind: 'hnsw',
    dimension: matrix.dimension,
    count: matrix.count,
    search(query, k, rows) {
      checkQuery(query, matrix.dimension)
      const wanted = Math.min(k, matrix.count)
      if (wanted === 0) return []
      if (!rows || rows.length === matrix.count) {
        const found = graph.search(query, wanted)
        return found.length < wanted ? scanVectors(matrix, query, k, null) : scored(query, found)
      }
      if (rows.length <= exactLimit) return scanVectors(matrix, query, k, rows)
      const marks = markRows(rows, matrix.count)
      const found = graph.search(query, wanted, (row) => marks[row] === 1)
      return found.length < Math.min(wanted, rows.length) ? scanVectors(matrix, query, k, rows) : scored(query, found)
    },
  }
}

function markRows(rows: Uint32Array, count: number): Uint8Array {
  const marks = new Uint8Array(count)
  for (const row of rows) marks[row] = 1
  return marks
}
