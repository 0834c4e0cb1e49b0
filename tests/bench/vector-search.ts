import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createExactVectorIndex } from '../../ingest/index/exact-vector-index.ts'
import { createGraphVectorIndex } from '../../ingest/index/graph-vector-index.ts'
import { loadGraphLibrary } from '../../ingest/index/hnswlib.ts'
import { type VectorMatrix, vectorMatrix } from '../../ingest/index/scan-vectors.ts'
import type { VectorIndex } from '../../ingest/index/vector-index.ts'
import { createRandom } from '../support/random.ts'
import { type Benchmark, summarizeTimes, timeEach } from './benchmark.ts'

const SEED = 7
const DIMENSION = 256
const QUERIES = 300
const NEIGHBOURS = 100
const CLUSTERS = 400

/** Unit vectors in loose clusters, as those of sentences are: vectors without any structure are harder for a graph than real ones. */
function clusteredVectors(count: number, random: () => number): VectorMatrix {
  const centres = Array.from({ length: CLUSTERS }, () => Float32Array.from({ length: DIMENSION }, () => random() - 0.5))
  const values = new Float32Array(count * DIMENSION)
  for (let row = 0; row < count; row += 1) {
    const centre = centres[Math.floor(random() * CLUSTERS)] ?? new Float32Array(DIMENSION)
    const vector = centre.map((component) => component + 0.9 * (random() - 0.5))
    const length = Math.hypot(...vector)
    values.set(
      vector.map((component) => component / length),
      row * DIMENSION,
    )
  }
  return vectorMatrix(values, DIMENSION)
}

function queriesNear(matrix: VectorMatrix, random: () => number): Float32Array[] {
  return Array.from({ length: QUERIES }, () => {
    const row = Math.floor(random() * matrix.count)
    const vector = matrix.values.slice(row * DIMENSION, (row + 1) * DIMENSION).map((component) => component + 0.05 * (random() - 0.5))
    const length = Math.hypot(...vector)
    return vector.map((component) => component / length)
  })
}

async function measureIndex(index: VectorIndex, queries: readonly Float32Array[]): Promise<Record<string, number | null>> {
  return summarizeTimes(await timeEach(queries, (query) => index.search(query, NEIGHBOURS)))
}

/** Share of the true neighbours that the graph finds, in percent. */
function recall(exact: VectorIndex, graph: VectorIndex, queries: readonly Float32Array[]): number {
  const found = queries.map((query) => {
    const rows = new Set(graph.search(query, NEIGHBOURS).map((hit) => hit.row))
    return exact.search(query, NEIGHBOURS).filter((hit) => rows.has(hit.row)).length
  })
  return Math.round((1000 * found.reduce((sum, hits) => sum + hits, 0)) / (queries.length * NEIGHBOURS)) / 10
}

/** How long does a search among sentence vectors take, alone? 100 neighbours of 256 dimensions. */
export const vectorSearch: Benchmark = {
  name: 'vector search alone (256 dimensions, 100 neighbours, made-up vectors)',
  async run() {
    const random = createRandom(SEED)
    const figures: Record<string, Record<string, number | null>> = {}
    for (const count of [1_000, 10_000, 30_000]) {
      const matrix = clusteredVectors(count, random)
      figures[`exact scan, ${count} vectors`] = await measureIndex(createExactVectorIndex(matrix), queriesNear(matrix, random))
    }
    const library = await loadGraphLibrary()
    if (library === null) {
      console.log('SKIPPED  graph search: hnswlib-node is not compiled here')
      return figures
    }
    const count = 30_000
    const matrix = clusteredVectors(count, random)
    const folder = mkdtempSync(join(tmpdir(), 'youju-bench-graph-'))
    try {
      const path = join(folder, 'graph.bin')
      const started = performance.now()
      await library.build(matrix, path, () => undefined)
      const buildMs = Math.round(performance.now() - started)
      const graph = createGraphVectorIndex(await library.open(path, DIMENSION), matrix, 0)
      const queries = queriesNear(matrix, random)
      const row = await measureIndex(graph, queries)
      figures[`graph, ${count} vectors`] = { ...row, build_ms: buildMs, recall: recall(createExactVectorIndex(matrix), graph, queries.slice(0, 50)) }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    return figures
  },
}
