import { describe, expect, it } from 'vitest'
import { createFactExtractor } from '../../../ingest/facts/extract-facts.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { isOfPeriod } from './fact-cells.ts'

const extract = createFactExtractor()

describe('isOfPeriod', () => {
  it.each<[string, boolean]>([
    ['2031年与2026年相比，地区生产总值增长57.3%。', true],
    ['地区生产总值比2026年增长57.3%。', true],
    ['地区生产总值年均增长9.5%。', true],
    ['五年来，地区生产总值增长57.3%。', true],
    ['地区生产总值比上年增长9.9%。', false],
    ['地区生产总值比2030年增长9.9%。', false],
  ])('%s: %s', (text, of) => {
    const fact = extract({ text, facets: { year: 2031, place: null, tense: 'actual' } }).at(-1)
    expect(fact && isOfPeriod({ row: { row: 0, sentence: { text } } as SentenceRow, fact })).toBe(of)
  })
})
