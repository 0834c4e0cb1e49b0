import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

const CITY = `云溪市2031年政府工作报告
——2031年1月8日在云溪市第九届人民代表大会第三次会议上
云溪市人民政府市长 王小青
各位代表：
一、过去五年工作回顾
五年来，我们走过了极不平凡的历程。新建水渠146公里，改造危旧桥梁33座。
2026年至2029年，灌溉面积平均每年增长3%，去年增长7%。
2030年，全市生产总值增长6%。民生支出占比77%，三项民生工程延期至2031年8月底完成。
同时也要看到，还有不少困难和问题：水利设施老化，管护力量不足。
二、今年工作安排
过去一年，在各方面的支持下，我们的各项工作取得了很大的成绩，社会保持了稳定，人民安居乐业。粮食产量52万吨。
今年主要预期目标是：生产总值增长5%左右，居民收入与经济增长同步。
修建水库3座，到2034年全市水库达到30座。今年要植树九万株。今后三年内再支持新建泵站95座。
三、发展目标
到2035年，努力实现以下目标：
森林覆盖率达到66%。
`
const COUNTY = `白水县2030年政府工作报告
——2030年1月5日在白水县第五届人民代表大会第四次会议上
各位代表：
一、２０２９年工作回顾
２０２９年茶园面积达到５０００亩。粮食产量八万吨。
二、２０３０年工作安排
今年粮食产量要达到９万吨。
`

let library: AnswerLibrary
beforeAll(async () => {
  library = await createAnswerLibrary({ '云溪2031.txt': CITY, '白水2030.txt': COUNTY })
})

describe('an answer says of when it is', () => {
  it.each<[string, string, string]>([
    ['a sum of five years', '新建水渠多少公里？', '五年来（2031年政府工作报告）云溪市：'],
    ['a mean of some years, not the year asked for', '云溪市2030年灌溉面积平均每年增长多少？', '2026年至2029年：'],
    ['a result, though a later year stands behind', '民生支出占比多少？', '2030年云溪市：'],
    ['a result that a part on plans begins with', '云溪市粮食产量多少？', '2030年：'],
    ['a target', '修建水库多少座？', '2031年云溪市（目标）：'],
    ['a target without a figure', '云溪市居民收入', '2031年（目标）：'],
    ['figures in other digits', '茶园面积多少亩？', '白水县：２０２９年茶园面积'],
    ['what is to be reached by a year', '森林覆盖率是多少？', '到2035年云溪市（目标）：'],
  ])('%s: %s', async (_, question, label) => {
    const answer = await library.ask(question)
    expect(answer.outcome).toBe('answered')
    expect(answer.answer).toContain(label)
  })

  it('of the nearest sentence, where it refuses', async () => {
    const answer = await library.ask('白水县2030年粮食产量完成了多少？')
    expect(answer.outcome).toBe('abstained')
    expect(answer.answer).toContain('最接近的原文（说的是2030年白水县的目标）：')
  })

  it('and what is aimed at within the years to come is no aim of a year gone by', async () => {
    const answer = await library.ask('云溪市2030年泵站的目标和完成各是多少？')
    expect(answer.answer).not.toContain('2030年云溪市目标')
    expect(answer.answer).not.toContain('2030年目标：')
  })

  it('where the problems of another year answer', async () => {
    const answer = await library.ask('云溪市2031年有哪些困难和问题？')
    expect(answer.answer).toMatch(/2030年|2031年政府工作报告/)
  })
})
