import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createExactVectorIndex } from '../../ingest/index/exact-vector-index.ts'
import { createGraphVectorIndex } from '../../ingest/index/graph-vector-index.ts'
import { loadGraphLibrary } from '../../ingest/index/hnswlib.ts'
import { type VectorMatrix, vectorMatrix } from '../../ingest/index/scan-vectors.ts'
import type { VectorIndex } from '../../ingest/index/vector-index.ts'
import { createRandom } from '../support/random.ts'

const DIMENSION = 24
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'youju-vectors-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function unitVectors(count: number, seed: number): VectorMatrix {
  const random = createRandom(seed)
  const values = new Float32Array(count * DIMENSION)
  for (let row = 0; row < count; row += 1) {
    const vector = Array.from({ length: DIMENSION }, () => random() - 0.5)
    const length = Math.hypot(...vector)
    values.set(
      vector.map((component) => component / length),
      row * DIMENSION,
    )
  }
  return vectorMatrix(values, DIMENSION)
}

const library = await loadGraphLibrary()
if (!library) console.log('hnswlib-node is not compiled here: the contract of the graph index is left out')

/** `exactLimit` 0 keeps the exact scan from answering in the graph's place. */
async function graphOf(matrix: VectorMatrix, exactLimit = 0): Promise<VectorIndex> {
  if (!library) throw new Error('hnswlib-node is not compiled')
  const file = path.join(folder, `${matrix.count}.bin`)
  await library.build(matrix, file, () => undefined)
  return createGraphVectorIndex(await library.open(file, matrix.dimension), matrix, exactLimit)
}

const implementations: [string, (matrix: VectorMatrix) => Promise<VectorIndex>][] = [['exact scan', async (matrix) => createExactVectorIndex(matrix)]]
if (library) implementations.push(['graph', (matrix) => graphOf(matrix)], ['graph with narrow filters scanned', (matrix) => graphOf(matrix, 50)])

describe.each(implementations)('vector index: %s', (_name, create) => {
  const matrix = unitVectors(800, 7)
  let index: VectorIndex
  beforeAll(async () => {
    index = await create(matrix)
  })
  const vector = (row: number): Float32Array => matrix.values.subarray(row * DIMENSION, (row + 1) * DIMENSION)
  const cosine = (row: number, query: Float32Array): number => vector(row).reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0)
  const query = unitVectors(1, 99).values

  it('finds each row by its own vector', () => {
    for (let row = 0; row < 800; row += 37) {
      const [hit] = index.search(vector(row), 1)
      expect(hit?.row).toBe(row)
      expect(hit?.score).toBeCloseTo(1, 5)
    }
  })

  it('gives the true neighbours, best first, with their cosines', () => {
    const expected = Array.from({ length: 800 }, (_, row) => row).sort((a, b) => cosine(b, query) - cosine(a, query))
    const hits = index.search(query, 10)
    expect(hits.map((hit) => hit.row)).toEqual(expected.slice(0, 10))
    for (const hit of hits) expect(hit.score).toBeCloseTo(cosine(hit.row, query), 5)
  })

  it('keeps to the rows that count, however few or many', () => {
    for (const every of [1, 2, 5, 100, 799]) {
      const rows = Uint32Array.from({ length: Math.ceil(800 / every) }, (_, at) => at * every)
      const expected = [...rows].sort((a, b) => cosine(b, query) - cosine(a, query))
      expect(index.search(query, 5, rows).map((hit) => hit.row)).toEqual(expected.slice(0, 5))
    }
    expect(index.search(query, 5, new Uint32Array(0))).toEqual([])
  })

  it('gives fewer where there are fewer, and none for k = 0', async () => {
    expect(index.search(query, 5_000)).toHaveLength(800)
    expect(index.search(query, 0)).toEqual([])
    expect((await create(unitVectors(3, 1))).search(query, 10)).toHaveLength(3)
  })

  it('gives the same answer each time, equal scores by row', async () => {
    const twins = new Float32Array(DIMENSION * 6)
    for (let row = 0; row < 6; row += 1) twins.set(vector(row % 2), row * DIMENSION)
    const hits = (await create(vectorMatrix(twins, DIMENSION))).search(vector(0), 3)
    expect(hits.map((hit) => hit.row)).toEqual([0, 2, 4])
    expect(index.search(query, 20)).toEqual(index.search(query, 20))
  })

  it('refuses a query of another dimension or with a component that is not finite', () => {
    expect(() => index.search(new Float32Array(DIMENSION + 1), 1)).toThrow(RangeError)
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() =>
        index.search(
          Float32Array.from(query, (value, at) => (at === 3 ? wrong : value)),
          1,
        ),
      ).toThrow(RangeError)
    }
  })

  it('answers a zero vector', () => {
    expect(index.search(new Float32Array(DIMENSION), 3)).toHaveLength(3)
  })
})
