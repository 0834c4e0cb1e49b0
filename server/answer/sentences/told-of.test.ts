import { describe, expect, it } from 'vitest'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../../ingest/index/sentence-row.ts'
import { parseText } from '../../../tests/support/parse-text.ts'
import { isToldOf } from './told-of.ts'

/** The last sentence of a paper. */
function rowOf(...lines: readonly string[]): SentenceRow {
  const document = {
    document: parseText(['南湾省政府工作报告', ...lines, ''].join('\n')),
    relations: [],
    firstSentenceRow: 0,
    firstPassageRow: 0,
    plansOnly: false,
    periods: [],
  }
  const sentence = document.document.sentences.at(-1)
  if (sentence === undefined) throw new Error('the paper has no sentence')
  return sentenceRow(document, sentence)
}

describe('isToldOf', () => {
  it.each<[boolean, string, string]>([
    [true, '石桥市生产总值增长6%，红石县增长5%。', '石桥市生产总值增长6%'],
    [false, '石桥经济圈产业规划完成，经济总量年均增长5.8%。', '经济总量年均增长5.8%'],
    [true, '支持石桥建设航运中心，口岸吞吐量突破900万吨。', '口岸吞吐量突破900万吨'],
    [false, '产业占生产总值比重达73%左右，石桥、红石辐射带动能力增强。', '产业占生产总值比重达73%左右……石桥、红石辐射带动能力增强'],
    [false, '石桥辐射带动能力增强，全省生产总值增长6%。', '全省生产总值增长6%'],
    [false, '石桥辐射带动能力增强，全省生产总值增长6%，粮食产量90亿斤。', '粮食产量90亿斤'],
    [false, '石桥市增长6%；粮食产量90亿斤。', '粮食产量90亿斤'],
    [false, '引进企业30家，生产总值增长6%。', '生产总值增长6%'],
    [true, '高标准建设石桥、红石等城市。', '高标准建设石桥、红石等城市'],
  ])('%s: %s: %s', (isOwn, sentence, quote) => expect(isToldOf(rowOf(sentence), quote, ['石桥市', '石桥'])).toBe(isOwn))

  it('takes what is told of an area called after the place for that area’s own', () => {
    const row = rowOf('石桥经济圈产业规划完成，经济总量年均增长5.8%。')
    expect(isToldOf(row, '经济总量年均增长5.8%', ['石桥经济圈'])).toBe(true)
  })

  it('takes a figure under a heading that names the place for its own', () => {
    expect(isToldOf(rowOf('一、石桥市', '生产总值增长6%。'), '生产总值增长6%', ['石桥市', '石桥'])).toBe(true)
  })
})
