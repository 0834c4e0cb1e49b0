import { describe, expect, it } from 'vitest'
import { isOpposed, opposedWords } from './opposed-words.ts'

const opposes = (asked: string, name: string, around = name): boolean => opposedWords(asked).some((word) => isOpposed(word, name, around))

describe('words that exclude one another', () => {
  it.each([
    ['城镇居民人均可支配收入多少元？', '全体居民人均可支配收入'],
    ['城镇居民人均可支配收入多少元？', '农村居民人均可支配收入'],
    ['农村居民人均可支配收入多少元？', '居民人均可支配收入'],
    ['全体居民人均可支配收入多少元？', '城乡居民人均可支配收入'],
    ['城镇登记失业率是多少？', '城镇调查失业率'],
    ['人均地区生产总值多少元？', '地区生产总值'],
    ['地区生产总值多少亿元？', '人均地区生产总值'],
    ['出口多少亿元？', '进出口总额'],
    ['一般公共预算支出增长多少？', '一般公共预算收入'],
    ['非税收入多少？', '税收收入'],
    ['国家级绿色工厂多少家？', '省级绿色工厂'],
    ['第三产业增加值多少？', '第二产业增加值'],
    ['引进外资多少？', '引进国内（区外）到位资金'],
  ])('%s is not answered by %s', (asked, name) => expect(opposes(asked, name)).toBe(true))

  it.each([
    ['城镇居民人均可支配收入多少元？', '城乡居民人均可支配收入'],
    ['农民人均可支配收入多少？', '农村常住居民人均可支配收入'],
    ['城镇和农村居民收入各多少？', '农村居民人均可支配收入'],
    ['居民收入多少？', '居民人均可支配收入'],
    ['生产总值多少？', '地区生产总值'],
    ['进出口总额多少？', '外贸进出口总值'],
    ['GDP多少？', '经济总量'],
  ])('%s may be answered by %s', (asked, name) => expect(opposes(asked, name)).toBe(false))

  it('looks at the clause where the name is cut short', () => {
    expect(opposes('城镇居民人均可支配收入增长多少？', '', '城镇居民人均可支配收入增长5%')).toBe(false)
    expect(opposes('城镇登记失业率是多少？', '失业率', '失业率保持在5%以内')).toBe(true)
  })
})
