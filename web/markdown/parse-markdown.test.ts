import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from './parse-markdown.ts'
import { plainText } from './plain-text.ts'

const text = (value: string) => ({ kind: 'text' as const, text: value })

describe('parseMarkdown', () => {
  it('reads paragraphs, bold and marks', () => {
    expect(parseMarkdown('目标为**3万人**以上[1][2]。\n\n已完成[1、3]')).toEqual([
      {
        kind: 'paragraph',
        lines: [
          [text('目标为'), { kind: 'strong', children: [text('3万人')] }, text('以上'), { kind: 'mark', n: 1 }, { kind: 'mark', n: 2 }, text('。')],
        ],
      },
      { kind: 'paragraph', lines: [[text('已完成'), { kind: 'mark', n: 1 }, { kind: 'mark', n: 3 }]] },
    ])
  })

  it('reads lists, keeping the first number', () => {
    expect(parseMarkdown('措施：\n- 甲\n- 乙[1]\n3. 丙')).toEqual([
      { kind: 'paragraph', lines: [[text('措施：')]] },
      { kind: 'list', ordered: false, start: 1, items: [[text('甲')], [text('乙'), { kind: 'mark', n: 1 }]] },
      { kind: 'list', ordered: true, start: 3, items: [[text('丙')]] },
    ])
  })

  it('reads tables, padding short rows and keeping escaped bars', () => {
    expect(parseMarkdown('| 年份 | 目标 |\n|---|:-:|\n| 2024 | 8\\|9 [1] |\n| 2025 |')).toEqual([
      {
        kind: 'table',
        header: [[text('年份')], [text('目标')]],
        rows: [
          [[text('2024')], [text('8|9 '), { kind: 'mark', n: 1 }]],
          [[text('2025')], []],
        ],
      },
    ])
  })

  it('leaves every other markup as text', () => {
    const hostile = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) ![a](b) `c` **open'
    expect(parseMarkdown(hostile)).toEqual([{ kind: 'paragraph', lines: [[text(hostile)]] }])
  })

  it('takes backslash escapes of punctuation', () => {
    expect(parseMarkdown('\\[1\\] 与 \\*\\*甲\\*\\*')).toEqual([{ kind: 'paragraph', lines: [[text('[1] 与 **甲**')]] }])
  })

  it('loses no character of text without markup', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('甲', '乙。', '8%', '<b>', '&amp;', '“', '1', ' 丙'), { minLength: 1 }), (parts) => {
        const source = `段${parts.join('')}`
        expect(plainText(parseMarkdown(source))).toBe(source.trim())
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('*', '[', ']', '1', ',', '|', '-', '\n', '\\', '#', '.', ' ', '甲', '𠮷', '\uD800'), maxLength: 60 }),
        (source) => void plainText(parseMarkdown(source)),
      ),
    )
  })
})
