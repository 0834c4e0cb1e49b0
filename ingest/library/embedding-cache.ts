import { CodedError } from '../corpus/coded-error.ts'
import { textKey } from './document-tables.ts'
import type { SqliteDatabase } from './sqlite.ts'

/** Sentence vectors by model and text, so that only new sentences are embedded. */
export interface EmbeddingCache {
  /** The vector of the text, or undefined. A stored vector of another length counts as none. */
  get(modelId: string, text: string, dimension: number): Float32Array | undefined
  /** Keeps vectors in one transaction. @throws {CodedError} embedding_failed for a component that is not finite */
  put(modelId: string, entries: readonly { readonly text: string; readonly vector: Float32Array }[]): void
}

export function createEmbeddingCache(database: SqliteDatabase): EmbeddingCache {
  const select = database.prepare<[Buffer, string], Buffer>('SELECT vector FROM embeddings WHERE text_sha256 = ? AND model_id = ?').pluck()
  const insert = database.prepare<[string, Buffer, Buffer]>('INSERT OR REPLACE INTO embeddings (model_id, text_sha256, vector) VALUES (?, ?, ?)')
  return {
    get(modelId, text, dimension) {
      const bytes = select.get(textKey(text), modelId)
      if (bytes?.byteLength !== dimension * 4) return undefined
      const vector = new Float32Array(dimension)
      new Uint8Array(vector.buffer).set(bytes)
      return isSound(vector) ? vector : undefined
    },
    put: database.transaction((modelId: string, entries: Parameters<EmbeddingCache['put']>[1]) => {
      for (const { text, vector } of entries) {
        if (!isSound(vector)) throw new CodedError('embedding_failed', '向量模型给出了无效的数值，无法建立语义索引。请检查模型文件是否完整。')
        insert.run(modelId, textKey(text), Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength))
      }
    }).immediate,
  }
}

/** Of unit length, or zero (an empty text); this also finds components that are not finite. */
function isSound(vector: Float32Array): boolean {
  let square = 0
  for (const component of vector) square += component * component
  return square === 0 || Math.abs(square - 1) < 1e-2
}
