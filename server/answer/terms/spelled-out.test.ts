import { describe, expect, it } from 'vitest'
import { createTermFinder, readCollectiveTerm } from './collective-term.ts'
import { spelledOutIn } from './spelled-out.ts'

const spelledOut = (raw: string, sentence: string) => {
  const term = readCollectiveTerm(raw)
  if (term === null) throw new Error(`${raw} counts nothing`)
  return spelledOutIn(sentence, term, createTermFinder(term.text)(sentence))?.text ?? null
}

describe('spelledOutIn', () => {
  it.each<[string, string, string]>([
    ['三个习惯一个规范', '打造突出阅读、书写、运动、行为“三个习惯一个规范”的品牌。', '打造突出阅读、书写、运动、行为“三个习惯一个规范”的品牌。'],
    ['三通', '健全乡村水通、电通、网通“三通”长效机制，惠及全县。', '健全乡村水通、电通、网通“三通”长效机制，惠及全县。'],
    ['四链', '推动人才链、教育链、产业链和创新链“四链”融合。', '推动人才链、教育链、产业链和创新链“四链”融合。'],
    ['三个课堂', '推进“三个课堂”（专递课堂、名师课堂、网络课堂）应用。', '推进“三个课堂”（专递课堂、名师课堂、网络课堂）应用。'],
    ['两新', '8.“两新”：国家设备更新行动和消费品以旧换新。', '8.“两新”：国家设备更新行动和消费品以旧换新。'],
    ['两个坚持', '提出的“两个坚持”原则，即坚持人民至上、坚持系统观念。', '提出的“两个坚持”原则，即坚持人民至上、坚持系统观念。'],
    ['六稳', '加大力度，稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期，守住底线。', '稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期'],
    ['三横两纵', '横向以甲层为基础，纵向以乙规范为支撑，形成“三横两纵”架构。', '横向以甲层为基础，纵向以乙规范为支撑，形成“三横两纵”架构。'],
    ['1+N+X', '建设以一个底座、N个行业模型和X个应用场景为内容的“1＋N＋X”体系。', '建设以一个底座、N个行业模型和X个应用场景为内容的“1＋N＋X”体系。'],
    ['两个领先', '到2030年实现人均收入领先全省平均、城镇化率领先全省平均。', '到2030年实现人均收入领先全省平均、城镇化率领先全省平均'],
  ])('%s in %s', (raw, sentence, text) => {
    expect(spelledOut(raw, sentence)).toBe(text)
  })

  it.each([
    ['六保', '“六保”是今年工作的着力点。'],
    ['四项工程', '通过实施“四项工程”，在支撑力、聚集力、创业活力、融合应用等方面走在前列。'],
    ['两癌', '免费开展适龄女孩疫苗接种、妇女“两癌”筛查。'],
    ['三保', '推进财政资金统筹、零基预算改革、基层“三保”、债务管理等改革。'],
    ['两个确保', '落实各级政府责任和“两个确保”要求。'],
    ['四预', '梳理信息系统建设现状、存在问题以及水资源管理与调配业务“四预”需求。'],
  ])('%s is not explained in %s', (raw, sentence) => {
    expect(spelledOut(raw, sentence)).toBeNull()
  })
})
