import { expect, it } from 'vitest'
import { createCentring } from './centre-vectors.ts'

it('takes out what the samples share and keeps unit length', () => {
  const centre = createCentring([Float32Array.of(0.6, 0.8), Float32Array.of(1, 0)])
  const centred = centre(Float32Array.of(0, 1))
  expect(centred[0]).toBeCloseTo(-0.8, 5)
  expect(centred[1]).toBeCloseTo(0.6, 5)
  expect(Math.hypot(...centred)).toBeCloseTo(1, 6)
})

it('leaves nothing of a text that has nothing of its own, and an empty one as it is', () => {
  const centre = createCentring([Float32Array.of(1, 0)])
  expect(centre(Float32Array.of(1, 0))).toEqual(Float32Array.of(0, 0))
  expect(centre(Float32Array.of(0, 0))).toEqual(Float32Array.of(0, 0))
  expect(() => createCentring([])).toThrow(RangeError)
})
