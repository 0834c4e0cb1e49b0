import { expect, test } from 'vitest'
import { indexDocuments } from '../../tests/eval/run/index-documents.ts'
import { readLibrary } from '../../tests/eval/run/read-library.ts'
import { characterAnalyzer } from '../../tests/support/library-fakes.ts'
import { createFactReader } from '../answer/facts/fact-reader.ts'
import { findConflicts } from './find-conflicts.ts'

const report = (year: number, body: string): string => `${year}年青禾市政府工作报告\n\n一、${year}年工作安排\n\n${body}\n`

/** Indicator and values of each conflict among papers of one city. */
async function conflictsOf(...papers: readonly string[]): Promise<[string, string[]][]> {
  const { documents, relations } = readLibrary(new Map(papers.map((text, index) => [`第${index + 1}份.txt`, text])))
  const snapshot = await indexDocuments(documents, relations, { analyzer: characterAnalyzer, embedder: null })
  const facts = await createFactReader().ofLibrary(snapshot)
  return findConflicts(facts, snapshot.sentences).map(({ values }) => [
    values[0]?.[0]?.fact.indicator ?? '',
    values.flatMap(([first]) => (first ? [first.row.sentence.text.slice(first.fact.range.start, first.fact.range.end)] : [])),
  ])
}

test('two papers that give one indicator two values', async () => {
  const found = await conflictsOf(report(2030, '今年，力争城镇新增就业4万人以上。'), report(2030, '年内城镇新增就业4.5万人以上。'))
  expect(found).toEqual([['城镇新增就业', ['4万人以上', '4.5万人以上']]])
})

test('units are made equal, rounding and 左右 are no conflict', async () => {
  expect(await conflictsOf(report(2030, '地区生产总值达到2064.5亿元。'), report(2030, '地区生产总值达到2065亿元。'))).toEqual([])
  expect(await conflictsOf(report(2030, '粮食产量达到24亿斤。'), report(2030, '粮食产量达到120万吨。'))).toEqual([])
  expect(await conflictsOf(report(2030, '地区生产总值增长8%左右。'), report(2030, '地区生产总值增长8.2%。'))).toEqual([])
})

test('an amount and its growth, a city and its district, one year and the next are not set against each other', async () => {
  expect(await conflictsOf(report(2030, '固定资产投资达到500亿元。'), report(2030, '固定资产投资增长20%。'))).toEqual([])
  expect(await conflictsOf(report(2030, '城镇新增就业4万人。'), report(2030, '城镇新增就业5千人。').replace('青禾市', '青禾市东洲区'))).toEqual([])
  expect(await conflictsOf(report(2030, '城镇新增就业4万人。'), report(2031, '城镇新增就业5万人。'))).toEqual([])
})

test('within one paper: the same words with another figure, not a part and not a term of several years', async () => {
  const first = '主要预期目标是：城镇新增就业4万人以上，粮食产量稳定在24亿斤以上。'
  expect(await conflictsOf(report(2030, `${first}\n\n强化就业优先。年内城镇新增就业4.5万人以上。`))).toEqual([
    ['城镇新增就业', ['4万人以上', '4.5万人以上']],
  ])
  expect(await conflictsOf(report(2030, `${first}\n\n其中高校毕业生城镇新增就业1.5万人以上。`))).toEqual([])
  expect(await conflictsOf(report(2030, `${first}\n\n未来五年，城镇新增就业20万人以上。`))).toEqual([])
  expect(await conflictsOf(report(2030, '城镇登记失业率由3.5%下降到3.1%。'))).toEqual([])
})

test('full coverage against a rate below 100 %', async () => {
  const rate = report(2030, '年内垃圾收运处置覆盖率达到97%。')
  expect(await conflictsOf(rate, report(2030, '今年实现生活垃圾收运处置体系全覆盖。'))).toEqual([['垃圾收运处置覆盖率', ['97%', '全覆盖']]])
  expect(await conflictsOf(rate, report(2030, '今年实现社区养老服务全覆盖。'))).toEqual([])
  expect(await conflictsOf(rate.replace('97%', '97%以上'), report(2030, '今年实现垃圾收运处置全覆盖。'))).toEqual([])
})
