import { expect, it } from 'vitest'
import { createAnswerLibrary } from '../support/answer-library.ts'

const REPORT = `青河省2031年政府工作报告
——2031年1月20日在青河省第九届人民代表大会第二次会议上
青河省省长 孙小河
各位代表：
一、2030年和“二五”时期工作回顾
五年来，我们坚持发展。综合实力显著增强。净增经营主体85万户。高速公路通车里程达到1200公里。
各位代表，刚刚过去的2030年，全省经济运行平稳。新增经营主体9万户。
二、“十五五”时期主要目标任务
常住人口城镇化率达63%左右。
三、2031年工作安排
今年主要预期目标是：地区生产总值增长5%左右；常住人口城镇化率达59%左右。
`

it('tells the figures of one year and of a period apart', async () => {
  const library = await createAnswerLibrary({ '青河2031.txt': REPORT })
  const target = await library.ask('青河省2031年常住人口城镇化率的目标是多少？')
  expect(target.answer.indexOf('59%')).toBeGreaterThanOrEqual(0)
  expect(target.answer).not.toMatch(/2031年：[^。]*63%/)
  expect(target.conflicts ?? []).toEqual([])
  const five = await library.ask('青河省净增经营主体多少户？')
  expect(five.answer).toMatch(/五年来（2031年政府工作报告）：[^。]*85万户/)
  expect((await library.ask('青河省2030年净增经营主体多少户？')).answer).not.toContain('85万户')
  const one = await library.ask('青河省2030年新增经营主体多少户？')
  expect(one.statements[0]?.text).toContain('9万户')
  expect(one.statements[0]?.text).not.toContain('五年')
})

const OLD = `青河省1958年政府工作报告
——一九五八年二月一日在青河省第一届人民代表大会第五次会议上
各位代表：
一、1957年工作回顾
一九五三年到一九五七年五年间，全省粮食产量合计一千六百亿斤。
一九五七年修建水渠三十公里。
`

it('tells the sum of numbered years for none of them, and reads years in Chinese numerals', async () => {
  const library = await createAnswerLibrary({ '青河1958.txt': OLD })
  expect((await library.ask('青河省一九五七年粮食产量是多少？')).answer).toMatch(/没有：1957年一年的数/)
  expect((await library.ask('青河省一九五七年修建水渠多少公里？')).statements[0]?.text).toContain('三十公里')
})

const CITY = `政府工作报告
——2031年1月8日在青江市第九届人民代表大会第三次会议上
青江市人民政府市长 王小青
各位代表：
一、2031年工作安排
今年主要预期目标是：规上工业增加值增长9%以上。
二、持续用力
使用外资7.2亿美元，2030年粮食总产量96万吨。
`
const COUNTY = `青江市白水县2031年政府工作报告
——2031年1月15日在白水县第七届人民代表大会第四次会议上
白水县人民政府县长 李白水
各位代表：
一、2031年工作安排
今年主要目标是：规模以上工业增加值增长7%左右。
`

it('lets the city answer before its county where no place is asked, and says whose figure is whose', async () => {
  const library = await createAnswerLibrary({ 'city.txt': CITY, 'county.txt': COUNTY })
  const { statements } = await library.ask('2031年规模以上工业增加值的目标是多少？')
  expect(statements[0]?.text).toMatch(/^2031年青江市：.*9%以上/)
})

it('does not call a figure of the year before a target', async () => {
  const library = await createAnswerLibrary({ 'city.txt': CITY, 'county.txt': COUNTY })
  const { answer } = await library.ask('青江市2030年粮食总产量是多少？')
  expect(answer).toContain('96万吨')
  expect(answer).not.toContain('目标')
})
