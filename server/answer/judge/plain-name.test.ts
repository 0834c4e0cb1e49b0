import { describe, expect, it } from 'vitest'
import { openSegmenter } from '../../../ingest/text/open-segmenter.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { readPlainName } from './plain-name.ts'

const { segmenter } = await openSegmenter()

const nameIn = (asked: string, focus: readonly string[] = [asked]): string | null =>
  readPlainName({
    intent: { asked, places: [{ name: '青江市' }], focus: focus.map((text) => ({ text, weight: 1 })) },
    segmenter,
  } as unknown as AnswerContext)

describe('the name that a question consists of', () => {
  it.each([
    ['青江市钢铁产业产值目标', '钢铁产业产值'],
    ['去年青江旅客吞吐量是多少？', '旅客吞吐量'],
    ['青江高速公路通车里程有多少公里', '高速公路通车里程'],
    ['农村自来水普及率', '农村自来水普及率'],
    ['新能源装机规模多大？', '新能源装机规模'],
    ['2030年风电装备产业产值力争达到多少', '风电装备产业产值'],
    ['文化创意产业园营收', '文化创意产业园营收'],
    ['青江高标准农田今年要建多少', '高标准农田'],
  ])('%s', (asked, name) => expect(nameIn(asked)).toBe(name))

  it('may stand behind what is done to it', () => {
    expect(nameIn('今年新增多少个普惠托位？', ['新增', '普惠托位'])).toBe('普惠托位')
  })

  it.each([
    '打算盖多少家高档酒店？',
    '帮打工人讨回来多少钱？',
    '有多少辆货车装上了在线监控',
    '旅居的人平均住多久？',
    '居民收入增长多少，物价涨了多少？',
    '哪家企业是乳业第一股？',
    '中小学放不放春秋假？',
  ])('is none in %s', (asked) => expect(nameIn(asked)).toBeNull())
})
