import { setImmediate } from 'node:timers/promises'
import type { HierarchicalNSW } from 'hnswlib-node'
import type { VectorMatrix } from './scan-vectors.ts'

/** Approximate neighbours in a graph, by row number. Nothing here checks a file: a damaged one kills the process, so callers verify its hash first. */
export interface NeighbourGraph {
  readonly count: number
  /** Rows near the query, best first; with `accept` possibly fewer than there are. */
  search(query: Float32Array, k: number, accept?: (row: number) => boolean): readonly number[]
}

/** The native library behind one door. */
export interface GraphLibrary {
  /**
   * Builds the graph of all rows and writes it: 0.3 to 1.4 ms a row, in stretches of some hundred rows. Reports success on a full disk: check the file.
   *
   * @param onRows called before each stretch with the number of rows done; what it throws ends the work
   */
  build(matrix: VectorMatrix, path: string, onRows: (done: number) => void): Promise<void>
  open(path: string, dimension: number): Promise<NeighbourGraph>
}

/** Links a row: more find more and cost more memory. 16 is the library's own default. */
const LINKS = 16
/** Candidates looked at while building and, at the least, while searching. */
const BUILD_CANDIDATES = 120
const SEARCH_CANDIDATES = 320
/** Fixed, so that the same vectors give the same graph. */
const SEED = 20240101

const ROWS_PER_STRETCH = 500

/** Null where the native part could not be compiled; search is then exact at every size. */
export async function loadGraphLibrary(): Promise<GraphLibrary | null> {
  let native: typeof import('hnswlib-node')
  try {
    native = (await import('hnswlib-node')).default
  } catch (error) {
    if (isMissingModule(error)) return null
    throw error
  }
  return {
    async build(matrix, path, onRows) {
      // Unit vectors: the inner product is the cosine, and a zero vector stays harmless where the library's own cosine gives NaN.
      const graph = new native.HierarchicalNSW('ip', matrix.dimension)
      graph.initIndex(matrix.count, LINKS, BUILD_CANDIDATES, SEED)
      for (let row = 0; row < matrix.count; row += 1) {
        if (row % ROWS_PER_STRETCH === 0) {
          onRows(row)
          await setImmediate()
        }
        graph.addPoint(Array.from(matrix.values.subarray(row * matrix.dimension, (row + 1) * matrix.dimension)), row)
      }
      graph.writeIndexSync(path)
    },
    async open(path, dimension) {
      const graph = new native.HierarchicalNSW('ip', dimension)
      await graph.readIndex(path)
      return overGraph(graph)
    },
  }
}

function overGraph(graph: HierarchicalNSW): NeighbourGraph {
  const count = graph.getCurrentCount()
  return {
    count,
    search(query, k, accept) {
      graph.setEf(Math.max(SEARCH_CANDIDATES, k * 2))
      return graph.searchKnn(Array.from(query), Math.min(k, count), accept).neighbors
    },
  }
}

const isMissingModule = (error: unknown): boolean => error instanceof Error && /Could not locate the bindings file|Cannot find/.test(error.message)
