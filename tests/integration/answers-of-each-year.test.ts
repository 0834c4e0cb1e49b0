import { expect, it } from 'vitest'
import { createAnswerLibrary } from '../support/answer-library.ts'
import { inventYearlyReport } from '../support/invented-reports.ts'

const library = createAnswerLibrary({
  '青河2029.txt': inventYearlyReport(2029, '粮食产量91万吨。赤字率控制在2.8%。', '粮食产量90万吨以上。赤字率拟按3%安排。'),
  '青河2030.txt': inventYearlyReport(2030, '粮食产量95万吨，再创历史新高。', '粮食产量94万吨以上。赤字率拟按3.2%安排。建设雨水花园12个。'),
  '青河2031.txt': inventYearlyReport(2031, '粮食产量首次跃上100万吨新台阶。', '粮食产量101万吨左右。今年赤字率拟按4%左右安排。'),
})
const linesOf = async (question: string): Promise<string[]> => (await (await library).ask(question)).answer.split('\n')

it('tells a figure of each year once, results before aims and the newest first', async () => {
  const lines = await linesOf('粮食产量多少？')
  expect(lines.map((line) => /\d+万吨/.exec(line)?.[0])).toEqual(['100万吨', '95万吨', '91万吨', '101万吨'])
  expect(lines[0]).toContain('2030年：')
  expect(lines[3]).toContain('2031年（目标）：')
})

it('tells aims of years that have no result', async () => {
  const lines = await linesOf('财政赤字率是多少？')
  expect(lines.map((line) => /[\d.]+%/.exec(line)?.[0])).toEqual(['2.8%', '4%', '3.2%', '3%'])
})

it('keeps to one year where one is asked for or only one tells it', async () => {
  expect((await linesOf('2029年粮食产量多少？')).join()).not.toMatch(/91万吨|100万吨/)
  expect(await linesOf('雨水花园多少个？')).toHaveLength(1)
})
