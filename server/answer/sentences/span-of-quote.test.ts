import { describe, expect, it } from 'vitest'
import { isOfNumberedSpan, spanOfQuote } from './span-of-quote.ts'

const MEAN = '2026年至2029年，水渠长度平均每年增长3%，灌溉面积增长5%，2030年水渠长度增长7%。'

describe('spanOfQuote', () => {
  it.each<[string, string, string | null]>([
    [MEAN, '水渠长度平均每年增长3%', '2026年至2029年'],
    [MEAN, '灌溉面积增长5%', '2026年至2029年'],
    [MEAN, '2026年至2029年，水渠长度平均每年增长3%', null],
    ['五年间，水渠增长１倍，２０３０年达到６０公里。', '水渠增长１倍', '五年间'],
    ['２０３０年同２０２６年相比，水渠增长百分之四十，达到８０公里。', '水渠增长百分之四十', '2030年同2026年相比'],
    ['2028年以来，修渠27公里，灌溉3万亩。', '修渠27公里', '2028年以来'],
    ['“十六五”规划草案提出，水渠长度年均增长5%。', '水渠长度年均增长5%', '“十六五”规划'],
    ['按照“十六五”规划，今年修渠27公里。', '今年修渠27公里', null],
    ['经过八年持续努力，修渠27公里。', '修渠27公里', '经过八年持续努力'],
    ['水渠从2026年的3公里增加到2030年的9公里，灌溉3万亩。', '灌溉3万亩', null],
    ['2030年，修渠27公里，灌溉3万亩。', '灌溉3万亩', null],
    ['五年间，水渠增长一倍；2030年，修渠27公里，灌溉3万亩。', '灌溉3万亩', null],
  ])('%s: %s: %s', (sentence, quote, span) => expect(spanOfQuote(sentence, quote)).toBe(span))
})

describe('isOfNumberedSpan', () => {
  it.each<[string, string, boolean]>([
    [MEAN, '灌溉面积增长5%', true],
    [MEAN, '2030年水渠长度增长7%', false],
    ['二〇二六年到二〇三〇年合计修渠三百公里。', '二〇二六年到二〇三〇年合计修渠三百公里', true],
    ['2028年以来，修渠27公里。', '修渠27公里', false],
    ['修渠27公里。', '修渠27公里', false],
  ])('%s: %s: %s', (sentence, quote, isOf) => expect(isOfNumberedSpan(sentence, quote)).toBe(isOf))
})
