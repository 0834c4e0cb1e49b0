import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OffsetMap } from './offset-map.ts'

const rising = fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 40 }).map((offsets) => offsets.toSorted((a, b) => a - b))

describe('OffsetMap', () => {
  it('maps each range to the range from its first to its last character', () => {
    const map = new OffsetMap(Int32Array.from([2, 3, 7, 8]))
    expect(map.length).toBe(4)
    expect(map.toOriginal({ start: 0, end: 2 })).toEqual({ start: 2, end: 4 })
    expect(map.toOriginal({ start: 1, end: 3 })).toEqual({ start: 3, end: 8 })
    expect(map.toOriginal({ start: 0, end: 4 })).toEqual({ start: 2, end: 9 })
  })

  it('keeps order: ranges that follow one another do so in the original', () => {
    fc.assert(
      fc.property(rising, fc.nat(), (offsets, cut) => {
        const map = new OffsetMap(Int32Array.from(offsets))
        const at = 1 + (cut % offsets.length)
        const first = map.toOriginal({ start: 0, end: at })
        expect(first.end).toBeGreaterThan(first.start)
        if (at < offsets.length) expect(map.toOriginal({ start: at, end: offsets.length }).start).toBeGreaterThanOrEqual(first.end)
      }),
    )
  })

  it.each([
    [0, 0],
    [2, 1],
    [-1, 1],
    [0, 4],
    [3, 4],
  ])('refuses [%i, %i) of three characters', (start, end) => {
    expect(() => new OffsetMap(Int32Array.from([0, 1, 2])).toOriginal({ start, end })).toThrow(RangeError)
  })
})
