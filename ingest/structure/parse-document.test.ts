import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectInProportion } from '../../tests/support/in-proportion.ts'
import { parseText } from '../../tests/support/parse-text.ts'
import type { ParsedDocument } from '../corpus/document.ts'
import { withFacets } from './parse-document.ts'

const REPORT = `青江市白水县2031年政府工作报告

——2031年1月8日在白水县第九届人民代表大会第三次会议上

各位代表：

现在，我代表县人民政府报告工作。

一、2030年工作回顾

（一）水利建设。去年，全县修建水渠30公里，增长5.5%。新增灌溉面积两万亩。

二、2031年工作安排

今年主要目标如下：
● 修建水渠40公里
● 植树五万株
1.办好实事。新建学校三所。
2.抓好春耕。
`

const pieces = fc.constantFrom(
  ...[
    '青江市2031年政府工作报告',
    '一、工作回顾',
    '（一）水利',
    '1.修渠',
    '（1）植树',
    '一是修路。',
    '第三条 本办法',
    '附件',
    '名词解释',
    '● 修渠',
    '文号：青政发〔2031〕7号',
  ],
  ...[
    '去年修渠三公里。',
    '今年力争增长5%，',
    '如下：',
    '- 3 -',
    '\ud842',
    '\udfb7',
    '𠮷',
    '（',
    '“',
    '。',
    '\u0000',
    '\ufeff',
    '**',
    '甲'.repeat(70),
  ],
)
const anyDocument = fc.oneof(
  fc.array(fc.tuple(pieces, fc.constantFrom('\n', '\n\n', '\r\n', '\r', ' ', '', '\f')), { maxLength: 40 }).map((parts) => parts.flat().join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 300 }),
)

/** What every document must hold to, whatever its text. */
function expectSound(document: ParsedDocument): void {
  const { text, sentences, passages, sections } = document
  let at = 0
  sentences.forEach((sentence, index) => {
    expect(sentence.index).toBe(index)
    expect(sentence.range.start).toBeGreaterThanOrEqual(at)
    expect(sentence.range.end).toBeGreaterThan(sentence.range.start)
    at = sentence.range.end
    expect(sentence.text.trim()).toBe(sentence.text)
    expect(sections[sentence.section]).toBeDefined()
    if (sentence.leadIn !== null) expect(sentence.leadIn).toBeLessThan(index)
  })
  expect(at).toBeLessThanOrEqual(text.length)
  let next = 0
  passages.forEach((passage, index) => {
    expect(passage.index).toBe(index)
    expect(passage.firstSentence).toBe(next)
    expect(passage.endSentence).toBeGreaterThan(next)
    for (let i = next; i < passage.endSentence; i += 1) expect(sentences[i]?.passage).toBe(index)
    expect(passage.range).toEqual({ start: sentences[next]?.range.start, end: sentences[passage.endSentence - 1]?.range.end })
    next = passage.endSentence
  })
  expect(next).toBe(sentences.length)
  sections.forEach((section, index) => {
    expect(section.index).toBe(index)
    if (index === 0) expect([section.parent, section.level]).toEqual([null, 0])
    else expect(section.parent).toBeLessThan(index)
    const parent = sections[section.parent ?? 0]
    expect(section.level).toBe(index === 0 ? 0 : (parent?.level ?? 0) + 1)
    if (parent && index > 0) {
      expect(section.range.start).toBeGreaterThanOrEqual(parent.range.start)
      expect(section.range.end).toBeLessThanOrEqual(parent.range.end)
    }
  })
}

describe('parseDocument', () => {
  it('never throws, and its sentences, passages and sections fit together, whatever the text', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        expectSound(parseText(text))
      }),
      { numRuns: 300 },
    )
  })

  it('reads the same document from the same text', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        expect(parseText(text)).toEqual(parseText(text))
      }),
      { numRuns: 40 },
    )
  })

  it('reads a report the same with any line breaks, mixed ones too', () => {
    const plain = parseText(REPORT).sentences.map(({ text, role, section, facets }) => ({ text, role, section, facets }))
    const breaks = ['\n', '\r\n', '\r']
    let nth = 0
    for (const text of [REPORT.replaceAll('\n', '\r\n'), REPORT.replaceAll('\n', '\r'), REPORT.replace(/\n/g, () => breaks[nth++ % 3] ?? '')]) {
      expect(parseText(text).sentences.map(({ text: read, role, section, facets }) => ({ text: read, role, section, facets }))).toEqual(plain)
    }
  })

  it('tells what each sentence is: title, heading, run-in heading, list item, running text', () => {
    const roles = parseText(REPORT).sentences.map(({ role, text }) => `${role} ${text}`)
    expect(roles).toContain('title 青江市白水县2031年政府工作报告')
    expect(roles).toContain('heading 一、2030年工作回顾')
    expect(roles).toContain('heading （一）水利建设。')
    expect(roles).toContain('body 新增灌溉面积两万亩。')
    expect(roles).toContain('item 植树五万株')
  })

  it('ties list items to the sentence that introduces them', () => {
    const { sentences, passages } = parseText(REPORT)
    const items = sentences.filter(({ role, text }) => role === 'item' && /修建水渠40|植树五万/.test(text))
    const lead = sentences.find(({ text }) => text === '今年主要目标如下：')
    expect(items.map(({ leadIn }) => leadIn)).toEqual([lead?.index, lead?.index])
    expect(new Set([lead, ...items].map((sentence) => sentence?.passage)).size).toBe(1)
    expect(passages.length).toBeGreaterThan(1)
  })

  it('resolves its sentences anew when its metadata is corrected', () => {
    const read = parseText(REPORT)
    const corrected = withFacets(read, { ...read.metadata, year: 2041, place: '红石县' })
    expect(corrected.sentences.find(({ text }) => text.startsWith('去年'))?.facets).toMatchObject({ year: 2040, place: '红石县' })
    expect(corrected.text).toBe(read.text)
  })

  it.each<[string, (chars: number) => string]>([
    ['one line of Han', (chars) => '水'.repeat(chars)],
    ['one line of sentences', (chars) => '修渠。'.repeat(chars / 3)],
    ['one line of clauses', (chars) => '修渠，'.repeat(chars / 3)],
    ['one run of blanks', (chars) => `a${' '.repeat(chars)}b`],
    ['blanks between characters', (chars) => '水 '.repeat(chars / 2)],
    ['open brackets', (chars) => '（'.repeat(chars)],
    ['closing quotes', (chars) => '。”'.repeat(chars / 2)],
    ['lines that break off at commas', (chars) => '修渠，\n'.repeat(chars / 4)],
    ['the same short line', (chars) => '青江白水\n'.repeat(chars / 5)],
    ['list lines', (chars) => '- 修渠\n'.repeat(chars / 5)],
  ])('takes time in proportion to the length: %s', (_, make) => {
    expectInProportion(100_000, make, parseText)
  })
})
