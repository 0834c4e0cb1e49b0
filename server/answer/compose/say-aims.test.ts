import { describe, expect, it } from 'vitest'
import type { SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../../ingest/index/sentence-row.ts'
import { parseText } from '../../../tests/support/parse-text.ts'
import type { DraftStatement } from '../sentences/draft.ts'
import { sayAims } from './say-aims.ts'

const REPORT = `青江市2031年政府工作报告

各位代表：

一、2030年工作回顾

建成水渠30公里。水质持续好转。

二、2031年工作安排

新修水渠40公里。力争植树五万株。推动南线铁路通过验收，加快北线铁路建设。目前已有渡口12处。为加快修渠。健全水网制度，是推动水利的基础。重点是清理河道。居民收入与经济增长同步。
`

const NOTICE = `关于做好水利工作的通知

各县人民政府：

推动各县抓紧清淤，加快修渠，努力推进防汛，全力确保水库安全，继续加强巡查，大力整治河道，深入排查隐患，着力加强值守。
`

function statementsOf(text: string, parts: readonly string[]): DraftStatement[] {
  const document: SnapshotDocument = {
    document: parseText(text),
    relations: [],
    firstSentenceRow: 0,
    firstPassageRow: 0,
    plansOnly: false,
    periods: [],
  }
  return parts.map((part) => {
    const sentence = document.document.sentences.find((one) => one.text.includes(part))
    if (sentence === undefined) throw new Error(`no sentence holds ${part}`)
    return { text: part, rows: [sentenceRow(document, sentence)] }
  })
}

const marks = (parts: readonly string[], asksForAims = false): string[] => [...sayAims(statementsOf(REPORT, parts), asksForAims, (at) => at > 0)]

describe('sayAims', () => {
  it('marks figures that are aimed at, and deeds whose verb of planning is not quoted', () => {
    expect(marks(['新修水渠40公里'])).toEqual(['（目标）'])
    expect(marks(['南线铁路通过验收'])).toEqual(['（计划）'])
    expect(marks(['居民收入与经济增长同步'])).toEqual(['（目标）'])
  })

  it('marks nothing that says so itself, that is there already or that came about', () => {
    expect(marks(['力争植树五万株'])).toEqual([''])
    expect(marks(['目前已有渡口12处'])).toEqual([''])
    expect(marks(['建成水渠30公里'])).toEqual([''])
  })

  it('calls neither what something is nor what it is for a plan', () => {
    expect(marks(['为加快修渠'])).toEqual([''])
    expect(marks(['是推动水利的基础'])).toEqual([''])
    expect(marks(['重点是清理河道'])).toEqual(['（计划）'])
  })

  it('speaks once for deeds under one label, and for each beside results', () => {
    expect(marks(['南线铁路通过验收', '北线铁路建设', '新修水渠40公里'])).toEqual(['（计划）', '', '（目标）'])
    expect(marks(['建成水渠30公里', '南线铁路通过验收', '北线铁路建设'])).toEqual(['', '（计划）', '（计划）'])
  })

  it('tells a result from the aims that it stands under', () => {
    expect(marks(['南线铁路通过验收', '建成水渠30公里', '水质持续好转', '新修水渠40公里'])).toEqual(['（计划）', '（实绩）', '', '（目标）'])
    expect([...sayAims(statementsOf(REPORT, ['新修水渠40公里', '建成水渠30公里']), false, () => false)]).toEqual(['（目标）', ''])
  })

  it('marks aims that were asked for only beside results', () => {
    expect(marks(['新修水渠40公里'], true)).toEqual([''])
    expect(marks(['建成水渠30公里', '新修水渠40公里'], true)).toEqual(['', '（目标）'])
  })

  it('does not call the orders of a notice plans', () => {
    expect(sayAims(statementsOf(NOTICE, ['加快修渠']), false, () => false)).toEqual([''])
  })
})
