import type { Pooling } from './model-folder.ts'

/**
 * The vector of one row of a graph's output, of unit length.
 *
 * @param data the output: [rows, dimension] for sentence_embedding, else [rows, width, dimension]
 * @param tokens how many of the row's positions hold tokens; the rest is padding
 */
export function poolRow(data: Float32Array, dims: readonly number[], row: number, tokens: number, pooling: Pooling): Float32Array {
  const dimension = dims.at(-1) ?? 0
  const width = pooling === 'sentence_embedding' ? 1 : (dims[1] ?? 0)
  const start = row * width * dimension
  const vector = data.slice(start, start + dimension)
  if (pooling === 'mean') {
    for (let token = 1; token < tokens; token++) {
      const at = start + token * dimension
      for (let i = 0; i < dimension; i++) vector[i] = (vector[i] ?? 0) + (data[at + i] ?? 0)
    }
  }
  const length = Math.hypot(...vector)
  if (!Number.isFinite(length) || length === 0) throw new Error('Graph gave a vector that is zero or not finite')
  return vector.map((value) => value / length)
}
