import { describe, expect, it } from 'vitest'
import { inSimplified } from './convert-script.ts'

describe('inSimplified', () => {
  it('reads a text in traditional characters in simplified ones, character by character', () => {
    const printed = '運河兩岸的農業開始發展，這個縣的漁產比過去多一萬擔。'
    const read = inSimplified(printed)
    expect(read).toBe('运河两岸的农业开始发展，这个县的渔产比过去多一万担。')
    expect(read).toHaveLength(printed.length)
  })

  it('leaves a text alone that only names something so', () => {
    const text = `${'运河两岸的农业开始发展。'.repeat(100)}“國泰號”通航。`
    expect(inSimplified(text)).toBe(text)
  })
})
