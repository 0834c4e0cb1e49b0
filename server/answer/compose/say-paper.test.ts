import { describe, expect, it } from 'vitest'
import type { SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../../ingest/index/sentence-row.ts'
import { parseText } from '../../../tests/support/parse-text.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import type { DraftStatement } from '../sentences/draft.ts'
import { sayPaper } from './say-paper.ts'

const TITLE = '灌溉设备制造智能化行动计划'
const document: SnapshotDocument = {
  document: parseText(`${TITLE}\n\n一、总体要求\n建成示范厂3家。劳动强度降低。\n`),
  relations: [],
  firstSentenceRow: 0,
  firstPassageRow: 0,
  plansOnly: false,
  periods: [],
}
const statements: DraftStatement[] = ['建成示范厂', '劳动强度'].map((begin) => {
  const sentence = document.document.sentences.find(({ text }) => text.includes(begin))
  if (sentence === undefined) throw new Error(`no sentence holds ${begin}`)
  return { text: sentence.text, rows: [sentenceRow(document, sentence)] }
})
const labelsOf = (asked: string, papers: readonly SnapshotDocument[] = [document, document]): (string | undefined)[] => {
  const context = {
    intent: { asked, kind: 'value', documentIds: [], places: [] },
    snapshot: { documents: papers },
    knowledge: { places: [] },
  } as unknown as AnswerContext
  return sayPaper(context, statements).map(({ label }) => label)
}

describe('sayPaper', () => {
  it('says from which paper a statement is where the question names another one', () => {
    expect(labelsOf('智慧灌溉行动计划的目标是什么')).toEqual([`《${TITLE}》：`, undefined])
  })

  it.each([
    '灌溉设备制造智能化行动计划的目标是什么',
    '灌溉设备智能化行动计划的目标是什么',
    '行动计划的目标是什么',
    '今年计划建成多少示范厂',
    '建成多少示范厂',
  ])('leaves open in %s', (asked) => {
    expect(labelsOf(asked)).toEqual([undefined, undefined])
  })

  it('says nothing in a library of one paper', () => {
    expect(labelsOf('智慧灌溉行动计划的目标是什么', [document])).toEqual([undefined, undefined])
  })
})
