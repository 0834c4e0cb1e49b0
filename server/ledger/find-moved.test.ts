import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMoved } from './find-moved.ts'

test('what stands out of order is what was moved', () => {
  expect([...findMoved([0, 1, 2, 3])]).toEqual([])
  expect([...findMoved([0, 5, 1, 2, 3])]).toEqual([1])
  expect([...findMoved([3, 0, 1, 2])]).toEqual([0])
  expect([...findMoved([])]).toEqual([])
})

test('without the moved ones the rest rises, and no item more could have stayed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(30), { maxLength: 9 }), (positions) => {
      const moved = findMoved(positions)
      const stayed = positions.filter((_, index) => !moved.has(index))
      expect(stayed).toEqual(stayed.toSorted((a, b) => a - b))
      expect(stayed.length).toBe(longestRise(positions))
    }),
  )
})

/** By trying every subset. */
function longestRise(positions: readonly number[]): number {
  let best = 0
  for (let subset = 0; subset < 1 << positions.length; subset++) {
    const chosen = positions.filter((_, index) => (subset >> index) & 1)
    if (chosen.every((value, index) => index === 0 || (chosen[index - 1] ?? 0) < value)) best = Math.max(best, chosen.length)
  }
  return best
}
