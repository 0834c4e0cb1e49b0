import { describe, expect, it } from 'vitest'
import { createFactExtractor } from '../../../ingest/facts/extract-facts.ts'
import { openSegmenter } from '../../../ingest/text/open-segmenter.ts'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { contentWords } from '../find/content-words.ts'
import { createWordings } from '../sentences/wordings.ts'
import { createNamedThingCover } from './cover-named-thing.ts'

const { segmenter } = await openSegmenter()
const extract = createFactExtractor()
const wordings = createWordings()

/** What the cover says of a sentence, whole or of the clauses that would be quoted. */
function objection(asked: string, sentence: string, quoted = sentence): string | null {
  const context = {
    intent: {
      asked,
      places: [],
      years: [],
      focus: [{ text: asked.replace(/是?多少.*/, ''), weight: 1 }],
      kind: 'value',
      expected: { kind: 'figure', unit: '' },
    },
    knowledge: { mentions: (text: string) => sentence.includes(text), namesDivision: () => false },
    segmenter,
    synonyms: () => [],
    snapshot: { sentences: [], sentencePostings: { rows: () => [] } },
    wordings,
    ledger: {
      ofRow: (row: { sentence: { text: string } }) =>
        extract({ text: row.sentence.text, facets: { year: 2030, place: null, tense: null }, headings: [], leadIn: null, places: [] } as never),
    },
  } as unknown as AnswerContext
  const row = {
    row: 0,
    sentence: { text: sentence, index: 0, section: 0, leadIn: null, role: 'body' },
    document: { document: { sections: [{ heading: null, parent: null }], sentences: [], metadata: {} } },
  }
  return createNamedThingCover(context, contentWords(context))({ evidence: { row }, text: quoted } as unknown as Candidate)?.missing ?? null
}

describe('a figure of the thing that a question names', () => {
  const materials = '加快发展先进金属材料产业，实施16个项目，年内产能达到800万吨，产值实现600亿元。'

  it('stands in the clause that names it', () => {
    expect(objection('农村卫生厕所普及率多少', '农村卫生厕所普及率95.3%，自来水供应能力提升。')).toBeNull()
    expect(objection('农村自来水普及率多少', '农村卫生厕所普及率95.3%，自来水供应能力提升。')).toBe('自来水')
  })

  it('is of what stands before it where its clause names nothing', () => {
    expect(objection('先进金属材料产业产值多少', materials)).toBeNull()
    expect(objection('钢铁产业产值多少', materials)).toContain('钢铁')
  })

  it('is of what its sentence began with where it is a sum by no name of its own', () => {
    const trade = '跨境电商保持良好势头，实际金额达到330亿元。'
    expect(objection('跨境电商规模多少', trade.replace('实际金额', '规模'))).toBeNull()
    expect(objection('外商直接投资多少', trade.replace('跨境电商', '外商直接投资'))).toBeNull()
    expect(objection('外商直接投资多少', trade)).not.toBeNull()
  })

  it('is of no other thing that its own clause names', () => {
    expect(objection('高标准农田面积多少', '推进高标准农田建设，实现粮食播种面积3320万亩。')).toContain('农田')
    expect(objection('跨境电商交易额多少', '跨境电商业务实现突破，全年进出口贸易总量11.47亿元。')).not.toBeNull()
  })

  it('may be told by its unit, in a longer word, and in spite of a slip', () => {
    expect(objection('大豆种植面积多少', '大豆种植280万亩。')).toBeNull()
    expect(objection('土地出让收入多少', '国有土地使用权出让收入64.5亿元。')).toBeNull()
    expect(objection('旅游综合收人多少', '实现旅游综合收入268亿元。')).toBeNull()
  })

  it('is asked for in no words of speech', () => {
    expect(objection('打算盖多少家高档酒店', '新建五星级饭店10家。')).toBeNull()
  })
})
