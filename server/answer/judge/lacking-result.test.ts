import { describe, expect, it } from 'vitest'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { lackingResult } from './lacking-result.ts'

const contextOf = (asked: string, tense: 'target' | 'actual' | null, year: number): AnswerContext =>
  ({
    intent: {
      asked,
      years: [year],
      kind: 'value',
      expected: { kind: 'figure', unit: '' },
      tense,
      places: [{ name: '青江市' }],
      indicators: ['粮食产量'],
    },
    knowledge: { newestYear: 2031 },
  }) as unknown as AnswerContext

const rowOf = (tense: 'target' | 'actual', year: number): SentenceRow =>
  ({
    sentence: { text: '粮食产量稳定在9亿斤以上。', section: 0, facets: { tense, year, place: '青江市' } },
    document: { document: { sections: [], sentences: [], metadata: { year } } },
  }) as unknown as SentenceRow

const lackOf = (asked: string, asksFor: 'target' | null, told: 'target' | 'actual', year = 2030): string | null =>
  lackingResult(contextOf(asked, asksFor, year), { kind: 'answered', statements: [{ text: '粮食产量稳定在9亿斤以上', rows: [rowOf(told, year)] }] })

describe('lackingResult', () => {
  it('says that of a year gone by only the aim is held', () => {
    expect(lackOf('青江市去年粮食产量多少', null, 'target')).toBe('2030年青江市粮食产量的实际完成数（查到的是目标）')
  })
  it('says nothing where a result is told, an aim is asked for, rules pay it or the year goes on', () => {
    expect(lackOf('青江市去年粮食产量多少', null, 'actual')).toBeNull()
    expect(lackOf('青江市去年粮食产量目标多少', 'target', 'target')).toBeNull()
    expect(lackOf('青江市去年粮食补贴多少', null, 'target')).toBeNull()
    expect(lackOf('青江市今年粮食产量多少', null, 'target', 2031)).toBeNull()
  })
})
