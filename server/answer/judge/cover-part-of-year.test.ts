import { describe, expect, it } from 'vitest'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import type { Intent } from '../../understand/intent.ts'
import { createPartOfYearCover } from './cover-part-of-year.ts'

const SECTIONS = [{ parent: null, level: 0, label: '', heading: '' }]

/** A row of a paragraph's last sentence. */
function rowOf(...texts: readonly string[]): SentenceRow {
  const starts = texts.map((_, i) => texts.slice(0, i).join('').length)
  const sentences = texts.map((text, index) => {
    const start = starts[index] ?? 0
    return { text, index, section: 0, leadIn: null, range: { start, end: start + text.length } }
  })
  const document = { document: { sentences, sections: SECTIONS, text: texts.join(''), metadata: { title: '青江市政府工作报告' } } }
  return { sentence: sentences.at(-1), document } as unknown as SentenceRow
}

const missingOf = (asked: string, row: SentenceRow, text: string): string | undefined =>
  createPartOfYearCover({ asked, focus: [], expected: { kind: 'figure', unit: '' }, kind: 'value', years: [2030] } as unknown as Intent)(row, text)
    ?.missing

describe('createPartOfYearCover', () => {
  it.each<[string, readonly string[], string, string | undefined]>([
    ['一季度进出口增速', ['全年进出口增长5%。'], '全年进出口增长5%', '2030年一季度的数'],
    ['一季度进出口增速', ['一季度，就业稳定，进出口增长5%。'], '进出口增长5%', undefined],
    ['1—3月进出口增速', ['一季度进出口增长5%。'], '一季度进出口增长5%', undefined],
    ['一季度进出口增速', ['上半年，就业稳定，进出口增长5%。'], '进出口增长5%', '2030年一季度的数'],
    ['一季度进出口增速', ['今年一季度，就业稳定。', '进出口增长5%。'], '进出口增长5%', undefined],
    ['一季度进出口增速', ['一季度，就业稳定，全年进出口增长5%。'], '全年进出口增长5%', '2030年一季度的数'],
    ['截至7月建成多少座桥', ['建成9座桥（截至7月）。'], '建成9座桥', undefined],
    ['全年进出口增速', ['上半年，进出口增长5%。'], '进出口增长5%', '全年的数（库中查到的是一年中的一段）'],
    ['全年进出口增速', ['进出口增长5%。'], '进出口增长5%', undefined],
    ['进出口增速', ['上半年，进出口增长5%。'], '进出口增长5%', undefined],
  ])('%s: %j: %s', (asked, texts, text, missing) => expect(missingOf(asked, rowOf(...texts), text)).toBe(missing))
})
