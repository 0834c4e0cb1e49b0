import { expect, it } from 'vitest'
import { createAnswerLibrary } from '../support/answer-library.ts'

const LAST = `青河省2030年政府工作报告
——2030年1月20日在青河省第九届人民代表大会第一次会议上
各位代表：
一、2029年工作回顾
全年建成水渠20公里。城镇新增就业11万人。
二、2030年工作安排
今年主要预期目标是：城镇新增就业12万人以上。
`
const REPORT = `青河省2031年政府工作报告
——2031年1月20日在青河省第九届人民代表大会第二次会议上
各位代表：
一、2030年工作回顾
全年城镇新增就业13万人。粮食产量96万吨。
二、2031年工作安排
今年主要预期目标是：城镇新增就业14万人以上。
推动南线铁路通过验收，加快北岭水库建设，确保汛前投入使用。
风机本地配套率达到85%以上，产值突破200亿元。
附件
2031年全省民生实事
改造老旧管网9公里。
`

it('says of what is planned that it is, however the question is put', async () => {
  const library = await createAnswerLibrary({ '青河2031.txt': REPORT })
  for (const question of ['南线铁路进展怎么样？', '南线铁路怎么样了？', '北岭水库建设进展如何？'])
    expect((await library.ask(question)).answer, question).toMatch(/2031年（(?:目标|计划)）：/)
  expect((await library.ask('风机本地配套率是多少？')).answer).toMatch(/（目标）：[^。]*85%/)
  expect((await library.ask('改造老旧管网多少公里？')).answer).toMatch(/（目标）：[^。]*9公里/)
  expect((await library.ask('粮食产量是多少？')).answer).not.toMatch(/目标|计划/)
})

it('tells an aim and its result of the year that both are held of', async () => {
  const library = await createAnswerLibrary({ '青河2030.txt': LAST, '青河2031.txt': REPORT })
  const { answer } = await library.ask('城镇新增就业的目标和实际完成各是多少？')
  expect(answer).toMatch(/2030年目标：[^。]*12万人/)
  expect(answer).toMatch(/2030年实际：[^。]*13万人/)
})

it('tells the latest of each, and what lacks, where no year has both', async () => {
  const library = await createAnswerLibrary({ '青河2031.txt': REPORT })
  const { answer } = await library.ask('城镇新增就业的目标和实际完成各是多少？')
  expect(answer).toMatch(/2031年目标：[^。]*14万人/)
  expect(answer).toMatch(/2030年实际：[^。]*13万人/)
  expect(answer).toMatch(/没有找到：2031年实际完成数/)
})

it('says of each fact when it is, of deeds without figures too', async () => {
  const library = await createAnswerLibrary({
    '青河2031.txt': REPORT.replace('粮食产量96万吨。', '粮食产量96万吨。\n南县圆满完成国家试点任务。'),
  })
  const { answer } = await library.ask('南县承担了什么国家试点？')
  expect(answer).toMatch(/2030年：南县圆满完成国家试点任务/)
})

it('marks an aim that was asked for as one, with its year: read by itself it is no result', async () => {
  const library = await createAnswerLibrary({ '青河2031.txt': REPORT })
  expect((await library.ask('2031年改造老旧管网的目标是多少公里？')).answer).toMatch(/2031年（目标）：[^。]*9公里/)
})

it('tells aim and result where one clause asks for each', async () => {
  const library = await createAnswerLibrary({ '青河2030.txt': LAST, '青河2031.txt': REPORT })
  const { answer } = await library.ask('2030年城镇新增就业目标是多少，完成了多少？')
  expect(answer).toMatch(/2030年目标：[^\n]*12万人/)
  expect(answer).toMatch(/2030年实际：[^\n]*13万人/)
})
