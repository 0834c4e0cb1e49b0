import { describe, expect, it } from 'vitest'
import { createIndicatorGrouping } from '../../../ingest/facts/group-indicators.ts'
import { type CitedSentence, createStatementVerifier } from './verify-statement.ts'

const verify = createStatementVerifier(createIndicatorGrouping())
const result: CitedSentence = {
  quote: '全市地区生产总值完成 512.3 亿元，同比增长 7%；城镇新增就业 3.5 万人，全年未发生重大事故。',
  year: 2029,
  place: '河西市',
  tense: 'actual',
}
const target: CitedSentence = {
  quote: '力争铝、铜产业产值分别达到1200亿元、230亿元，万元产值用水量较2020年下降25%。',
  year: 2030,
  place: '河西市',
  tense: 'target',
}
const kinds = (text: string, cited: readonly CitedSentence[]): string[] => verify({ text }, cited).problems.map(({ kind }) => kind)

describe('verifyStatement', () => {
  it.each([
    ['城镇新增就业3.5万人', result],
    ['2029年，河西市GDP为512.3亿元，增速7%。', result],
    ['河西市2029年新增城镇就业35,000人[1]。', result],
    ['2029年河西市未发生重大事故。', result],
    ['2030年河西市铜产业产值力争达到230亿元、铝产业产值达到1200亿元。', target],
    ['万元产值用水量比2020年下降25%。', target],
  ])('supports %s', (text, cited) => {
    expect(verify({ text }, [cited])).toEqual({ verdict: 'supported', problems: [] })
  })

  it.each([
    ['2029年河西市地区生产总值为513.3亿元。', result, 'figure'],
    ['河西市地区生产总值为512.3万元。', result, 'unit'],
    ['2030年铝产业产值达到230亿元，铜产业产值达到1200亿元。', target, 'indicator'],
    ['2028年河西市地区生产总值512.3亿元。', result, 'year'],
    ['2029年东山市地区生产总值512.3亿元。', result, 'place'],
    ['2029年河西市力争地区生产总值达到512.3亿元。', result, 'tense'],
    ['铝产业产值已达到1200亿元。', target, 'tense'],
    ['2029年河西市发生重大事故。', result, 'negation'],
    ['2029年河西市地区生产总值下降7%。', result, 'figure'],
    ['2020年万元产值用水量下降25%。', target, 'year'],
  ])('finds what is wrong with %s', (text, cited, kind) => {
    expect(verify({ text }, [cited]).verdict).toBe('mismatch')
    expect(kinds(text, [cited])).toContain(kind)
  })

  it('calls a statement without a source, or with one that speaks of something else, unsupported', () => {
    expect(verify({ text: '增长7%' }, [])).toMatchObject({ verdict: 'unsupported', problems: [{ kind: 'no-citation' }] })
    expect(verify({ text: '新建幼儿园和养老机构若干' }, [result]).verdict).toBe('unsupported')
  })

  it('does not take a part of a number for the number', () => {
    expect(verify({ text: '城镇新增就业5万人' }, [result]).verdict).toBe('mismatch')
    expect(verify({ text: '增长 7%；城镇新增就业 3' }, [result]).verdict).not.toBe('supported')
  })

  it('keeps years and places of several citations apart', () => {
    const next: CitedSentence = { quote: '地区生产总值增长8%左右。', year: 2030, place: '河西市', tense: 'target' }
    expect(verify({ text: '地区生产总值2029年增长7%，2030年目标增长8%左右。' }, [result, next]).verdict).toBe('supported')
    expect(kinds('地区生产总值2029年增长8%，2030年增长7%。', [result, next])).toContain('year')
    const district: CitedSentence = { quote: '地区生产总值增长9%。', year: 2029, place: '临江区', tense: 'actual' }
    expect(kinds('河西市地区生产总值增长9%，临江区地区生产总值增长7%。', [result, district])).toContain('place')
  })

  it('checks the year and place that a table gives to a cell', () => {
    expect(verify({ text: '地区生产总值增长率7%', year: 2029, place: '河西市' }, [result]).verdict).toBe('supported')
    expect(verify({ text: '地区生产总值增长率7%', year: 2027, place: '河西市' }, [result]).verdict).toBe('mismatch')
  })

  it('recognises known places without their suffix', () => {
    const knowing = createStatementVerifier(createIndicatorGrouping(), ['东山'])
    expect(knowing({ text: '东山地区生产总值512.3亿元' }, [result]).problems.map(({ kind }) => kind)).toContain('place')
  })
})
