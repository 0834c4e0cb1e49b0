import { CodedError } from '../corpus/coded-error.ts'
import type { Embedder } from '../embedding/embedder.ts'
import { type VectorMatrix, vectorMatrix } from '../index/scan-vectors.ts'
import type { EmbeddingCache } from '../library/embedding-cache.ts'

/** Texts handed to the encoder at once: enough for it to sort them into batches of like length, few enough that little is lost when the run stops. */
const TEXTS_PER_STEP = 256

/**
 * One vector a text, in order. Each different text is embedded once, and never again once it is in the cache.
 *
 * @param onProgress called with the number of different texts done and their total
 * @throws {CodedError} embedding_failed
 */
export async function embedSentences(
  embedder: Embedder,
  cache: EmbeddingCache,
  texts: readonly string[],
  onProgress: (done: number, total: number) => void,
): Promise<VectorMatrix> {
  const { id, dimension } = embedder
  const rows = new Map<string, number[]>()
  texts.forEach((text, row) => {
    const same = rows.get(text)
    if (same) same.push(row)
    else rows.set(text, [row])
  })
  const values = new Float32Array(texts.length * dimension)
  const place = (text: string, vector: Float32Array): void => {
    for (const row of rows.get(text) ?? []) values.set(vector, row * dimension)
  }
  const missing: string[] = []
  for (const text of rows.keys()) {
    const vector = cache.get(id, text, dimension)
    if (vector) place(text, vector)
    else missing.push(text)
  }
  const known = rows.size - missing.length
  // Texts of like length share a batch, which is what the encoder is fastest with.
  missing.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  for (let from = 0; from < missing.length; from += TEXTS_PER_STEP) {
    onProgress(known + from, rows.size)
    const step = missing.slice(from, from + TEXTS_PER_STEP)
    const vectors = await embedder.embed(step)
    if (vectors.length !== step.length || vectors.some((vector) => vector.length !== dimension)) throw wrongShape()
    const entries = step.map((text, index) => ({ text, vector: vectors[index] ?? new Float32Array(dimension) }))
    cache.put(id, entries)
    for (const { text, vector } of entries) place(text, vector)
  }
  onProgress(rows.size, rows.size)
  return vectorMatrix(values, dimension)
}

const wrongShape = (): CodedError => new CodedError('embedding_failed', '向量模型返回的向量数量或维数不对，无法建立语义索引。请检查模型配置。')
