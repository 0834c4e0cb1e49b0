import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printedQuote } from './printed-quote.ts'

describe('printedQuote', () => {
  it('joins Chinese lines, and leaves the space between other words', () => {
    expect(printedQuote('项目已全\n\n  部完工。')).toBe('项目已全部完工。')
    expect(printedQuote('增长8%，\r\n其中')).toBe('增长8%，其中')
    expect(printedQuote('Wi-Fi\n6 设备')).toBe('Wi-Fi\n6 设备')
    expect(printedQuote('已全 部完工 3 个')).toBe('已全部完工 3 个')
  })

  it('changes nothing but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('全', '部', '8', 'a', '，', ' ', '\n', '\r', '\t') }), (quote) => {
        expect(printedQuote(quote).replace(/\s/g, '')).toBe(quote.replace(/\s/g, ''))
      }),
    )
  })
})
