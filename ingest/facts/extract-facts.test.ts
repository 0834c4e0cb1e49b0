import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectInProportion } from '../../tests/support/in-proportion.ts'
import { createFactExtractor } from './extract-facts.ts'

const facets = { year: 2030, place: '河西市', tense: null }
const extract = createFactExtractor()
const facts = (text: string): string[] =>
  extract({ text, facets }).map(({ indicator, attribute, direction, quantity }) =>
    [indicator, attribute, direction ?? '', quantity.figureText + quantity.unit].filter((part) => part !== '').join(' '),
  )

describe('extractFacts', () => {
  it('carries the subject over to the next clause', () => {
    expect(facts('预计全年地区生产总值完成512.3亿元，同比增长7%；规上工业增加值增长11%')).toEqual([
      '地区生产总值 level 512.3亿元',
      '地区生产总值 growth up 7%',
      '规模以上工业增加值 growth up 11%',
    ])
  })

  it('gives the figure that a growth began with the year it names, and the others their own', () => {
    const years = extract({ text: '水渠长度从2025年的300公里增长到480公里，灌溉面积50万亩', facets }).map(({ year }) => year)
    expect(years).toEqual([2025, 2030, 2030])
  })

  it('gives each name of an enumeration its figure', () => {
    expect(facts('教育、医疗、养老支出分别增长5%、6%、7%')).toEqual(['教育支出 growth up 5%', '医疗支出 growth up 6%', '养老支出 growth up 7%'])
    expect(facts('力争锌、锡产业产值分别达到120亿元、23亿元')).toEqual(['锌产业产值 level 120亿元', '锡产业产值 level 23亿元'])
    expect(facts('卫生厕所普及率和污水治理率分别达到88%和70%')).toEqual(['卫生厕所普及率 rate 88%', '污水治理率 rate 70%'])
    expect(facts('城乡居民人均可支配收入分别增长4.3%和6.4%')).toEqual([
      '城镇居民人均可支配收入 growth up 4.3%',
      '农村居民人均可支配收入 growth up 6.4%',
    ])
  })

  it('names counts by what is done and what is counted', () => {
    expect(facts('新建30个便民生活圈')).toEqual(['新建便民生活圈 count 30个'])
    expect(facts('改造城镇老旧小区56个、174.3万平方米')).toEqual(['改造城镇老旧小区 count 56个', '改造城镇老旧小区 level 174.3万平方米'])
    expect(facts('引进高层次人才团队35个以上、紧缺人才800人')).toEqual(['引进高层次人才团队 count 35个', '引进紧缺人才 level 800人'])
  })

  it('tells change, base, share and rank from level', () => {
    expect(facts('竣工率63%，较2029年提高12个百分点')).toEqual(['竣工率 rate 63%', '竣工率 change up 12个百分点'])
    expect(facts('本地配套率由32%提高到55%')).toEqual(['本地配套率 base 32%', '本地配套率 rate 55%'])
    expect(facts('地区生产总值从2025年的900亿元增加到2030年的1300亿元')).toEqual(['地区生产总值 base 900亿元', '地区生产总值 level 1300亿元'])
    expect(facts('贷款规模由上年的18亿元增加到95亿元')).toEqual(['贷款规模 base 18亿元', '贷款规模 level 95亿元'])
    expect(facts('新建项目占比超过60%')).toEqual(['新建项目占比 share 60%'])
    expect(facts('粮食产量居全省第一')).toEqual(['粮食产量 rank 一'])
    expect(facts('万元产值用水量下降25%')).toEqual(['万元产值用水量 growth down 25%'])
  })

  it('takes year and tense from the clause before those of the sentence', () => {
    const read = extract({ text: '2029年完成投资20亿元，2031年力争达到30亿元，较2020年增加10亿元', facets })
    expect(read.map(({ year }) => year)).toEqual([2029, 2031, 2031])
    expect(read.map(({ tense }) => tense)).toEqual([null, 'target', null])
    expect(read[0]?.place).toBe('河西市')
  })

  it('reads a list line as a target when its lead-in announces targets', () => {
    const [fact] = extract({ text: '- 固定资产投资增长8%以上；', facets, leadIn: '2031年主要预期目标：' })
    expect(fact).toMatchObject({ indicator: '固定资产投资', tense: 'target' })
  })

  it('reads ratios, and where their change starts', () => {
    const read = (text: string) =>
      extract({ text, facets }).map(({ indicator, attribute, range }) => [indicator, attribute, text.slice(range.start, range.end)])
    expect(read('城乡居民收入比从2.50:1缩小至2.27:1。')).toEqual([
      ['城乡居民收入比', 'base', '2.50:1'],
      ['城乡居民收入比', 'level', '2.27:1'],
    ])
    expect(read('收入倍差由1.96缩小至1.81。')).toEqual([
      ['城乡居民收入比', 'base', '1.96'],
      ['城乡居民收入比', 'level', '1.81'],
    ])
    expect(read('会议从8:10开到11:30。')).toEqual([])
  })

  it('names a change by the topic that the clause before begins with', () => {
    const facts = extract({ text: '粮食总产量在上年大幅度增长的基础上，又增产291亿斤，达到9680亿斤。', facets })
    expect(facts.map(({ indicator, attribute }) => [indicator, attribute])).toEqual([
      ['粮食产量', 'change'],
      ['粮食产量', 'level'],
    ])
  })

  it('goes on with the thing that passed a step', () => {
    const read = (text: string) =>
      extract({ text, facets })
        .filter(({ attribute }) => attribute === 'level')
        .map(({ indicator, range }) => [indicator, text.slice(range.start, range.end)])
    expect(read('经济规模壮大，地区生产总值迈上3万亿元台阶，达到30661亿元。')).toEqual([['地区生产总值', '30661亿元']])
    expect(read('地区生产总值连续迈上4个万亿元台阶、达9.2万亿元、年均增长5.7%。')).toEqual([['地区生产总值', '9.2万亿元']])
    expect(read('存款余额跨过两个百亿元大关、超过600亿元。')).toEqual([['存款余额', '超过600亿元']])
  })

  it('gives ranges in the sentence as printed', () => {
    const text = '全年旅游收入 29.5 亿元， 增长 4%。'
    const [first, second] = extract({ text, facets })
    expect(text.slice(first?.range.start, first?.range.end)).toBe('29.5 亿元')
    expect(text.slice(second?.clause.start, second?.clause.end)).toBe('增长 4%')
  })

  it('survives any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('增', '长', '分', '别', '5', '%', '、', '，', '和', '个', '“', '(', '的', '由', '到', ' ') }),
        (text) => {
          for (const fact of extract({ text, facets })) expect(fact.clause.start).toBeLessThanOrEqual(fact.quantity.figureRange.start)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('takes linear time on 100,000 characters', () => {
    expectInProportion(
      100_000,
      (chars) => '教育支出增长5%、'.repeat(chars / 9),
      (text) => extract({ text, facets }),
    )
  })
})
