import { describe, expect, it } from 'vitest'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { periodOf, periodOfQuote } from './period-of.ts'

const rowOf = (text: string, year: number | null = 2030): SentenceRow =>
  ({ document: { periods: ['五年来'] }, sentence: { index: 0, text, facets: { year } } }) as unknown as SentenceRow

describe('periodOf', () => {
  it.each<[string, string | null]>([
    ['水渠从30公里增加到60公里。', '五年来'],
    ['水渠增加到60公里，相当于1950年到1990年的总和。', '五年来'],
    ['2030年水渠增加到60公里。', null],
    ['水渠比上年增加9%。', null],
    ['在提高质量的基础上年均增加9%。', '五年来'],
    ['灌溉面积从2025年的30万亩增长到2030年的60万亩、实现翻番，水渠达到60公里。', '五年来'],
  ])('%s %s', (text, period) => expect(periodOf(rowOf(text))).toBe(period))
})

describe('periodOfQuote', () => {
  const row = rowOf('水渠增加到60公里，水库从3座增加到9座，2030年修闸门8座，新打机井5眼，灌溉面积年均增长3%。')

  it.each<[string, string | null]>([
    ['水库从3座增加到9座', '五年来'],
    ['2030年修闸门8座', null],
    ['新打机井5眼', null],
    ['灌溉面积年均增长3%', '五年来'],
    ['水库从3座增加到9座，2030年修闸门8座', null],
  ])('%s: %s', (quote, period) => expect(periodOfQuote(row, quote)).toBe(period))
})

describe('periodOfQuote of what grew between two years', () => {
  const row = rowOf('灌溉面积从2025年的30万亩增长到2030年的60万亩，水渠达到60公里。')

  it.each<[string, string | null]>([
    ['水渠达到60公里', '五年来'],
    ['灌溉面积从2025年的30万亩增长到2030年的60万亩', null],
  ])('%s: %s', (quote, period) => expect(periodOfQuote(row, quote)).toBe(period))
})
