import { createHash } from 'node:crypto'
import type { Embedder } from '../../ingest/embedding/embedder.ts'

/**
 * A deterministic embedder for tests that need vectors but no meaning: each character and bigram points in a direction given by its hash, so
 * texts that share characters are near each other. Not for measuring retrieval.
 */
export function createHashEmbedder(dimension = 32): Embedder {
  return {
    id: `hash-for-tests@${dimension}`,
    dimension,
    embed: (texts) => Promise.resolve(texts.map((text) => embedText(text, dimension))),
    close: () => Promise.resolve(),
  }
}

function embedText(text: string, dimension: number): Float32Array {
  const vector = new Float32Array(dimension)
  const characters = Array.from(text.normalize('NFKC').replace(/\s+/gu, ''))
  const grams = characters.flatMap((character, index) => [character, character + (characters[index + 1] ?? '')])
  for (const gram of grams) {
    const digest = createHash('sha256').update(gram).digest()
    for (let i = 0; i < dimension; i++) vector[i] = (vector[i] ?? 0) + ((digest[i % digest.length] ?? 0) - 127.5)
  }
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map((value) => value / length)
}
