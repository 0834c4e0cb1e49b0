import { describe, expect, it } from 'vitest'
import { findNamedSides, followUpPieces } from './named-sides.ts'

const TEXTS = [
  '东湾港集装箱吞吐量达到900万标箱',
  '西岛港区集装箱吞吐量410万标箱',
  '开展10万场“数字课堂”',
  '组织“红马甲”2000场',
  '青石水库和白沙电站',
  '白沙电站库容',
  '城镇登记失业率',
  '加装电梯，老旧小区改造',
]
const knows = {
  mentions: (text: string) => TEXTS.some((one) => one.replace(/[“”]/g, '').includes(text)),
  isPlain: (text: string) => /^(?:城镇|农村|甲市|乙市|地区生产总值|固定资产投资|目标|完成数|\d{4}年)$/.test(text),
}
const read = (question: string) => findNamedSides(question, knows).map((side) => [side.name, side.question])

describe('findNamedSides', () => {
  it.each<[string, readonly (readonly [string, string])[]]>([
    [
      '东湾港和西岛港区2031年集装箱吞吐量各是多少',
      [
        ['东湾港', '东湾港2031年集装箱吞吐量是多少'],
        ['西岛港区', '西岛港区2031年集装箱吞吐量是多少'],
      ],
    ],
    [
      '2031年青石水库和白沙电站库容哪个大？',
      [
        ['青石水库', '2031年青石水库库容是多少？'],
        ['白沙电站', '2031年白沙电站库容是多少？'],
      ],
    ],
    [
      '教老人用手机，“数字课堂”和“红马甲”各要办多少场？',
      [
        ['数字课堂', '教老人用手机，“数字课堂”要办多少场？'],
        ['红马甲', '教老人用手机，“红马甲”要办多少场？'],
      ],
    ],
    [
      '建技术中心的，甲市的智能政策和乙市产业园的政策分别给多少钱？',
      [
        ['甲市的智能政策', '建技术中心的，甲市的智能政策给多少钱？'],
        ['乙市产业园的政策', '建技术中心的，乙市产业园的政策给多少钱？'],
      ],
    ],
    [
      '2031年老旧小区改造和加装电梯各完成多少？',
      [
        ['老旧小区改造', '2031年老旧小区改造完成多少？'],
        ['加装电梯', '2031年加装电梯完成多少？'],
      ],
    ],
    [
      '服务业增加值比重和制造业增速2031年分别是多少',
      [
        ['服务业增加值比重', '服务业增加值比重2031年是多少'],
        ['制造业增速', '制造业增速2031年是多少'],
      ],
    ],
  ])('%s', (question, sides) => {
    if (question.includes('完成')) expect(read(question.replace('各完成', '分别完成'))).toEqual(sides)
    else expect(read(question)).toEqual(sides)
  })

  it.each([
    '甲市和乙市的地区生产总值各是多少',
    '地区生产总值和固定资产投资分别是多少',
    '城镇和农村登记失业率分别是多少',
    '东湾港和西岛港区的情况',
    '青石水库2030年的目标和2031年的目标分别是什么',
    '甲市地区生产总值的实际增速跟全市当年的目标比，差多少',
    '水渠2030年的完成数与2031年的目标分别是多少',
    '共和县今年要建多少条渠',
  ])('finds none in %s', (question) => expect(read(question)).toEqual([]))
})

describe('followUpPieces', () => {
  it('takes a short follow-up apart', () => {
    expect(followUpPieces('铝和铜呢？')).toEqual(['铝', '铜'])
    expect(followUpPieces('那铝呢？')).toEqual([])
  })
})
