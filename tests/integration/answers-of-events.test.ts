import { expect, it } from 'vitest'
import { createAnswerLibrary } from '../support/answer-library.ts'

const library = createAnswerLibrary({
  '青河2031.txt': `青河省2031年政府工作报告
——2031年1月20日在青河省第九届人民代表大会第一次会议上
各位代表：
一、2030年工作回顾
地区生产总值增长6%。青柳铁路全线贯通，白沙电站全部建成发电，云溪水库开工建设。
需要说明的是，固定资产投资和进出口增速没有达到年初预期。
省政府组成部门从40个减少到29个。
二、2031年工作安排
地区生产总值增长5%左右，固定资产投资实现正增长，城镇新增就业50万人。
抓好6条续建高铁建设，今年建成南浦、东平高铁，高铁里程突破3400公里。加快北岭机场建设，力争云风1、云风2输电通道建成投运。
`,
})
const answerOf = async (question: string): Promise<string> => (await (await library).ask(question)).answer

it('tells the year of an event by the account that it stands in', async () => {
  expect(await answerOf('青柳铁路什么时候通车？')).toMatch(/2030年[^。]*：[^。]*青柳铁路全线贯通/)
  expect(await answerOf('云溪水库是哪一年开工的？')).toMatch(/2030年[^。]*：[^。]*云溪水库开工建设/)
  expect(await answerOf('云风1、云风2什么时候投运？')).toMatch(/2031年[^。]*云风2输电通道建成投运/)
})

it('tells no other event of the thing and no other thing', async () => {
  for (const question of ['云溪水库什么时候建成？', '北岭机场什么时候建成？', '西川铁路什么时候通车？', '青柳铁路几月通车？'])
    expect((await (await library).ask(question)).outcome, question).toBe('abstained')
})

it('takes names for a list, aims without a figure for what is told of a measure, and everyday words for those of papers', async () => {
  expect(await answerOf('青河省今年建成哪几条高铁？')).toContain('南浦、东平高铁')
  expect(await answerOf('青河省固定资产投资目标')).toContain('固定资产投资实现正增长')
  expect(await answerOf('青河省哪些指标没完成？')).toContain('固定资产投资和进出口增速没有达到年初预期')
  expect(await answerOf('青河省部委减了几个？')).toContain('从40个减少到29个')
})
