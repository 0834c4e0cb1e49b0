import { describe, expect, it } from 'vitest'
import type { SentenceRow, SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../../ingest/index/sentence-row.ts'
import { parseText } from '../../../tests/support/parse-text.ts'
import { beginsPoint, seriesAround, seriesFrom } from './counted-series.ts'

/** The sentence that holds a text, in a document of these lines. */
function rowWith(text: string, lines: readonly string[]): SentenceRow {
  const document: SnapshotDocument = {
    document: parseText(['青江市水利工作报告', ...lines, ''].join('\n')),
    relations: [],
    firstSentenceRow: 0,
    firstPassageRow: 0,
    plansOnly: false,
    periods: [],
  }
  const sentence = document.document.sentences.find((one) => one.text.includes(text))
  if (sentence === undefined) throw new Error(`no sentence holds ${text}`)
  return sentenceRow(document, sentence)
}

const heads = (row: SentenceRow): (string | undefined)[] | undefined => seriesFrom(row)?.points.map((point) => point[0]?.sentence.text)

describe('seriesFrom', () => {
  it('reads points over sentences, each with what is told of it, and the sentence above as their lead', () => {
    const lines = ['要打好治水攻坚战。', '一要清淤疏浚。疏浚河道三十公里。二要截污纳管。新建管网五十公里。三要巡河护岸。']
    const series = seriesFrom(rowWith('清淤疏浚', lines))
    expect(series?.lead?.sentence.text).toBe('要打好治水攻坚战。')
    expect(series?.points.map((point) => point.map(({ sentence }) => sentence.text))).toEqual([
      ['一要清淤疏浚。', '疏浚河道三十公里。'],
      ['二要截污纳管。', '新建管网五十公里。'],
      ['三要巡河护岸。'],
    ])
  })

  it.each<[string, readonly string[], number]>([
    ['the sentence that leads up to its points itself', ['存在四个方面不足：一是水源少；二是渠道旧；三是管护弱；四是投入低。'], 4],
    ['points under headings of their own', ['重点抓好三件事。', '一是修渠。修建东干渠。', '二是打井。新打机井十眼。', '三是植树。绿化渠岸百亩。'], 3],
    [
      'conditions of an article',
      ['第五条申请人应当符合下列条件：', '（一）有固定水源；', '（二）有管护人员；', '（三）无欠费记录。', '第六条本办法自印发之日起施行。'],
      3,
    ],
    ['first, second', ['第一，稳住粮食面积。第二，管好农田水利。'], 2],
  ])('counts %s', (_, lines, count) => {
    expect(
      seriesFrom(
        rowWith(lines[0]?.startsWith('第一') ? '第一，' : lines.length === 1 ? '一是' : (/^(?:一是|（一）)/.exec(lines[1] ?? '')?.[0] ?? ''), lines),
      )?.count,
    ).toBe(count)
  })

  it('ends where another part begins', () => {
    const lines = ['（一）水利', '一是修渠。二是打井。', '（二）林业', '三是植树造林的传统要发扬。']
    expect(heads(rowWith('一是修渠', lines))).toEqual(['一是修渠。', '二是打井。'])
  })

  it.each(['一是一，二是二的作风不能丢。', '全市修渠三十公里。', '一是修渠。'])('%s begins none', (text) => {
    const series = seriesFrom(rowWith(text.slice(0, 4), [text, '全市水利工作取得新进展。']))
    expect(series === null || series.count < 3).toBe(true)
  })
})

describe('seriesAround', () => {
  const lines = ['推进水价改革。要坚持节水优先。从今年开始，重点抓好以下三项工作。', '一是定额管理。二是计量收费。三是精准补贴。']

  it.each(['推进水价改革', '以下三项工作', '计量收费'])('finds the series from %s', (text) => {
    expect(seriesAround(rowWith(text, lines)).map(({ count }) => count)).toEqual([3])
  })
})

describe('beginsPoint', () => {
  it.each(['一是修渠。', '十一要植树。', '第三，管水。', '——农业稳步发展。'])('%s', (text) => {
    expect(beginsPoint(text)).toBe(true)
  })
  it.each(['一是否认，二是推诿', '全市修渠。', '第三季度完工。'])('%s is none', (text) => {
    expect(beginsPoint(text)).toBe(false)
  })
})
