import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldPairs, holdsPairs } from './shingles.ts'

describe('holdsPairs', () => {
  it('agrees with the share of held pairs', () => {
    const text = fc.string({ unit: fc.constantFrom('粮', '仓', '渠', '水'), maxLength: 8 })
    fc.assert(
      fc.property(text, text, fc.constantFrom(0.3, 0.6, 1), (wanted, held, share) => {
        expect(holdsPairs(wanted, held, share)).toBe(heldPairs(wanted, held) >= share)
      }),
    )
  })
})
