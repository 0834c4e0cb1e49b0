import { createCentring } from './centre-vectors.ts'
import { CENTRING_TEXTS } from './centring-texts.ts'
import type { SentenceEncoder } from './sentence-encoder.ts'

/** The encoder with its vectors centred; runs it once over the centring texts. */
export async function centreEncoder(encoder: SentenceEncoder): Promise<SentenceEncoder> {
  const { dimension } = encoder
  const rowsOf = (values: Float32Array): Float32Array[] =>
    Array.from({ length: values.length / dimension }, (_, row) => values.subarray(row * dimension, (row + 1) * dimension))
  const centre = createCentring(rowsOf(await encoder.encode(CENTRING_TEXTS)))
  return {
    dimension,
    async encode(texts) {
      const values = await encoder.encode(texts)
      rowsOf(values).forEach((row, index) => {
        values.set(centre(row), index * dimension)
      })
      return values
    },
  }
}
