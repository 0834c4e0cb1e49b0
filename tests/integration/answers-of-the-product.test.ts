import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

const REPORT = `青江省2026年政府工作报告

——2026年1月20日在青江省第十四届人民代表大会第四次会议上

各位代表：

一、2025年工作回顾

过去一年，全省地区生产总值增长5.6%，粮食产量达到86万吨。

二、“十五五”时期主要目标

“十五五”时期，地区生产总值年均增长5.5%左右，县域经济增长6.5%以上。

三、2026年重点工作

今年发展的主要预期目标是：经济增长5.2%左右；居民收入增长与经济增长同步；粮食产量继续保持87万吨以上；单位地区生产总值二氧化碳排放完成国家下达目标。
`

let library: AnswerLibrary
beforeAll(async () => {
  library = await createAnswerLibrary({ '青江省2026年政府工作报告.txt': REPORT })
})

describe('the product of one year and place', () => {
  it.each([
    '青江今年GDP目标',
    '青江今年GDP增长目标是多少？',
    '青江省2026年地区生产总值增长多少？',
    '青江今年经济增长目标',
    '今年青江省生产总值目标是多少？',
  ])('%s is told by the figure that is of just that', async (question) => {
    const { outcome, answer } = await library.ask(question)
    expect([outcome, answer.includes('经济增长5.2%左右')]).toEqual(['answered', true])
    expect(answer).not.toMatch(/同步|二氧化碳|5\.5%|6\.5%|5\.6%/)
  })

  it('is told of the year that is asked for', async () => {
    const { answer } = await library.ask('青江省2025年GDP增长多少？')
    expect(answer).toContain('5.6%')
    expect(answer).not.toContain('5.2%')
  })

  it('is no amount where one is asked for and only the growth is held', async () => {
    expect((await library.ask('青江去年GDP多少亿？')).outcome).toBe('abstained')
  })
})
