import { beforeAll, expect, test } from 'vitest'
import type { ChatAnswer } from '../../server/contract/chat.ts'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

/** Reports of an invented city and its district. Figures are made up. */
const report = (place: string, year: number, done: string, planned: string): string =>
  `${place}${year}年政府工作报告\n\n一、${year - 1}年工作回顾\n\n${year - 1}年，${done}\n\n二、${year}年工作安排\n\n今年发展的主要预期目标是：${planned}\n`

let library: AnswerLibrary
beforeAll(async () => {
  library = await createAnswerLibrary({
    '市甲.txt': report('包山市', 2030, '地区生产总值完成1200亿元，增长7.5%。', '地区生产总值增长8%左右，规上工业增加值增长9%以上。'),
    '市乙.txt': report('包山市', 2031, '地区生产总值增长8.1%，规模以上工业增加值增长8.6%。', '地区生产总值增长7.5%左右，规上工业增加值增长10%以上。'),
    '区甲.txt': report('包山市临河区', 2031, '地区生产总值增长6.9%。', '地区生产总值增长8.5%左右。'),
  })
})

const table = (answer: Pick<ChatAnswer, 'tables'>, index = 0): string[][] => {
  const { columns = [], rows = [] } = answer.tables?.[index] ?? {}
  return [columns, ...rows.map((cells) => cells.map(({ text }) => text))]
}

test('years × places, target beside result, every filled cell cited', async () => {
  const answer = await library.ask('把2030、2031年各区县GDP目标做成表')
  expect(answer.outcome).toBe('answered')
  expect(table(answer)).toEqual([
    ['年份', '包山市目标', '包山市实绩', '临河区目标', '临河区实绩'],
    ['2030年', '增长8%左右', '增长8.1%', '—', '增长6.9%'],
    ['2031年', '增长7.5%左右', '—', '增长8.5%左右', '—'],
  ])
  const numbers = new Set(answer.citations.map(({ n }) => n))
  for (const cells of answer.tables?.[0]?.rows ?? []) {
    for (const { text, citations } of cells.slice(1)) {
      expect(citations.length > 0, text).toBe(text !== '—')
      expect(citations.every((n) => numbers.has(n))).toBe(true)
    }
  }
  expect(answer.statements.every(({ verdict, citations }) => verdict === 'supported' && citations.length > 0)).toBe(true)
  expect(answer.answer.length).toBeLessThanOrEqual(800)
  expect(answer.answer).toContain('8.5%')
})

test('several indicators make several tables, and names of one indicator one', async () => {
  const answer = await library.ask('2030年和2031年包山市GDP、规上工业增加值的目标和完成情况列成表格')
  expect(answer.tables?.map(({ caption }) => caption)).toEqual(['地区生产总值', '规模以上工业增加值'])
  expect(table(answer, 1)).toEqual([
    ['年份', '包山市目标', '包山市实绩'],
    ['2030年', '增长9%以上', '增长8.6%'],
    ['2031年', '增长10%以上', '—'],
  ])
})

test('a year without a figure is said to be missing; the same question gives the same bytes', async () => {
  const question = '把包山市2031、2032年规上工业增加值目标做成表'
  const answer = await library.ask(question)
  if (answer.outcome === 'answered') expect(answer.missing?.join()).toContain('2032年')
  else expect(answer.reason).toContain('2032')
  expect(JSON.stringify(await library.ask(question))).toBe(JSON.stringify(answer))
})

test('what is no indicator of the ledger is answered without a table of it', async () => {
  const answer = await library.ask('把各位代表的名单做成表')
  expect(answer.tables ?? []).toEqual([])
})
