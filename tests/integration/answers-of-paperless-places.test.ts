import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

/** A province of the gazetteer, so that its cities are known; all figures are made up. */
const PROVINCE = `贵州省2031年政府工作报告
——2031年1月20日在贵州省第十九届人民代表大会第二次会议上
贵州省省长 孙小河
各位代表：
一、2030年工作回顾
全省地区生产总值完成3.2万亿元，增长5.6%；一般公共预算收入3105亿元，增长3.1%。粮食总产量达到210亿斤，遵义、毕节辐射带动能力明显增强。
遵义经济圈加快建设，经济总量增长6.8%，占全省比重超过20%。江心新区挂牌。外贸进出口增长4.1%。
安顺市生产总值增长6.1%。
二、2031年工作安排
今年主要预期目标是：地区生产总值增长5%左右，城镇新增就业45万人以上，支持遵义建设先进制造业基地。
`
let library: AnswerLibrary
beforeAll(async () => {
  library = await createAnswerLibrary({ '贵州2031.txt': PROVINCE })
})

describe('a place that only the paper of a wider one names', () => {
  it.each([
    '遵义市地区生产总值是多少亿元？',
    '遵义GDP',
    '毕节粮食产量多少？',
    '遵义今年的就业目标是多少？',
    '遵义和毕节的GDP哪个高？',
    '遵义GDP比上年变化了多少？',
    '江心新区GDP',
    '黔西南进出口增长多少？',
  ])('is not told the figures of the province: %s', async (question) => {
    const answer = await library.ask(question)
    expect(answer.outcome).toBe('abstained')
    expect(answer.answer).toContain('贵州省')
  })

  it('is refused in a follow-up, with what the province tells beside it', async () => {
    const conversation = library.converse()
    await conversation.ask('贵州省2030年地区生产总值增长多少？')
    const answer = await conversation.ask('那遵义呢？')
    expect(answer.outcome).toBe('abstained')
    expect(answer.reason).toContain('没有遵义市自己的文件')
    expect(answer.nearest?.map(({ quote }) => quote).join()).toContain('增长5.6%')
  })

  it.each([
    ['遵义经济圈经济总量增长多少？', '6.8%'],
    ['安顺市生产总值增长多少？', '6.1%'],
    ['贵州省外贸进出口增长多少？', '4.1%'],
  ])('is told what is told of it: %s', async (question, figure) => {
    const answer = await library.ask(question)
    expect(answer.answer).toContain(figure)
    expect(answer.outcome).toBe('answered')
  })
})

describe('what sets an indicator apart', () => {
  it.each(['贵州省绿色GDP', '贵州省县域GDP多少'])('is not told by the plain one: %s', async (question) => {
    expect((await library.ask(question)).outcome).toBe('abstained')
  })
})
