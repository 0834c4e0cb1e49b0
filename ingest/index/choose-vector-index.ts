import { createExactVectorIndex } from './exact-vector-index.ts'
import { createGraphVectorIndex } from './graph-vector-index.ts'
import type { NeighbourGraph } from './hnswlib.ts'
import type { VectorMatrix } from './scan-vectors.ts'
import type { VectorIndex } from './vector-index.ts'

/** Up to this many vectors a scan of all takes some milliseconds, finds every neighbour, and needs no graph to be built. */
export const EXACT_SCAN_LIMIT = 30_000

/** Under a filter that accepts no more rows than this they are scanned; the graph would walk through many rows that do not count. */
const FILTERED_SCAN_LIMIT = 10_000

/** A graph where the library is large and one was built, else an exact scan. */
export function chooseVectorIndex(matrix: VectorMatrix, graph: NeighbourGraph | null): VectorIndex {
  return graph && matrix.count > EXACT_SCAN_LIMIT ? createGraphVectorIndex(graph, matrix, FILTERED_SCAN_LIMIT) : createExactVectorIndex(matrix)
}
