import { describe, expect, it } from 'vitest'
import { createAnswerLibrary } from '../../../tests/support/answer-library.ts'
import type { Draft } from '../sentences/draft.ts'
import { unfoldLead } from './unfold-lead.ts'

const library = await createAnswerLibrary({
  '1.txt': `青江市2031年政府工作报告
——2031年1月9日在青江市第九届人民代表大会第二次会议上
一、2030年工作回顾
（一）社会事业不断进步
打造戏曲高地。新建小戏台7个，送戏下乡90场。青江梆子入选名录。完善养老服务。新建医养中心2个。
`,
  '2.txt': `青江市蚕种场认定办法
第一条 为了规范认定，制定本办法。
第二条 有下列情况之一的蚕种场不得申请认定：
（一）出售病种的；
（二）三年内受过处罚的。
第三条 本办法自发布之日起施行。
`,
  '3.txt': `白塬县奶业补助实施细则
一、补助对象
本县登记的家庭牧场。
二、办理程序
（一）申报。牧场向乡镇提交申请。
（二）审核。县农牧局审核。
（三）拨付。县财政局拨付资金。
三、保障措施
（一）加强领导。
（二）加强监督。
`,
})

describe('an answer that tells nothing by itself', () => {
  it('goes on with the paragraph that its topic heads, to the next topic', () => {
    const row = library.snapshot.sentences.find(({ sentence }) => sentence.text === '打造戏曲高地。')
    const draft: Draft = { kind: 'answered', statements: row ? [{ text: row.sentence.text, rows: [row] }] : [] }
    const told = (asked: string): string[] =>
      unfoldLead(draft, { asked, kind: 'value', expected: { kind: 'statement' } }).statements.map(({ text }) => text)
    expect(told('打造戏曲高地做了什么？')).toEqual(['打造戏曲高地。', '新建小戏台7个，送戏下乡90场。', '青江梆子入选名录。'])
    expect(told('要把青江市的哪项事业打造成高地？')).toEqual(['打造戏曲高地。'])
  })

  it('gives the points that it leads up to', async () => {
    const { answer } = await library.ask('什么样的蚕种场不得申请认定？')
    expect(answer).toContain('出售病种')
    expect(answer).toContain('受过处罚')
    expect(answer).not.toContain('第三条')
  })

  it('tells what stands under a heading that the question names, not the heading', async () => {
    expect((await library.ask('白塬县奶业补助的补助对象是谁？')).answer).toMatch(/^(?!.*补助对象).*家庭牧场/)
    const { answer } = await library.ask('办理程序')
    for (const step of ['申报', '审核', '拨付']) expect(answer).toContain(step)
  })
})
