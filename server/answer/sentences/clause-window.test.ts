import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characterAnalyzer } from '../../../tests/support/library-fakes.ts'
import { createWindowFinder, readClauses, splitClauseTexts, widenWindow } from './clause-window.ts'

const window = (sentence: string, question: string, unit: string | null = '', maxChars = 150) => {
  const weights = new Map(characterAnalyzer.terms(question).map((term) => [term, term.length]))
  const expected = unit === null ? ({ kind: 'statement' } as const) : ({ kind: 'figure', unit } as const)
  return createWindowFinder({ weights, search: characterAnalyzer.searchFor([...weights.keys()]), clausesOf: readClauses, expected, maxChars })(
    sentence,
  )
}

const GOALS = '今年主要目标是：粮食总产量稳定在97万吨以上；公共预算收入增长4%；城镇新增就业2.3万人；修建水渠30公里，同比增长5%。'

describe('splitClauseTexts', () => {
  it.each<[string, readonly string[]]>([
    ['修渠，植树；修路：办学。', ['修渠，', '植树；', '修路：', '办学。']],
    ['修渠（东干渠，西干渠），植树。', ['修渠（东干渠，西干渠），', '植树。']],
    ['打造“一渠，三带”，植树。', ['打造“一渠，三带”，', '植树。']],
    ['投资1,234.5亿元,植树。', ['投资1,234.5亿元,', '植树。']],
    ['水稻、小麦、玉米', ['水稻、小麦、玉米']],
    ['', []],
  ])('cuts %s', (sentence, clauses) => {
    expect(splitClauseTexts(sentence)).toEqual(clauses)
  })

  it('gives back the sentence when joined', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('水', '，', '；', '：', '（', '）', '“', '”', '1', ',', ' ') }), (sentence) => {
        expect(splitClauseTexts(sentence).join('')).toBe(sentence)
      }),
    )
  })
})

describe('createWindowFinder', () => {
  it.each([
    ['粮食总产量', '粮食总产量稳定在97万吨以上'],
    ['公共预算收入', '公共预算收入增长4%'],
    ['城镇新增就业', '城镇新增就业2.3万人'],
  ])('quotes the clause about %s and no other', (question, clause) => {
    const found = window(GOALS, question)
    expect(found.text).toBe(clause)
    expect(found.hasFigure).toBe(true)
    expect(found.coverage).toBeGreaterThan(0.9)
  })

  it('goes on over the clause that tells more of the figure', () => {
    expect(window(GOALS, '修建水渠').text).toContain('同比增长5%')
  })

  it('joins a figure that stands apart from the words that name it', () => {
    const { text } = window(
      '建成蚕桑产业园3个，引进多家丝绸加工龙头企业和设计机构入驻，沿线道路和管网同步改造完成，新增缫丝产能500吨。',
      '蚕桑产业园缫丝产能',
      '吨',
      40,
    )
    expect(text).toContain('蚕桑产业园3个')
    expect(text).toContain('缫丝产能500吨')
  })

  it('tells that the question is not in the sentence', () => {
    const found = window(GOALS, '飞机场')
    expect(found.coverage).toBe(0)
  })

  it('is always made of whole clauses of the sentence and no longer than asked, unless one clause is', () => {
    const clause = fc.constantFrom('修建水渠30公里', '植树五万株', '投资1,200万元', '同比增长5%', '（东干渠，西干渠）', '公共预算收入稳步提高')
    const sentence = fc
      .array(fc.tuple(clause, fc.constantFrom('，', '；', '：')), { minLength: 1, maxLength: 12 })
      .map((parts) => `${parts.flat().join('').slice(0, -1)}。`)
    fc.assert(
      fc.property(sentence, fc.constantFrom('水渠', '植树', '投资预算', '增长'), fc.integer({ min: 10, max: 80 }), (text, question, maxChars) => {
        const found = window(text, question, '', maxChars)
        const pieces = found.text.split('……')
        for (const piece of pieces) expect(text).toContain(piece)
        const longest = Math.max(...splitClauseTexts(text).map(({ length }) => length))
        // Two clauses that go on about the figure may follow.
        expect(found.text.length).toBeLessThanOrEqual(Math.max(maxChars, longest) + 2 * longest + 2)
        expect(found.coverage).toBeGreaterThanOrEqual(0)
        expect(found.coverage).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })
})

describe('widenWindow', () => {
  it('takes whole clauses on both sides, within the length', () => {
    const wide = widenWindow(GOALS, '公共预算收入增长4%', 45)
    expect(wide).toContain('公共预算收入增长4%')
    expect(wide.length).toBeGreaterThan('公共预算收入增长4%'.length)
    expect(wide.length).toBeLessThanOrEqual(45)
    expect(GOALS).toContain(wide)
  })

  it('is the whole sentence where that is short enough, and the window where it is not in it', () => {
    expect(widenWindow(GOALS, '公共预算收入增长4%', 500)).toBe(GOALS)
    expect(widenWindow(GOALS, '别的话', 20)).toBe('别的话')
  })
})
