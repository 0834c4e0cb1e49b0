import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

const REPORT = `清岭市2041年政府工作报告
一、2040年工作回顾
2040年，全市社会消费品零售总额达到464亿元，进出口总额595亿元、增长6%，工业技改投资增长33.6%，制造业贷款余额增长11.7%。
新建公园12处，云杉铝业荣获国家级绿色产业奖，清岭老街获评国家级旅游休闲街区。南湖小学获评市级文明校园。
装备产业、纺织产业、纺织技改投资分别增长9.4%、13.3%、6.1%。
二、2041年工作安排
争创国家级现代农业产业园，培育人工智能企业60家以上。
`

let library: AnswerLibrary
beforeAll(async () => {
  library = await createAnswerLibrary({ '报告.txt': REPORT })
})

describe('figures that a paper does not hold', () => {
  it.each([
    ['清岭市2040年社会消费品零售总额多少，增长多少？', '464亿元', '增长多少'],
    ['清岭市2040年进出口总额多少，其中出口多少？', '595亿元', '其中出口多少'],
  ])('are named as lacking beside those that it holds: %s', async (question, told, lacking) => {
    const { answer, missing } = await library.ask(question)
    expect(answer).toContain(told)
    expect(missing).toEqual([lacking])
  })

  it.each(['清岭市2040年工业投资增长多少？', '清岭市2040年制造业投资增长多少？', '清岭市2040年社会消费品零售总额增长多少？'])(
    'are not told by those of nearly that name: %s',
    async (question) => {
      expect((await library.ask(question)).outcome).toBe('abstained')
    },
  )
})

describe('figures of several things at once', () => {
  it('tell each of them', async () => {
    expect((await library.ask('清岭市2040年纺织产业投资增长多少？')).answer).toContain('13.3%')
  })
})

describe('what a question counts', () => {
  it('is read apart from a word that begins as a measure word does', async () => {
    expect((await library.ask('清岭市2041年要培育多少人工智能企业？')).answer).toContain('60家以上')
  })

  it('lists the honours of a level, not those of another nor those aimed at', async () => {
    const { answer } = await library.ask('清岭市2040年拿了哪些国家级荣誉？')
    for (const one of ['国家级绿色产业奖', '国家级旅游休闲街区']) expect(answer).toContain(one)
    for (const other of ['文明校园', '现代农业产业园']) expect(answer).not.toContain(other)
  })
})
