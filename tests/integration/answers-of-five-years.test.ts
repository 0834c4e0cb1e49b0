import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

const REPORT = `青江省2026年政府工作报告

——2026年1月20日在青江省第十四届人民代表大会第四次会议上

各位代表：

一、“十四五”时期和2025年工作回顾

五年来，地区生产总值年均增长5.6%，水渠总长达到320公里，森林覆盖率达到41%。

2025年，粮食产量达到86万吨，水渠新修18公里。

二、“十五五”时期主要目标

“十五五”时期，地区生产总值年均增长5%左右，人均预期寿命达到79岁，节水灌溉面积占比达到62%。

三、2026年重点工作

今年发展的主要预期目标是：地区生产总值增长5.2%左右，粮食产量87万吨以上，居民消费价格涨幅2%左右。
`

let library: AnswerLibrary
beforeAll(async () => {
  library = await createAnswerLibrary({ '青江省2026年政府工作报告.txt': REPORT })
})

describe('questions for five years', () => {
  it.each([
    ['“十五五”时期青江省地区生产总值年均增长目标是多少？', '5%左右'],
    ['到2030年青江省人均预期寿命达到多少岁？', '79岁'],
    ['到2030年青江省节水灌溉面积占比达到多少？', '62%'],
    ['“十四五”时期青江省地区生产总值年均增长多少？', '5.6%'],
    ['青江省2025年粮食产量是多少？', '86万吨'],
  ])('%s %s', async (question, figure) => {
    const { outcome, answer } = await library.ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(figure)
  })

  it.each(['“十五五”末青江省森林覆盖率要达到多少？', '“十五五”期间青江省粮食产量目标是多少？', '到2030年青江省水渠总长达到多少公里？'])(
    '%s: other years are no answer',
    async (question) => {
      expect((await library.ask(question)).outcome).toBe('abstained')
    },
  )
})
