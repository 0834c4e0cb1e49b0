import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'
import { INVENTED_LIBRARY } from '../support/invented-library.ts'

/** A paper of a ministry-like office that names no place of its own, and one with notes behind the text. */
const MORE: Readonly<Record<string, string>> = {
  '行动方案.txt': `数据要素行动方案（2031—2033年）

一、总体要求
（一）建设原则
坚持需求牵引。以福州企业和群众的需求为牵引，先急后缓，分步建设，不搞重复投资，不搞形象工程。
坚持安全可控。把福州数据安全放在首位，落实分级保护制度，守住数据安全底线，防范各类泄露风险。
坚持协同共享。打通福州各部门各层级的数据，统一标准，统一平台，推动数据在更大范围内共享。
（二）建设目标
到2033年，福州数据产业规模达到90亿元，福州数据企业达到300家。

二、重点任务
（一）建好数据底座。福州建设算力中心2个。
（二）放开数据供给。福州开放公共数据1200项。
（三）壮大数据企业。福州每年新增数据企业60家。

三、保障措施
（一）加强组织领导。
（二）落实资金保障。
（三）营造良好氛围。
`,
  '五年.txt': `白石省2031年政府工作报告
——2031年1月20日在白石省第九届人民代表大会第二次会议上
白石省省长 李大石
各位代表：
一、2030年工作回顾
（一）去年，我省发展面临诸多困难挑战
世界经济增长低迷，外贸下行压力加大。
（二）在肯定成绩的同时，我们也清醒看到面临的困难和问题
就业压力显著加大，基层财政收支矛盾加剧。
二、“十七五”时期主要任务
（一）加快农业现代化，推进乡村全面振兴。五年建设粮仓60座，改造茶园90万亩。
（二）加快工业转型升级。五年建设智能工厂80家，培育船舶企业20家。
三、2031年重点工作
（一）持之以恒抓好“三农”工作。建设粮仓12座，改造茶园18万亩。
（二）壮大现代产业体系。建设智能工厂15家。培育船舶企业4家，交付船舶30艘。新签约陶瓷项目6个。
`,
  '注释.txt': `青河省2031年政府工作报告
——2031年1月20日在青河省第九届人民代表大会第二次会议上
青河省省长 孙小河
各位代表：
一、2031年工作安排
今年地区生产总值增长5%左右，完善“四水共治”［1］机制，实施新一轮“2个10万”，十年间新增人才10万人、新增学位10万个。
注释
［1］四水共治：
治污水、防洪水、排涝水、保供水。
［2］两通：
通路、通电。
`,
}

describe('parts of papers', () => {
  let library: AnswerLibrary
  beforeAll(async () => {
    library = await createAnswerLibrary({ ...INVENTED_LIBRARY, ...MORE })
  })

  it('names the tasks of a paper by the headings behind the sentence that announces them, in order', async () => {
    const { outcome, statements } = await library.ask('2031年青江市要重点抓好哪些方面的工作？')
    expect(outcome).toBe('answered')
    expect(statements.map(({ text }) => text)).toEqual(['（一）兴修水利', '（二）壮大蚕桑产业', '（三）办好民生实事'])
  })

  it('tells the aims of a section that is found by its subject', async () => {
    const { answer } = await library.ask('2031年青江市有哪些民生目标？')
    expect(answer).toContain('新建公办幼儿园12所')
    expect(answer).not.toContain('提水泵站')
  })

  it('finds parts by their usual names, in the document of a place that it does not name as its own', async () => {
    const tasks = await library.ask('福州数据行动方案有哪些重点任务？')
    expect(tasks.statements.map(({ text }) => text)).toEqual(['（一）建好数据底座', '（二）放开数据供给', '（三）壮大数据企业'])
    const measures = await library.ask('福州的方案有哪些保障措施？')
    expect(measures.answer).toContain('落实资金保障')
    const principles = await library.ask('福州数据要素行动方案的基本原则有哪些？')
    for (const told of ['需求牵引', '安全可控', '协同共享']) expect(principles.answer).toContain(told)
    expect(principles.answer).not.toContain('算力中心')
  })

  it('tells how a thing is to be done this year by the part on the year, not by that on five years', async () => {
    const { answer } = await library.ask('白石省2031年农业农村打算怎么干？')
    expect(answer).toContain('建设粮仓12座')
    expect(answer).not.toContain('60座')
  })

  it('tells of a section on a whole theme what is of the thing that is asked for', async () => {
    const { answer } = await library.ask('白石省2031年船舶产业怎么干？')
    expect(answer).toContain('交付船舶30艘')
    expect(answer).not.toContain('陶瓷')
  })

  it('tells what a paper finds wanting by the heading that leads up to it, not by one on hardships that are over', async () => {
    const { answer } = await library.ask('白石省2031年报告承认面临的困难和问题有哪些？')
    expect(answer).toContain('基层财政收支矛盾加剧')
    expect(answer).not.toContain('世界经济增长低迷')
  })

  it('explains a term by the note behind the text, and by what stands behind it in the sentence', async () => {
    expect((await library.ask('“四水共治”是什么意思？')).answer).toContain('治污水、防洪水、排涝水、保供水')
    expect((await library.ask('“四水共治”是什么意思？')).answer).not.toContain('通路')
    expect((await library.ask('“2个10万”指什么？')).answer).toContain('新增学位10万个')
  })

  it('explains terms that are asked for side by side, each by its own note', async () => {
    const { answer } = await library.ask('青河省的“四水共治”和“两通”分别是什么意思？')
    for (const told of ['治污水、防洪水、排涝水、保供水', '通路、通电']) expect(answer).toContain(told)
  })

  it('tells what a thing is by what stands under the heading that is its name', async () => {
    const { answer } = await library.ask('什么是壮大数据企业？')
    expect(answer).toContain('福州每年新增数据企业60家')
  })

  it('is surer of what the library tells in the words of the question', async () => {
    const ask = async (question: string): Promise<number> =>
      (await library.engine.answer(library.snapshot, { question, filters: {}, history: [] })).confidence ?? -1
    expect(await ask('青江市2031年新建公办幼儿园多少所？')).toBeGreaterThan(await ask('青江市2031年引进多少名外国专家？'))
  })
})
