import { describe, expect, it } from 'vitest'
import { nameSpokenMeasures } from './spoken-measures.ts'

describe('nameSpokenMeasures', () => {
  it.each([
    ['94年全国打了多少粮，跟前一年比多了还是少了', '94年全国粮食产量是多少，跟前一年比多了还是少了'],
    ['去年全市一共收了多少粮食', '去年全市粮食产量是多少'],
    ['甲省城里人和乡下人收入差几倍', '甲省城乡居民收入比是多少'],
    ['甲省城乡居民收入差几倍', '甲省城乡居民收入比是多少'],
    ['农民人均一年挣多少钱', '农村居民人均可支配收入是多少'],
    ['青江五年里产值平均每年涨多少', '青江五年里产值年均增长多少'],
    ['青江企业到底赚没赚钱', '青江企业利润是多少'],
    ['青江的湿地有多大', '青江的湿地面积是多少'],
    ['青江去年省下多少水', '青江去年节水多少'],
    ['青江2030年干得怎么样', '青江2030年发展得怎么样'],
    ['水渠修了多少公里', '水渠修了多少公里'],
  ])('%s', (asked, named) => expect(nameSpokenMeasures(asked).text).toBe(named))

  it('says how it understood', () => {
    expect(nameSpokenMeasures('打了多少粮').notes).toEqual(['“打了多少粮”按“粮食产量是多少”理解'])
  })
})
