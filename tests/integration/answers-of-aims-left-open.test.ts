import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

const CITY = (year: number, review: string, plan: string): string => `青江市${year}年政府工作报告
各位代表：
一、${year - 1}年工作回顾
过去一年，${review}
二、${year}年工作安排
今年是治水兴水的关键一年。${plan}
`
let library: AnswerLibrary
beforeAll(async () => {
  library = await createAnswerLibrary({
    '青江2030.txt': CITY(2030, '地区生产总值增长4.1%。', '需要说明的是，我们没有设定全年经济增速具体目标，主要因为旱情难料。城镇新增就业3万人以上。'),
    '青江2031.txt': CITY(2031, '地区生产总值增长2.6%，城镇新增就业3.2万人。', '地区生产总值增长5%以上。'),
  })
})

describe('an aim that a paper says it did not set', () => {
  it.each(['2030年GDP增速目标', '2030年地区生产总值增长目标是多少', '2030年经济增长预期目标是多少'])(
    'is told so, not by what came about: %s',
    async (question) => {
      const { answer } = await library.ask(question)
      expect(answer).toContain('没有设定全年经济增速具体目标')
      expect(answer).not.toContain('2.6%')
    },
  )

  it.each([
    ['2031年GDP增长目标是多少', '5%以上'],
    ['2030年GDP增长多少', '2.6%'],
    ['2030年城镇新增就业目标', '3万人以上'],
  ])('is no answer where one was set, or a result is asked for: %s', async (question, told) => {
    const { answer } = await library.ask(question)
    expect(answer).toContain(told)
    expect(answer).not.toContain('没有设定')
  })
})
