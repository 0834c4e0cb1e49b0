import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAnalyzer } from './create-analyzer.ts'
import type { Segmenter } from './segmenter.ts'

/** Cuts every two characters: enough to see where words go, without a native package. */
const pairs: Segmenter = {
  id: 'pairs',
  cut: (text) => text.match(/..?/gu) ?? [],
  cutForSearch: (text) => text.match(/..?/gu) ?? [],
  isWord: () => false,
}
const analyzer = createAnalyzer(pairs)

const toFullWidth = (text: string) => text.replace(/[!-~]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

/** Text as official papers hold it: Han, figures with units, 文号 and Latin words, never two spaced words side by side. */
const officialText = fc
  .array(
    fc.tuple(
      fc.constantFrom('规上工业增加值增长', '全市新建', '根据国发', '城镇新增就业', '培育'),
      fc.constantFrom('14.5%', '1,234.5亿元', '〔2025〕1号', '3.5万人', 'R&D', '2025年', '5G', '0.3个百分点'),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.map(([han, other]) => han + other).join('，'))

describe('createAnalyzer', () => {
  it('names its chain and its segmenter', () => {
    expect(analyzer.fingerprint).toMatch(/^analyzer-\d+\/pairs$/)
  })

  it('gives words, single characters and bigrams of Han text', () => {
    expect(analyzer.terms('新能源')).toEqual(['新', '新能', '能', '能源', '源', '新能'])
  })

  it.each([
    ['增长8%左右', ['8', '8%']],
    ['达到５，０００亿元', ['5000', '5000亿', '5000亿元']],
    ['1,234.5万亩', ['1234.5', '1234.5万', '1234.5万亩']],
    ['提高0.3个百分点', ['0.3', '0.3个百分点']],
    ['国发[2025]第12号', ['〔2025〕12号', '国发〔2025〕12号', '2025']],
    ['（2024）7 号', ['〔2024〕7号']],
    ['R&D投入', ['r&d']],
    ['PM2.5浓度', ['pm2.5']],
    ['５Ｇ基站', ['5g', '5']],
  ])('keeps what belongs together in %s', (text, expected) => {
    expect(analyzer.terms(text)).toEqual(expect.arrayContaining(expected))
  })

  it('never takes a figure apart or leaves a thousands comma in it', () => {
    const terms = analyzer.terms('完成投资1,234.56亿元')
    expect(terms.filter((term) => /^\d/u.test(term))).toEqual(['1234.56', '1234.56亿', '1234.56亿元'])
  })

  it('reads two figures with a blank between them as two', () => {
    expect(analyzer.terms('2024 2025')).toEqual(['2024', '2025'])
  })

  it('gives the same terms for full-width, upper-case and blank-ridden printing', () => {
    fc.assert(
      fc.property(officialText, fc.constantFrom(' ', '\u3000', '\n', '\u00a0', ' \t'), (text, blank) => {
        const plain = analyzer.terms(text)
        expect(analyzer.terms(toFullWidth(text))).toEqual(plain)
        expect(analyzer.terms(text.toLowerCase())).toEqual(plain)
        const spaced = text.replace(/(?<=\p{Script=Han})(?=[\p{Script=Han}\d])|(?<=\d)(?=\p{Script=Han}|%|〔|〕)/gu, blank)
        expect(analyzer.terms(spaced)).toEqual(plain)
        expect(analyzer.terms(text.replaceAll('〔', '[').replaceAll('〕', ']'))).toEqual(plain)
        expect(analyzer.terms(Array.from(text).join('\u200b'))).toEqual(plain)
      }),
    )
  })

  it('is deterministic and never gives an empty term or one with a blank, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), officialText), (text) => {
        const terms = analyzer.terms(text)
        expect(analyzer.terms(text)).toEqual(terms)
        expect(terms.filter((term) => term === '' || /\s/u.test(term))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
