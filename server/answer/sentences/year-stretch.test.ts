import { describe, expect, it } from 'vitest'
import { yearOfQuote, yearStretches, yearsTold } from './year-stretch.ts'

const TWO = '到2030年底，全县水渠达到60公里以上，增长4%；到2031年底，全县水渠突破70公里，灌溉农田9万亩。'

describe('yearStretches', () => {
  it('cuts a sentence that tells of one year after the other', () => {
    expect(yearStretches(TWO)).toEqual([
      { year: 2030, text: '到2030年底，全县水渠达到60公里以上，增长4%；', start: 0 },
      { year: 2031, text: '到2031年底，全县水渠突破70公里，灌溉农田9万亩。', start: 26 },
    ])
  })

  it.each([
    '到2030年底，全县水渠达到60公里以上，灌溉农田9万亩。',
    '全县水渠60公里，比2029年多10公里。',
    '水渠从2025年的30公里增加到2030年的60公里，灌溉农田9万亩。',
    '2030年修渠60公里，比2029年多10公里。',
    '全县水渠60公里。',
  ])('%s tells of one', (sentence) => expect(yearStretches(sentence)).toEqual([]))
})

describe('a sentence that comes to another year', () => {
  it.each<[string, string, number | null]>([
    ['今年修渠60公里，到2034年水渠总长达到300公里，灌溉农田9万亩。', '灌溉农田9万亩', 2034],
    ['今年修渠60公里，到2034年水渠总长达到300公里，灌溉农田9万亩。', '今年修渠60公里', null],
    ['过去修渠６０公里，２０３４年修渠３００公里，灌溉农田９万亩。', '灌溉农田９万亩', 2034],
  ])('%s: %s: %s', (sentence, quote, year) => expect(yearOfQuote(sentence, quote)).toBe(year))
})

describe('yearOfQuote', () => {
  it.each<[string, number | null]>([
    ['全县水渠达到60公里以上', 2030],
    ['全县水渠突破70公里', 2031],
    [TWO, null],
    ['全县水渠长度', null],
  ])('%s: %s', (quote, year) => expect(yearOfQuote(TWO, quote)).toBe(year))
})

it('a year that a text compares with is none that it tells of', () => {
  expect(yearsTold('2031年修渠9公里，比2030年增长5%')).toEqual([2031])
  expect(yearsTold('在《水渠养护办法（2030年版）》的基础上修订')).toEqual([])
})
