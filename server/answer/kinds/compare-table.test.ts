import { describe, expect, it } from 'vitest'
import { createFactExtractor } from '../../../ingest/facts/extract-facts.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { apartOf, type ComparedSide, compareTable, differenceOf, extremesOf } from './compare-table.ts'

const extract = createFactExtractor()

function side(label: string, text: string): ComparedSide {
  const [fact] = extract({ text, facets: { year: 2031, place: label, tense: 'actual' } })
  if (!fact) throw new Error(`no figure in ${text}`)
  const row = { row: 0, sentence: { text, index: 0, facets: { year: 2031 } }, document: { periods: [] } } as unknown as SentenceRow
  return { scope: { years: [2031], places: [label] }, label, matched: { fact, row, figure: text.slice(fact.range.start, fact.range.end) } }
}

describe('extremesOf', () => {
  it('says the highest and the lowest of three', () => {
    const sides = [side('甲省', '粮食产量31亿公斤'), side('乙省', '粮食产量45亿公斤'), side('丙省', '粮食产量28亿公斤')]
    expect(extremesOf(sides)?.text).toBe('按上述各数比较（粮食产量），乙省最高（45亿公斤），丙省最低（28亿公斤）')
  })

  it('says which of two is more, whatever unit each is put in, and of bounds that it goes by the letter', () => {
    expect(extremesOf([side('甲省', '地区生产总值6.6万亿元'), side('乙省', '地区生产总值62661亿元')])?.text).toBe(
      '按上述两个数比较（地区生产总值），甲省高于乙省',
    )
    const bounded = [side('甲省', '粮食产量31亿公斤'), side('乙省', '粮食产量45亿公斤以上'), side('丙省', '粮食产量31亿公斤')]
    expect(extremesOf(bounded)?.text).toBe('按字面数（原文带有“以上”“左右”一类限定）比较（粮食产量），乙省最高（45亿公斤以上）')
  })

  it.each([
    [['粮食产量31亿公斤', '粮食产量45亿公斤', '粮食产量45亿公斤']],
    [['粮食产量31亿公斤', '居民收入45亿公斤']],
    [['粮食产量增长4%—5%', '粮食产量增长4.5%']],
    [['粮食产量31亿公斤', '粮食产量增长4.5%', '粮食产量28亿公斤']],
  ])('says nothing of %j', (texts) => expect(extremesOf(texts.map((text, i) => side(`${i}县`, text)))).toBeNull())
})

describe('apartOf', () => {
  it('says why an aim and a result tell no order, and nothing of two results', () => {
    const [a, b] = [side('甲省', '粮食产量31亿公斤'), side('乙省', '粮食产量45亿公斤')]
    const aim = { ...b, matched: { ...b.matched, fact: { ...b.matched.fact, tense: 'target' as const } } }
    expect(apartOf([a, aim])?.text).toBe('上述粮食产量的数一为目标、一为实绩，不宜直接比较高低')
    expect(apartOf([a, b])).toBeNull()
  })
})

describe('compareTable', () => {
  it('names the figures where they are of different scope', () => {
    const table = compareTable([side('甲省', '居民人均可支配收入增长4.6%'), side('乙省', '城镇居民人均可支配收入增长3.9%')])
    expect(table?.rows.map((row) => row.at(-1)?.text)).toEqual(['4.6%（居民人均可支配收入）', '3.9%（城镇居民人均可支配收入）'])
  })
})

describe('differenceOf', () => {
  it('subtracts figures of one measure alone', () => {
    expect(differenceOf([side('甲省', '粮食产量31亿公斤'), side('乙省', '粮食产量45亿公斤')])?.text).toBe(
      '按上述两个数计算（粮食产量），乙省比甲省高14亿公斤',
    )
    expect(differenceOf([side('甲省', '粮食产量31亿公斤'), side('乙省', '粮食产量增长4.5%')])).toBeNull()
  })
})
