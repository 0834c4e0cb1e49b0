import type { Embedder } from '../../ingest/embedding/embedder.ts'

/** About 1 kB each. */
const MAX_REMEMBERED = 10_000

/**
 * The encoder with its last vectors kept: the clauses that questions are compared with are often the same ones. For encoders whose vectors do not depend on the
 * other texts of a batch; else an answer would depend on what was asked before.
 */
export function rememberVectors(embedder: Pick<Embedder, 'embed'>, limit: number = MAX_REMEMBERED): Embedder['embed'] {
  const known = new Map<string, Float32Array>()
  return async (texts) => {
    const unknown = [...new Set(texts.filter((text) => !known.has(text)))]
    const fresh = new Map<string, Float32Array>()
    if (unknown.length > 0) {
      const vectors = await embedder.embed(unknown)
      for (const [index, text] of unknown.entries()) fresh.set(text, vectors[index] ?? new Float32Array(0))
    }
    const found = texts.map((text) => fresh.get(text) ?? known.get(text) ?? new Float32Array(0))
    if (known.size + fresh.size > limit) known.clear()
    for (const [text, vector] of fresh) known.set(text, vector)
    return found
  }
}
