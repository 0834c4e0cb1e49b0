import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

const TEXTS: Readonly<Record<string, string>> = {
  '专家库办法.txt': `水库专家库管理办法

第一条为加强水库专家库的规范管理，制定本办法。
第二条本办法适用于专家的遴选、聘用、管理等活动。
第三条本办法由省水利厅、省应急管理厅负责解释。
第四条本办法自2031年3月1日起施行，有效期至2036年2月28日。
省水利厅办公室2031年1月22日印发
`,
  '节水意见.txt': `关于推进节水型城市建设的指导意见

各市水务局、财政局：
节水型城市建设是推动城市绿色发展的重要举措，现提出以下意见。
一、总体要求
到2035年，城市节水取得明显成效，供水管网漏损率控制在8%以内。
二、重点任务
（一）改造老旧供水管网。
更换漏损管道300公里，建设分区计量系统。
（责任单位：市水务局、市住房城乡建设局）
（二）推广节水器具。
开展节水器具进社区活动，完善水价机制（市发展改革委牵头，市水务局配合）。
附件：
1.节水型城市考核指标表
2.节水器具推广目录
省水利厅
省财政厅
2031年5月14日
`,
}

describe('what papers say of themselves', () => {
  let library: AnswerLibrary
  beforeAll(async () => {
    library = await createAnswerLibrary(TEXTS)
  })

  it.each<[string, readonly string[], string]>([
    ['水库专家库管理办法是什么时候印发的？', ['2031年1月22日'], '2031年5月14日'],
    ['水库专家库管理办法从哪天起施行？', ['2031年3月1日'], '5月14日'],
    ['水库专家库管理办法的有效期到哪天？', ['2036年2月28日'], '5月14日'],
    ['水库专家库管理办法由谁负责解释？', ['省水利厅、省应急管理厅'], '财政厅'],
    ['节水型城市建设的指导意见是什么时候印发的？', ['2031年5月14日'], '1月22日'],
    ['节水型城市建设的指导意见是哪些部门印发的？', ['省水利厅', '省财政厅'], '应急管理厅'],
    ['改造老旧供水管网由哪几个部门负责？', ['市水务局、市住房城乡建设局'], '发展改革委'],
    ['完善水价机制由谁牵头？', ['市发展改革委牵头'], '住房城乡'],
    ['节水型城市建设指导意见有几个附件？', ['考核指标表', '推广目录'], '专家库'],
  ])('%s', async (question, told, untold) => {
    const { outcome, answer } = await library.ask(question)
    expect(outcome).toBe('answered')
    for (const part of told) expect(answer).toContain(part)
    expect(answer).not.toContain(untold)
  })
})
