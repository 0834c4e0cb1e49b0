import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_SENTENCE_CHARS, splitSentences } from './sentences.ts'

const split = (text: string): string[] => splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

describe('splitSentences', () => {
  it.each<[string, readonly string[]]>([
    ['修渠。植树。', ['修渠。', '植树。']],
    ['修渠！植树？修路。', ['修渠！', '植树？', '修路。']],
    ['修渠；植树；修路。', ['修渠；植树；修路。']],
    ['他说：“修渠。”大家植树。', ['他说：“修渠。”', '大家植树。']],
    ['（修渠。）大家植树。', ['（修渠。）', '大家植树。']],
    ['修渠（东干渠。西干渠。），共三条。植树。', ['修渠（东干渠。西干渠。），共三条。', '植树。']],
    ['坚持“修渠。”、“植树。”。修路。', ['坚持“修渠。”、“植树。”。', '修路。']],
    ['修渠（见附表。）；植树。', ['修渠（见附表。）；植树。']],
    ['修渠……植树。', ['修渠……', '植树。']],
    ['增长5.5%。下降1.2%。', ['增长5.5%。', '下降1.2%。']],
    ['真的吗？！是的。', ['真的吗？！', '是的。']],
    ['没有句号', ['没有句号']],
    ['修渠。植树', ['修渠。', '植树']],
    ['一、修渠。', ['一、修渠。']],
    ['修渠三条.到２０２５年,植树5.5万亩.', ['修渠三条.', '到２０２５年,植树5.5万亩.']],
    ['1.总则.pdf见A.B项', ['1.总则.pdf见A.B项']],
  ])('cuts %s', (text, sentences) => {
    expect(split(text)).toEqual(sentences)
  })

  it('does not let one bracket that is never closed hold a whole text together', () => {
    const text = `（${'修渠三条。植树三亩。'.repeat(200)}`
    expect(split(text).length).toBeGreaterThan(100)
  })

  it('cuts what has no full stop at semicolons, else at commas, else anywhere, never within a character', () => {
    expect(split('修渠三条；'.repeat(200)).every((piece) => piece.endsWith('；'))).toBe(true)
    expect(split('修渠三条，'.repeat(200)).every((piece) => piece.endsWith('，'))).toBe(true)
    for (const piece of split(`${'水'}${'𠮷'.repeat(900)}`)) {
      expect(piece).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
      expect(piece.length).toBeLessThanOrEqual(MAX_SENTENCE_CHARS)
    }
  })

  it('tiles every paragraph, with pieces that are not too long', () => {
    const unit = fc.constantFrom('水', '，', '；', '。', '！', '”', '“', '（', '）', '3.5', ' ', '\ud842', '𠮷', '…', 'a')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 2_000, size: 'max' }), fc.nat(20), fc.nat(20), (body, before, after) => {
        const paragraph = { start: before, end: before + body.length }
        const pieces = splitSentences(`${'甲'.repeat(before)}${body}${'乙'.repeat(after)}`, paragraph)
        let at = paragraph.start
        for (const { start, end } of pieces) {
          expect(start).toBe(at)
          expect(end - start).toBeLessThanOrEqual(MAX_SENTENCE_CHARS)
          at = end
        }
        expect(at).toBe(paragraph.end)
      }),
      { numRuns: 150 },
    )
  })
})
