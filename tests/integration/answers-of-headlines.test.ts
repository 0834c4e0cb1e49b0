import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'
import { INVENTED_LIBRARY } from '../support/invented-library.ts'

const opening = (province: string): string => `${province}2031年政府工作报告
——2031年1月20日在${province}第九届人民代表大会第二次会议上
${province}省长 孙小河
各位代表：
`

/** Two provinces side by side; the one tells its problems under a heading, the other in a sentence. */
const PROVINCES: Readonly<Record<string, string>> = {
  '甲.txt': `${opening('青河省')}
一、2030年工作回顾
全省生产总值完成3.2万亿元，增长5.6%；一般公共预算收入3105亿元，增长3.1%。甲山市、乙水市、丙原市生产总值分别增长6.1%、7.2%和5.9%。
我们清醒看到面临的困难和问题。消费增长后劲不足。基层财力紧张。我们一定直面问题，不负人民期待。
二、2031年工作安排
今年主要预期目标是：地区生产总值增长5%左右，一般公共预算收入增长2%，城镇新增就业45万人以上。
（一）办好人民满意的教育。新建普通高中20所。补充乡村教师3000名。
（二）深入开展主题教育。整治形式主义问题12项。
`,
  '乙.txt': `${opening('白原省')}
一、过去一年的工作
全省生产总值增长4.8%。扎实解决群众反映强烈的突出问题320件。
我们也清醒认识到，发展中还存在不少问题：一是创新能力不强；二是人口外流较多。
二、今年工作安排
主要预期目标是：地区生产总值增长4.5%左右，粮食总产量达到300亿斤。
`,
}

describe('questions for the head of a paper', () => {
  let city: AnswerLibrary
  let provinces: AnswerLibrary
  beforeAll(async () => {
    city = await createAnswerLibrary(INVENTED_LIBRARY)
    provinces = await createAnswerLibrary(PROVINCES)
  })

  it('tells the main targets of the widest place, and of the year that is asked for', async () => {
    const newest = await city.ask('今年的主要预期目标是什么？')
    expect(newest.statements).toHaveLength(1)
    expect(newest.answer).toContain('地区生产总值增长6.5%左右')
    expect(newest.answer).toContain('青江市')
    const before = await city.ask('2030年主要预期目标有哪些？')
    expect(before.answer).toContain('地区生产总值增长6%左右')
    expect(before.answer).not.toContain('6.5%')
  })

  it('tells targets and problems of each place where several stand side by side, and stops where the problems end', async () => {
    const targets = await provinces.ask('主要预期目标是多少？')
    expect(targets.answer).toContain('增长5%左右')
    expect(targets.answer).toContain('300亿斤')
    const { answer } = await provinces.ask('存在哪些问题？')
    for (const told of ['青河省：', '基层财力紧张', '白原省：', '一是创新能力不强；二是人口外流较多']) expect(answer).toContain(told)
    expect(answer).not.toContain('直面问题')
    expect(answer).not.toContain('320件')
  })

  it('refuses where no paper of the year tells it', async () => {
    const { outcome, missing } = await provinces.ask('2030年的主要预期目标是什么？')
    expect(outcome).toBe('abstained')
    expect(missing).not.toEqual([])
  })

  it('gives the clause of each indicator that is asked for side by side, and no figure of places below', async () => {
    const { statements, tables, answer } = await provinces.ask('青河省2030年GDP和财政收入分别是多少？')
    expect(statements.map(({ text }) => text)).toEqual(['2030年：全省生产总值完成3.2万亿元', '2030年：一般公共预算收入3105亿元'])
    expect(tables?.[0]?.rows[0]?.map(({ text }) => text)).toEqual(['2030年', '3.2万亿元（实绩）', '3105亿元（实绩）'])
    expect(answer).not.toContain('5.9%')
    const goals = await city.ask('2031年青江市GDP、一般公共预算收入的目标各是多少')
    expect(goals.answer).toContain('6.5%左右')
    expect(goals.answer).not.toContain('2.3万人')
  })

  it('looks for what is to be done on a subject in the part that says so, not where its word means something else', async () => {
    const { answer } = await provinces.ask('青河省教育方面有哪些部署？')
    expect(answer).toContain('新建普通高中20所')
    expect(answer).not.toContain('形式主义')
  })

  it('reads economic growth as that of the gross product', async () => {
    const { answer } = await provinces.ask('白原省今年经济增长目标是多少？')
    expect(answer).toContain('4.5%左右')
  })

  it('tells what was done in the year that is asked for, not in another one', async () => {
    const { answer } = await city.ask('青江市2030年工作取得了哪些成绩？')
    expect(answer).toContain('812.5亿元')
    expect(answer).not.toContain('765.8亿元')
    const other = await city.ask('青江市2029年工作取得了哪些成绩？')
    expect(other.answer).toContain('765.8亿元')
    expect(other.answer).not.toContain('812.5亿元')
  })

  it('tells what stands under a heading that names what is asked for', async () => {
    const { answer } = await city.ask('青江市今年要办哪些民生实事？')
    for (const told of ['新建公办幼儿园12所', '改造老旧小区45个', '开通公交线路7条']) expect(answer).toContain(told)
  })

  it('does not put the same growth of two years and places into one statement', async () => {
    const report = (place: string, year: number): string => `${place}${year}年政府工作报告
——${year}年1月9日在${place}第九届人民代表大会第${year - 2029}次会议上
各位代表：
一、${year}年工作安排
今年一般公共预算收入增长5%，新建公厕${year % 100}座。
`
    const library = await createAnswerLibrary({ '1.txt': report('青江市', 2030), '2.txt': report('白水市', 2031) })
    const { statements } = await library.ask('一般公共预算收入的目标是多少？')
    expect(statements.length).toBeGreaterThan(0)
    for (const { text, citations } of statements) {
      expect(citations).toHaveLength(1)
      expect(/2030年青江市|2031年白水市/.test(text), text).toBe(true)
    }
  })

  it('calls a target a target beside a result', async () => {
    const { answer } = await city.ask('青江市2030年和2031年的一般公共预算收入增长多少？')
    expect(answer).toMatch(/2031年青江市（目标）：[^\n]*一般公共预算收入增长4%/)
  })

  it('lets no place speak for another one beside it', async () => {
    const { statements, tables, missing } = await provinces.ask('2030年和2031年生产总值各增长多少？')
    for (const { text } of statements) {
      if (text.includes('5.6%')) expect(text).toContain('2030年青河省')
      if (text.includes('4.5%')) expect(text).toContain('2031年白原省')
    }
    expect(tables?.[0]?.rows.map(([side]) => side?.text).toSorted()).toEqual(['2030年白原省', '2030年青河省', '2031年白原省', '2031年青河省'])
    expect(missing).toBeUndefined()
  })

  it('reads years gone by as a stretch of time where a part of a paper is asked for', async () => {
    const { understood, statements } = await provinces.ask('青河省近三年取得了哪些成绩？')
    expect(understood.kind).toBe('summary')
    expect(statements.length).toBeGreaterThan(0)
  })

  it('sets the main indicators of two years side by side, every cell cited', async () => {
    const { statements, tables, citations } = await city.ask('青江市2030年和2031年的主要目标有什么变化？')
    expect(statements.map(({ text }) => text.slice(0, 12))).toEqual(['2030年青江市目标：今', '2031年青江市目标：今'])
    const [table] = tables ?? []
    expect(table?.columns).toEqual(['指标', '2030年青江市目标', '2031年青江市目标'])
    const product = table?.rows.find(([name]) => name?.text === '地区生产总值')
    expect(product?.map(({ text }) => text)).toEqual(['地区生产总值', '增长6%左右', '增长6.5%左右'])
    for (const cell of product?.slice(1) ?? []) expect(citations[(cell.citations[0] ?? 0) - 1]?.quote).toContain(cell.text.replace('增长', ''))
  })

  it('sets targets beside results, and says which of the two the library lacks', async () => {
    const { answer, missing } = await city.ask('青江市2030年主要目标完成得怎么样？')
    expect(answer).toContain('2030年青江市目标')
    expect(missing?.join('') ?? answer).toMatch(/实绩|实际/)
  })

  it('compares targets of places of one year only', async () => {
    const { statements, tables } = await provinces.ask('青河省和白原省谁的生产总值增长目标高？')
    const rows = tables?.[0]?.rows.map((row) => row.map(({ text }) => text).join(' ')) ?? []
    expect(rows.toSorted()).toEqual(['2031年白原省 目标 4.5%左右', '2031年青河省 目标 5%左右'])
    expect(statements.at(-1)?.text).toMatch(/2031年青河省比2031年白原省高0\.5个百分点|2031年白原省比2031年青河省低0\.5个百分点/)
  })

  it('knows such questions among other words', async () => {
    expect((await provinces.ask('白原省政府工作报告里讲，当前还存在哪些问题和短板？')).answer).toContain('一是创新能力不强')
    expect((await provinces.ask('白原省政府工作报告指出了哪些困难和问题？')).answer).toContain('人口外流较多')
    expect((await provinces.ask('青河省2031年经济社会发展主要预期目标有哪些？')).answer).toContain('城镇新增就业45万人以上')
  })

  it('takes the result where it is known and the target where it is asked for', async () => {
    const { statements, tables } = await city.ask('青江市2030年地区生产总值增长多少，2031年目标多少？')
    expect(statements.map(({ text }) => text).join('\n')).toMatch(/2030年青江市（实绩）：[^\n]*6\.1%/)
    expect(statements.map(({ text }) => text).join('\n')).not.toContain('6%左右')
    expect(tables?.[0]?.rows.map((row) => row.map(({ text }) => text).join(' '))).toEqual(['2030年青江市 实绩 6.1%', '2031年青江市 目标 6.5%左右'])
  })

  it('says of a target that it is one, whatever words the question holds', async () => {
    const library = await createAnswerLibrary({
      '1.txt': `青江市2031年政府工作报告
——2031年1月9日在青江市第九届人民代表大会第二次会议上
各位代表：
一、2031年工作安排
今年社会消费品零售总额增长8%，在确保质量的前提下，建成公租房500套。
`,
    })
    expect((await library.ask('2031年社会消费品零售总额增长多少？')).answer).toContain('（目标）')
    expect((await library.ask('2031年建成公租房多少套？')).answer).toContain('（目标）')
  })

  it('sets a sentence that sums up the targets beside a list of them', async () => {
    const library = await createAnswerLibrary({
      '1.txt': `青江市2031年国民经济和社会发展计划
2031年主要预期目标是：地区生产总值增长6.5%左右；固定资产投资增长9%以上；城镇新增就业3万人以上。
`,
      '2.txt': `关于青江市河东区2030年计划执行情况与2031年计划草案的报告
二、2031年主要目标
2031年主要预期目标：
- 地区生产总值增长7%左右；
- 固定资产投资增长12%以上；
- 居民收入与经济增长基本同步。
三、主要任务
建成水渠9公里。
`,
    })
    const { answer, tables, notes } = await library.ask('青江市和河东区2031年主要预期目标对比')
    expect(tables?.[0]?.rows.map((row) => row.map(({ text }) => text).join(' '))).toEqual([
      '地区生产总值 增长6.5%左右 增长7%左右',
      '固定资产投资 增长9%以上 增长12%以上',
      '城镇新增就业 3万人以上 —',
    ])
    expect(answer).toContain('居民收入与经济增长基本同步')
    expect(answer).not.toContain('9公里')
    expect(notes?.join('') ?? '').not.toContain('没有汇总')
    expect((await library.ask('河东区2031年主要预期目标是什么？')).answer).toContain('居民收入与经济增长基本同步')
  })

  it('takes the growth of 经济 for that of the product, and no other figure for an indicator that is named without one', async () => {
    const library = await createAnswerLibrary({
      '1.txt': `青河省2031年政府工作报告
一、2030年工作回顾
就业总体稳定，新增返乡创业户3.9万户、带动就地就业16.8万人，城镇新增就业超额完成全年任务。
二、2031年主要目标
今年经济社会发展主要预期目标是：经济增长5.5%左右，在实际工作中努力争取更好结果；城镇新增就业70万人以上；居民收入增长和经济增长同步。
`,
      '2.txt': `白原省2031年政府工作报告
二、2031年主要目标
主要预期目标是：全省生产总值增长5%左右，城镇新增就业60万人以上。
`,
    })
    const { tables } = await library.ask('青河省和白原省今年GDP增长目标各是多少？')
    expect(tables?.[0]?.rows.map((row) => row.map(({ text }) => text).join(' ')).toSorted()).toEqual([
      '2031年白原省 目标 5%左右',
      '2031年青河省 目标 5.5%左右',
    ])
    const employed = await library.ask('青河省去年新增就业多少人，今年打算新增多少？')
    expect(JSON.stringify(employed.tables ?? [])).not.toContain('16.8')
  })

  it('quotes no row of a table that lost its head', async () => {
    const library = await createAnswerLibrary({
      '1.txt': `青江市2031年国民经济和社会发展计划
一、主要指标
指标　单位　2030年计划　2030年完成　2031年目标
进出口总额　亿元　70　64.7　67
二、2031年主要目标
今年进出口总额达到67亿元。
`,
    })
    const { answer } = await library.ask('青江市2031年进出口总额目标是多少？')
    expect(answer).toContain('达到67亿元')
    expect(answer).not.toContain('64.7')
  })
})
