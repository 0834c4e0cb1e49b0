import { expect, it } from 'vitest'
import { createAnswerLibrary } from '../support/answer-library.ts'
import { inventYearlyReport } from '../support/invented-reports.ts'

const library = createAnswerLibrary({
  '青河2030.txt': inventYearlyReport(
    2030,
    '全年粮食产量达到91万吨。接待游客800万人次。',
    '今年改造老旧小区70个，惠及居民2万户，完善社区养老和托育设施。',
  ),
  '青河2031.txt': inventYearlyReport(2031, '全年粮食产量达到96万吨。', '实施城市更新行动，完善配套设施，优化公共空间布局，改造老旧小区45个。'),
})

it('tells the newest of what several papers say, where no year is asked for', async () => {
  const { answer } = await (await library).ask('改造老旧小区多少个？')
  expect(answer.indexOf('45个')).toBeGreaterThan(-1)
  expect(answer.indexOf('45个')).toBeLessThan(answer.indexOf('70个'))
  expect((await (await library).ask('粮食产量是多少？')).answer).toMatch(/^[^\n]*2030年：[^。]*96万吨/)
})

it('keeps to the year that is asked for, and to what only an older paper tells', async () => {
  expect((await (await library).ask('2030年改造老旧小区多少个？')).answer).not.toMatch(/45个/)
  expect((await (await library).ask('接待游客多少人次？')).answer).toMatch(/2029年：[^。]*800万人次/)
})
