import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitLines } from './lines.ts'

describe('splitLines', () => {
  it('tells each line with its place, its text without blanks, and the blank lines before it', () => {
    const text = '\n 第 一 行\u200b\r\n\r\n　\n第二行\r第三行\f第四行'
    const lines = splitLines(text)
    expect(lines.map(({ bare, gap }) => [bare, gap])).toEqual([
      ['第一行', 1],
      ['第二行', 2],
      ['第三行', 0],
      ['第四行', 0],
    ])
    for (const { range, text: printed } of lines) expect(text.slice(range.start, range.end)).toBe(printed)
  })

  it.each(['', '\n', ' \t\r\n　\u200b\n'])('finds no line in blanks', (text) => expect(splitLines(text)).toEqual([]))

  it('counts a Windows line break once', () => {
    expect(splitLines('甲\r\n\r\n乙')[1]?.gap).toBe(splitLines('甲\n\n乙')[1]?.gap)
  })

  it('cuts at the same places whatever the line break is', () => {
    const body = fc.array(fc.constantFrom('青江市', ' 白水 县', '', '１．', '终。'), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(body, fc.constantFrom('\n', '\r\n', '\r', '\u2028'), (parts, lineBreak) => {
        const bare = (text: string) => splitLines(text).map((line) => [line.bare, line.gap])
        expect(bare(parts.join(lineBreak))).toEqual(bare(parts.join('\n')))
      }),
    )
  })

  it('leaves nothing but blanks and line breaks outside its lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('青', ' ', '\n', '\r', '\r\n', '　', 'a', '\f', '\u2029', '\ud83d') }), (text) => {
        let at = 0
        for (const { range } of splitLines(text)) {
          expect(text.slice(at, range.start).trim()).toBe('')
          at = range.end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
    )
  })
})
