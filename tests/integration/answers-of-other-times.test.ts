import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

function report(year: number, review: string, plan: string): string {
  return `青江市${year}年政府工作报告\n各位代表：\n一、${year - 1}年工作回顾\n${review}\n二、${year}年工作安排\n${plan}\n`
}

const LIBRARY = {
  '青江2026.txt': report(
    2026,
    '过去一年，全市地区生产总值增长6.1%，城镇新增就业2.4万人。财政收入达到31亿元。粮食产量88万吨。',
    '今年主要预期目标是：地区生产总值增长6%左右；城镇新增就业2.2万人以上。',
  ),
  '青江2027.txt': report(
    2027,
    '过去一年，全市地区生产总值增长6.4%，城镇新增就业2.6万人。财政收入达到33亿元。粮食产量90万吨。',
    '“十五五”时期，全市地区生产总值年均增长5.5%左右，城镇新增就业12万人以上。\n今年主要预期目标是：地区生产总值增长5.8%左右；城镇新增就业2.3万人以上。',
  ),
  '规划.txt':
    '智慧水利发展规划\n一、战略目标\n分两步走：\n第一步，到2030年智慧水利与先进水平同步。\n--产业规模超过15亿元。\n第二步，到2035年部分技术领先。\n--产业规模超过40亿元。\n二、保障措施\n新建智慧水利闸门90座。\n',
}
let library: AnswerLibrary
beforeAll(async () => {
  library = await createAnswerLibrary(LIBRARY)
})

async function lastOf(...turns: readonly string[]): Promise<string> {
  const conversation = library.converse()
  let answer = ''
  for (const turn of turns) answer = (await conversation.ask(turn)).answer
  return answer
}

describe('a follow-up that only names another time', () => {
  it('is told the aim and the result of the year before one whose aim was asked for', async () => {
    const answer = await lastOf('青江市今年城镇新增就业目标是多少', '去年呢')
    expect(answer).toMatch(/2026年青江市目标：城镇新增就业2\.2万人/)
    expect(answer).toMatch(/2026年青江市实际：[^。]*城镇新增就业2\.6万人/)
  })

  it('is told the aim of this year as one after last year’s result', async () => {
    expect(await lastOf('青江市去年城镇新增就业多少人', '今年呢')).toMatch(/2027年（目标）：[^。]*2\.3万人/)
  })

  it('is told the aim of the five years, not of one', async () => {
    const answer = await lastOf('青江市今年城镇新增就业目标', '十五五呢')
    expect(answer).toContain('12万人')
    expect(answer).not.toContain('2.3万人')
  })

  it('is told what has come about where it asks of now', async () => {
    const answer = await lastOf('青江市2027年城镇新增就业目标', '现在呢')
    expect(answer).toContain('2.6万人')
    expect(answer).not.toContain('2.3万人')
  })

  it('says of a figure without a year that it has none', async () => {
    expect(await lastOf('2030年智慧水利闸门多少座')).toContain('（原文未写明年份）')
  })

  it('is told the one step of a plan', async () => {
    const answer = await lastOf('智慧水利2030年产业规模', '2035年呢')
    expect(answer).toContain('40亿元')
    expect(answer).not.toContain('15亿元')
  })
})

describe('a follow-up that names another thing', () => {
  it('has the other measure in the place of the former', async () => {
    expect(await lastOf('青江市2026年GDP增长多少', '财政收入呢')).toContain('33亿元')
    expect(await lastOf('青江市2026年财政收入', '粮食呢')).toContain('90万吨')
  })
})
