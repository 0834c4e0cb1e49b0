import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

const CITY = `青江市2031年政府工作报告
——2031年1月8日在青江市第九届人民代表大会第三次会议上
青江市人民政府市长 王小青
各位代表：
一、“二五”时期发展成就
五年来，全市经济稳步壮大，地区生产总值年均增长5.9%；改造老旧小区210个，城镇新增就业32万人。
二、2030年工作回顾
过去一年，全市地区生产总值增长6.2%。上半年，灌渠修复抓紧推进，灌溉增长5%，补贴农户3万户。城镇新增就业6.4万人。公交客运量连续9年稳定在3000万人次以上。
文旅活动办出声势，带动住宿餐饮收入4.1亿元。公交客运总量达到3210万人次。规上装备工业增加值增长8.4%。
三、2031年工作安排
今年主要预期目标是：地区生产总值年均增长5%左右，城镇新增就业6万人。
`

let library: AnswerLibrary
beforeAll(async () => {
  library = await createAnswerLibrary({ '青江2031.txt': CITY })
})

describe('what five years brought', () => {
  it.each([
    ['五年来青江市地区生产总值年均增长多少？', '5.9%'],
    ['过去五年改造了多少个老旧小区？', '210个'],
    ['五年来城镇新增就业多少万人？', '32万人'],
  ])('is told of the five, not of their years one by one: %s', async (question, figure) => {
    const answer = await library.ask(question)
    expect(answer.statements[0]?.text).toContain(figure)
    expect(answer.answer).not.toContain('库中没有找到')
  })

  it('is no aim', async () => {
    const answer = await library.ask('过去五年地区生产总值年均增长多少？')
    expect(answer.answer).not.toContain('5%左右')
  })
})

describe('a figure of a part', () => {
  it('is none of the whole', async () => {
    expect((await library.ask('青江市2030年规上工业增加值增长多少？')).outcome).toBe('abstained')
    expect((await library.ask('青江市灌渠产业收入每年至少涨多少？')).outcome).toBe('abstained')
    expect((await library.ask('青江市2030年规上装备工业增加值增长多少？')).answer).toContain('8.4%')
  })

  it('of another thing is told for none that is written in letters', async () => {
    expect((await library.ask('青江市2030年补贴5G农户多少户？')).outcome).toBe('abstained')
  })

  it('stands beside another that is asked for behind it', async () => {
    const { answer } = await library.ask('青江市2030年地区生产总值增长多少？城镇新增就业呢')
    expect(answer).toContain('6.2%')
    expect(answer).toContain('6.4万人')
  })

  it('of the year is told with it', async () => {
    const answer = await library.ask('青江市2030年补贴农户多少户？')
    expect(answer.answer).toContain('上半年')
    expect(answer.answer).toContain('3万户')
  })

  it('of what something brought about is told with what did', async () => {
    const answer = await library.ask('青江市2030年住宿餐饮收入多少亿元？')
    expect(answer.answer).toContain('文旅活动办出声势，带动住宿餐饮收入4.1亿元')
  })
})
