import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseChineseInteger } from './numerals.ts'

const DIGITS = '零一二三四五六七八九'

/** Writes 1 to 9999 as it is read aloud: 2035 → 二千零三十五, 16 → 十六. */
function writeNumber(value: number): string {
  let text = ''
  let skipped = false
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) skipped ||= text !== ''
    else {
      text += `${skipped ? '零' : ''}${digit === 1 && unit === 10 && text === '' ? '' : DIGITS[digit]}${name}`
      skipped = false
    }
  }
  return text
}

describe('parseChineseInteger', () => {
  it.each([
    ['十', 10],
    ['十六', 16],
    ['二十', 20],
    ['一百零五', 105],
    ['二〇三四', 2034],
    ['二○三四', 2034],
    ['两千', 2000],
    ['三千零八', 3008],
    ['一万', 10_000],
    ['十二万三千', 123_000],
    ['二亿五千万', 250_000_000],
    ['三亿零四百', 300_000_400],
    ['一万亿', 1_000_000_000_000],
    ['万', 10_000],
    ['１２', 12],
    ['007', 7],
    [' 2 0 3 4 ', 2034],
    ['零', 0],
  ])('reads %s as %i', (text, value) => {
    expect(parseChineseInteger(text)).toBe(value)
  })

  it.each(['', ' ', '1.5', '-3', '第三', '三个', '１２％', 'xii', '3十', '1234567890123456'])('does not read “%s”', (text) => {
    expect(parseChineseInteger(text)).toBeNull()
  })

  it('reads every number up to 9999 as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(parseChineseInteger(writeNumber(value))).toBe(value)
      }),
    )
  })
})
