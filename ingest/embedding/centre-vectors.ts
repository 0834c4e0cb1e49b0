/** Takes what all texts have in common out of a vector and brings it back to unit length. A zero vector stays. */
export type Centring = (vector: Float32Array) => Float32Array

/**
 * Most encoders put all their texts into a narrow cone: any two of them are alike. Without the mean, cosines are about nothing between strangers, as they are
 * with the shipped encoder, for which the weights and thresholds were measured.
 *
 * @param samples vectors of texts of many kinds, at least one, all of one length
 */
export function createCentring(samples: readonly Float32Array[]): Centring {
  const [first] = samples
  if (first === undefined) throw new RangeError('Cannot centre without samples')
  const mean = new Float64Array(first.length)
  for (const sample of samples) for (let i = 0; i < mean.length; i += 1) mean[i] = (mean[i] ?? 0) + (sample[i] ?? 0) / samples.length
  return (vector) => {
    if (vector.every((component) => component === 0)) return vector
    const centred = vector.map((component, i) => component - (mean[i] ?? 0))
    const length = Math.hypot(...centred)
    // A text that is the mean itself has nothing of its own left.
    return length < 1e-6 ? new Float32Array(vector.length) : centred.map((component) => component / length)
  }
}
