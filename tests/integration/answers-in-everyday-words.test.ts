import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

/** Reports of two invented places, the one with its shortcomings in a sentence, the other with them under a heading of their own. */
const REPORTS: Readonly<Record<string, string>> = {
  '青江.txt': `青江市2031年政府工作报告
——2031年1月20日在青江市第九届人民代表大会第二次会议上
青江市市长 孙小河
各位代表：
一、2030年工作回顾
全市地区生产总值增长6%。累计96天无重大火灾发生，盗窃警情下降12%。常住人口城镇化率达到67.4%。绿电外送拓展至14个县，实际使用台资3.2亿美元。
在肯定成绩的同时，我们也清醒认识到，发展中还存在不少问题：产业结构单一，新兴产业规模小；科技成果少，研发投入强度低于全国平均水平；居民就业增收压力较大，养老、托幼等领域供给不足；政府服务效能有待提升，等等。我们一定正视问题，努力改进。
二、2031年重点工作
加强科技创新，建设科技小院6个。三年安排20亿元支持智能制造。推动就业增收，完善养老服务。
全面提升蚕桑研发能力。实行以市场为导向的选题机制，组建专家委员会。实行以质量为导向的评价机制，转化成果8项。实行以贡献为导向的激励机制，创新奖励方式。建设蚕桑展览馆2座。
`,
  '白河.txt': `白河市2031年政府工作报告
——2031年1月22日在白河市第八届人民代表大会第三次会议上
白河市市长 李大山
各位代表：
一、2030年工作回顾
全市地区生产总值增长5%。
成绩来之不易，问题也不容忽视。
一是生态本底脆弱，乱排乱倒时有发生。
二是财政收支矛盾突出。
三是开放程度偏低。
以上问题必须痛下决心予以解决。
二、2031年重点工作
加强财政管理，扩大对外开放，建设口岸1个。
`,
}

describe('questions in everyday words', () => {
  let library: AnswerLibrary
  beforeAll(async () => {
    library = await createAnswerLibrary(REPORTS)
  })

  it.each([
    ['青江市长讲到科技方面还差在哪儿？', '研发投入强度低于全国平均水平', '科技小院'],
    ['青江市政府说居民收入方面还有什么难处？', '居民就业增收压力较大', '完善养老服务'],
    ['白河的报告自己承认财政上有哪些短处？', '财政收支矛盾突出', '加强财政管理'],
  ])('%s is answered from what is found wanting', async (question, told, planned) => {
    const { answer, outcome } = await library.ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(told)
    expect(answer).not.toContain(planned)
  })

  it('tells all that is found wanting under a heading that says so', async () => {
    const { answer } = await library.ask('白河市政府自己承认的主要问题是什么？')
    for (const point of ['生态本底脆弱', '财政收支矛盾突出', '开放程度偏低']) expect(answer).toContain(point)
    expect(answer).not.toContain('建设口岸')
  })

  it.each([
    ['青江三年拿多少钱出来搞智能制造？', '20亿元'],
    ['青江2030年有多少天没发生重大火灾？', '96天'],
    ['青江的绿电送到了多少个县？', '14个县'],
    ['青江2030年用了多少台资？', '3.2亿美元'],
  ])('%s → %s', async (question, figure) => {
    const { answer, outcome } = await library.ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(figure)
  })

  it('tells no plan for a thing where nothing is found wanting in it', async () => {
    expect((await library.ask('白河市口岸建设方面还有什么短板？')).answer.split('\n')[0]).not.toContain('建设口岸1个')
  })

  it('tells no figure of now for one of years ago', async () => {
    expect((await library.ask('青江五年前常住人口城镇化率是多少？')).outcome).toBe('abstained')
    expect((await library.ask('青江现在常住人口城镇化率是多少？')).answer).toContain('67.4%')
  })

  it('tells all sentences of one pattern, in order', async () => {
    const { statements } = await library.ask('提升蚕桑研发能力，青江要实行哪几种“导向”的机制？')
    expect(statements.map(({ text }) => /实行以(..)/.exec(text)?.[1])).toEqual(['市场', '质量', '贡献'])
  })
})
