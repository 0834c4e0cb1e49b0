import { describe, expect, it } from 'vitest'
import { createAnswerLibrary } from '../support/answer-library.ts'

const library = await createAnswerLibrary({
  'boats.txt': `Measures for Registering Fishing Boats
第一条 为规范渔船登记，制定本办法。
第二条 登记审查组成员不低于5人。
第三条 县渔业主管部门负责渔船登记的审查和发证工作。
第四条 本办法由县渔业局负责解释。
第五条 本办法自2031年4月30日起施行，有效期3年。
`,
  'nets.txt': `Notice on Reporting Fishing Nets
各渔业公司：
现将渔网申报有关事项通知如下。
一、申报安排
（一）启动期（2031年5—6月）
公布渔网申报表，受理各渔业公司报名。
（二）核查期（2031年7—10月）
由检验机构核查申报的渔网，每次抽查不低于20张。
二、附则
本通知自发布之日起实施，有效期2年。
县渔业局联系人：王青，联系电话：0999-1234567
县检验所联系人：李河，联系电话：0999-7654321
`,
})
const ask = async (question: string): Promise<string> => (await library.ask(question)).answer

describe('what a notice or a measure says of itself', () => {
  it('tells whom to call at the office that is asked for', async () => {
    expect(await ask('申报渔网，县检验所那边找谁联系？')).toContain('李河')
    expect(await ask('申报渔网，县检验所那边找谁联系？')).not.toContain('王青')
    expect(await ask('县渔业局的电话是多少？')).toContain('0999-1234567')
  })

  it('tells the same of two papers, each by its name', async () => {
    const told = await ask('渔船登记办法和渔网申报通知，有效期各是几年？')
    expect(told).toMatch(/渔船登记办法：[^\n]*有效期3年/)
    expect(told).toMatch(/渔网申报通知：[^\n]*有效期2年/)
  })

  it('tells when a stage is, by its heading', async () => {
    expect(await ask('渔网申报的核查期是什么时候？')).toContain('2031年7—10月')
  })

  it('marks no condition as an aim', async () => {
    const told = await ask('渔船登记审查组至少几个人？')
    expect(told).toContain('5人')
    expect(told).not.toContain('目标')
  })

  it('tells who does it, not who answers for another task', async () => {
    expect(await ask('谁负责渔船登记的审查？')).toContain('县渔业主管部门')
  })
})

describe('a paper in traditional characters', () => {
  it('is found by simplified ones, and quoted as printed', async () => {
    const old = await createAnswerLibrary({
      'old.txt': `漁業工作報告
各位代表：
據一九五三年底的統計，全縣已經有三千漁民組織在四十八個漁業合作社中。
全縣漁船的總數今年將達二千六百艘。
`,
    })
    const { answer, citations } = await old.ask('渔业合作社有多少个？')
    expect(answer).toContain('四十八個漁業合作社')
    expect(citations[0]?.quote).toContain('據一九五三年底')
  })
})
