import { expect, test } from 'vitest'
import { indexDocuments } from '../../tests/eval/run/index-documents.ts'
import { readLibrary } from '../../tests/eval/run/read-library.ts'
import { characterAnalyzer } from '../../tests/support/library-fakes.ts'
import { createFactReader } from '../answer/facts/fact-reader.ts'
import { compareIndicator } from './compare-indicator.ts'

/** What became of the targets that a report sets and the next year's report looks back on. */
async function outcomes(indicator: string, target: string, result: string): Promise<string[]> {
  const texts = new Map([
    ['甲.txt', `青禾市2030年政府工作报告\n\n一、2030年工作安排\n\n今年发展的主要预期目标是：${target}。\n`],
    ['乙.txt', `青禾市2031年政府工作报告\n\n一、2030年工作回顾\n\n2030年，${result}。\n`],
  ])
  const { documents, relations } = readLibrary(texts)
  const snapshot = await indexDocuments(documents, relations, { analyzer: characterAnalyzer, embedder: null })
  const facts = (await createFactReader().ofLibrary(snapshot)).filter(({ fact }) => fact.indicator === indicator)
  return compareIndicator(indicator, facts).pairs.map(({ outcome }) => outcome)
}

test.each([
  ['地区生产总值', '地区生产总值增长8%左右', '地区生产总值增长8.2%', 'reached'],
  ['地区生产总值', '地区生产总值增长8%左右', '地区生产总值增长6%', 'missed'],
  ['地区生产总值', '地区生产总值增长6.5%—7%', '地区生产总值增长6.7%', 'reached'],
  ['城镇新增就业', '城镇新增就业4万人以上', '城镇新增就业3.9万人', 'missed'],
  ['城镇登记失业率', '城镇登记失业率4%左右', '城镇登记失业率3.1%', 'reached'],
  ['城镇登记失业率', '城镇登记失业率控制在4%以内', '城镇登记失业率4.3%', 'missed'],
  ['居民消费价格指数', '居民消费价格涨幅控制在3%左右', '居民消费价格涨幅1.2%', 'reached'],
  ['单位GDP能耗', '单位地区生产总值能耗下降3%以上', '单位地区生产总值能耗下降3.4%', 'reached'],
  ['单位GDP能耗', '单位地区生产总值能耗下降3%以上', '单位地区生产总值能耗上升1%', 'not_stated'],
  ['地区生产总值', '地区生产总值增长8%左右', '地区生产总值比2025年增长48%', 'not_stated'],
  ['城镇新增就业', '城镇新增就业4万人以上', '回顾过去五年，城镇新增就业20万人', 'not_stated'],
])('%s: %s, then %s: %s', async (indicator, target, result, outcome) => {
  expect(await outcomes(indicator, target, result)).toEqual([outcome])
})
