import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

/** Five years and ten are told in one part; all figures are made up. */
const REPORT = `青江市2032年政府工作报告
各位代表：
一、过去五年的工作和十年的变化
五年来，我们办成了许多大事。新建泵站40座。
十年来，我们坚持治水兴水。
城镇化率提高9.3个百分点，节水灌溉面积从30万亩扩大到80万亩。
二、2032年工作安排
今年修建水渠40公里。
`
let library: AnswerLibrary
beforeAll(async () => {
  library = await createAnswerLibrary({ '青江2032.txt': REPORT })
})

describe('what came about in ten years', () => {
  it('is told as such', async () => {
    const { answer } = await library.ask('城镇化率提高了多少')
    expect(answer).toContain('十年来')
    expect(answer).not.toContain('五年来')
  })

  it('answers for no five', async () => {
    const { answer, outcome } = await library.ask('过去五年城镇化率提高了多少')
    expect(outcome).toBe('abstained')
    expect(answer).toContain('十年')
  })

  it('leaves what five years brought', async () => {
    expect((await library.ask('过去五年新建泵站多少座')).answer).toContain('40座')
  })
})
