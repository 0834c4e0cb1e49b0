import { describe, expect, it } from 'vitest'
import { askedPartsOfYear, partsOfYearIn } from './parts-of-year.ts'

describe('partsOfYearIn', () => {
  it.each<[string, readonly string[]]>([
    ['青江市上半年进出口', ['1—6月']],
    ['青江市2030年1—6月进出口', ['1—6月']],
    ['前6个月', ['1—6月']],
    ['前三季度', ['1—9月']],
    ['1至9月份', ['1—9月']],
    ['一季度', ['1—3月']],
    ['2030年第一季度', ['1—3月']],
    ['首季', ['1—3月']],
    ['三季度比二季度', ['7—9月', '4—6月']],
    ['一至二月', ['1—2月']],
    ['10月份', ['10—10月']],
    ['十一月', ['11—11月']],
    ['连续12个季度', []],
    ['春节期间', ['春节']],
    ['春节档票房', []],
    ['3个月', []],
    ['2030年', []],
    ['按季度调度', []],
  ])('%s', (text, parts) => expect(partsOfYearIn(text)).toEqual(parts))
})

describe('askedPartsOfYear', () => {
  it('takes no deadline, day or beginning for a part', () => {
    expect(askedPartsOfYear('6月底前要建多少座桥', [])).toEqual([])
    expect(askedPartsOfYear('3月5日到了多少人', [])).toEqual([])
    expect(askedPartsOfYear('10月起补贴多少', [])).toEqual([])
  })
  it('takes the part of the turn before unless the whole year is asked for', () => {
    const focus = [{ text: '一季度进出口', weight: 1 }]
    expect(askedPartsOfYear('那青江市呢', focus)).toEqual(['1—3月'])
    expect(askedPartsOfYear('那全年呢', focus)).toEqual([])
  })
})
