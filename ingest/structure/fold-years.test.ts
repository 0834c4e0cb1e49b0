import { describe, expect, it } from 'vitest'
import { foldYears } from './fold-years.ts'

describe('foldYears', () => {
  it.each([
    ['２０２９年修渠３公里', '2029年修渠3公里'],
    ['二〇二九年修渠三公里', '2029年修渠三公里'],
    ['二0二九年修渠三公里', '2029年修渠三公里'],
    ['一九八○年至一九八五年', '1980年至1985年'],
    ['2 0 2 9 年修渠', '   2029 年修渠'],
    ['２０２６－２０３０年', '2026-2030年'],
    ['共有二三千年历史', '共有二三千年历史'],
    ['2029年修渠3 4 公里', '2029年修渠3 4 公里'],
  ])('reads %s as %s, of the same length', (text, folded) => {
    expect(foldYears(text)).toBe(folded)
    expect(folded).toHaveLength(text.length)
  })
})
