import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

/** A province of the gazetteer, so that its cities are known; all figures are made up. */
const PROVINCE = `贵州省2031年政府工作报告
——2031年1月20日在贵州省第十九届人民代表大会第二次会议上
贵州省省长 孙小河
各位代表：
一、2030年工作回顾
过去一年，全省地区生产总值增长5.6%，研发投入强度达到1.4%。全省算力规模突破130Eflops。沿江港口千吨级以上泊位达到44个，机场旅客吞吐量突破3100万人次。
区域发展更加协调，遵义跨入地区生产总值六千亿级城市行列，毕节、安顺进至前列。铜仁市实现空气质量二级达标。民间投资增长3.1%。
育儿津贴发放到位，惠及120余万婴幼儿。全年规上原煤产量1.2亿吨。
二、2031年工作安排
今年主要预期目标是：地区生产总值增长5%左右，研发投入强度达到1.6%以上。推动居民收入与经济增长同步，单位生产总值二氧化碳排放完成下达任务。
着力扩大有效投资，激发民间投资活力，完善民间投资项目推介机制。全省算力规模突破160Eflops。力争到2035年，全省地区生产总值迈上4万亿元新台阶，人均地区生产总值达到11万元。
`
let library: AnswerLibrary
beforeAll(async () => {
  library = await createAnswerLibrary({ '贵州2031.txt': PROVINCE })
})

describe('a question that leaves open whether a result or an aim is meant', () => {
  it.each([
    ['贵州研发投入强度', '1.4%', '1.6%以上'],
    ['贵州算力规模现在多大', '130Eflops', '160Eflops'],
    ['贵州民间投资怎么样', '民间投资增长3.1%', '激发民间投资活力'],
  ])('is told the result first and the aim beside it: %s', async (question, result, aim) => {
    const { statements } = await library.ask(question)
    expect(statements[0]?.text).toContain(result)
    expect(statements.slice(1).some(({ text }) => text.includes(aim))).toBe(true)
  })

  it('is told the aim alone where an aim is asked for', async () => {
    const { answer } = await library.ask('贵州研发投入强度目标是多少')
    expect(answer).toContain('1.6%以上')
    expect(answer).not.toContain('1.4%')
  })
})

describe('what stands in other words than it is asked in', () => {
  it.each([
    ['遵义GDP到哪个台阶了', '六千亿级'],
    ['铜仁的空气质量怎么样', '二级达标'],
    ['贵州机场旅客吞吐量现在多大', '3100万人次'],
    ['贵州沿江港口泊位多少个', '44个'],
    ['贵州育儿津贴惠及多少人', '120余万婴幼儿'],
    ['贵州去年煤炭产量', '1.2亿吨'],
    ['贵州2035年GDP目标', '地区生产总值迈上4万亿元'],
  ])('is told: %s', async (question, told) => {
    const { outcome, answer } = await library.ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(told)
  })

  it('is not told of a city that another clause names', async () => {
    expect((await library.ask('毕节GDP')).outcome).toBe('abstained')
  })

  it('is not told of what only keeps pace with it', async () => {
    expect((await library.ask('贵州GDP到哪个台阶了')).answer).not.toContain('居民收入')
  })
})
