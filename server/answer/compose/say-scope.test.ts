import { describe, expect, it } from 'vitest'
import type { SentenceRow, SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../../ingest/index/sentence-row.ts'
import { readPeriods } from '../../../ingest/structure/period-accounts.ts'
import { parseText } from '../../../tests/support/parse-text.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import type { DraftStatement } from '../sentences/draft.ts'
import { sayScope } from './say-scope.ts'

const REPORT = `青江市2031年政府工作报告

各位代表：

一、2030年工作回顾

修渠30公里，为今年开局打下了基础。植树五万株，比上年增长5%。完善河网，预计全年引水3亿立方米，灌溉9万亩；新修闸门8座。也要清醒地看到，水利设施老化。

二、2031年工作安排

今年修渠40公里。去年签约的学校开工建设。
`
const document: SnapshotDocument = {
  document: parseText(REPORT),
  relations: [],
  firstSentenceRow: 0,
  firstPassageRow: 0,
  plansOnly: false,
  periods: readPeriods(parseText(REPORT)),
}

function statement(part: string, label?: string): DraftStatement {
  const sentence = document.document.sentences.find(({ text }) => text.includes(part))
  if (sentence === undefined) throw new Error(`no sentence holds ${part}`)
  const row: SentenceRow = sentenceRow(document, sentence)
  return { text: sentence.text, rows: [row], ...(label === undefined ? {} : { label }) }
}

/** The labels of statements after a question that names these years. */
function labels(years: readonly number[], ...statements: readonly DraftStatement[]): (string | undefined)[] {
  const intent = { kind: 'list', years, places: [] } as unknown as AnswerContext['intent']
  const knowledge = { places: [{ name: '青江市' }] } as unknown as AnswerContext['knowledge']
  return sayScope({ intent, knowledge } as AnswerContext, statements).map(({ label }) => label)
}

describe('sayScope', () => {
  it('tells the year once for a run of statements of that year', () => {
    expect(labels([], statement('植树五万株'), statement('水利设施老化'), statement('今年修渠40公里'))).toEqual([
      '2030年：',
      undefined,
      '2031年（目标）：',
    ])
  })

  it('tells no year that the question names, and the year where it names another', () => {
    expect(labels([2030], statement('植树五万株'))).toEqual([undefined])
    expect(labels([2031], statement('水利设施老化'))).toEqual(['2030年：'])
  })

  it('says which year 今年 and 去年 are where a reader would take them for another', () => {
    expect(labels([2030], statement('为今年开局'))).toEqual(['（文中“今年”指2031年）：'])
    expect(labels([], statement('为今年开局'))).toEqual(['2030年（文中“今年”指2031年）：'])
    expect(labels([2028], statement('去年签约', '2028年：'))).toEqual(['2028年（文中“去年”指2030年）：'])
    expect(labels([2031], statement('今年修渠40公里'))).toEqual(['（目标）：'])
  })

  it('says that a figure is an estimate where the word for it is not quoted, up to the semicolon', () => {
    const part = (text: string): DraftStatement => ({ ...statement('完善河网'), text })
    expect(labels([2030], part('灌溉9万亩'))).toEqual(['（预计）：'])
    expect(labels([2030], part('预计全年引水3亿立方米，灌溉9万亩'))).toEqual([undefined])
    expect(labels([2030], part('新修闸门8座'))).toEqual([undefined])
  })
})
