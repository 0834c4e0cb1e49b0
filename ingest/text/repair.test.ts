import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLANK } from './character-classes.ts'
import { repairText } from './repair.ts'

const paragraphs = (text: string): string[] => {
  const repaired = repairText(text)
  return repaired.paragraphs.map(({ range }) => repaired.text.slice(range.start, range.end))
}
const kinds = (text: string): string[] => repairText(text).repairs.map(({ kind }) => kind)

const BLANK_OR_BREAK = new RegExp(`[${BLANK}\\n\\r\\f\\v\\u2028\\u2029]`)

/** Texts full of what the stage repairs: headings, wraps, page numbers, headers, chrome, marks, blanks of all widths, halves of characters. */
const hardText = fc
  .array(
    fc
      .constantFrom(
        '青江市水利规划',
        '一、总体要求',
        '（一）修渠',
        '修建水渠三十公里，',
        '灌溉农田12.5万亩',
        '完成投资 1 234.5 亿 元。',
        '（草案）',
        '- 3 -',
        '第3页共9页',
        '首页 > 正文',
        '【打印】【关闭】',
        '● 修渠',
        '- 植树',
        '**重点**任务',
        '## 目标',
        '文号：青政发〔2031〕7号',
        '\u200b白水\ufeff县\u00ad',
        '　　全文　',
        'GDP growth of 5 %',
        '𠮷',
        '\ud842',
        '\udfb7',
        '\u0000\u0001',
        '***',
        '*',
        '#',
        '…',
      )
      .chain((piece) => fc.constantFrom('\n', '\n\n', '\r\n', '\r', '', ' ', '\f', '\u2028', '\t').map((between) => piece + between)),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''))

const anyText = fc.oneof(
  hardText,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 200 }),
)

describe('repairText', () => {
  it('leaves characters out and does nothing else: what is kept stands in the original, in order, at the place that the map tells', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const { text, map } = repairText(original)
        expect(map.length).toBe(text.length)
        const places = Array.from({ length: text.length }, (_, at) => map.toOriginal({ start: at, end: at + 1 }))
        expect(places.map(({ start, end }) => original.slice(start, end)).join('')).toBe(text)
        expect(places.every(({ start, end }, at) => end === start + 1 && start > (places[at - 1]?.start ?? -1))).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('loses nothing: each character is kept, is a blank or line break, or is listed', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const { text, map, repairs } = repairText(original)
        const accounted = new Uint8Array(original.length)
        for (let at = 0; at < text.length; at += 1) accounted[map.toOriginal({ start: at, end: at + 1 }).start] = 1
        for (const { range } of repairs) accounted.fill(1, range.start, range.end)
        for (let at = 0; at < original.length; at += 1) {
          if (accounted[at] === 0) expect(original[at], `at ${at} of ${JSON.stringify(original)}`).toMatch(BLANK_OR_BREAK)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('maps each range back to the same characters, blanks and listed ones apart', () => {
    fc.assert(
      fc.property(hardText, fc.nat(), fc.nat(), (original, a, b) => {
        const { text, map, repairs } = repairText(original)
        if (text.length === 0) return
        const [from, to] = [a % text.length, b % text.length].toSorted((x, y) => x - y) as [number, number]
        const range = map.toOriginal({ start: from, end: to + 1 })
        let back = ''
        for (let at = range.start; at < range.end; at += 1) {
          if (!repairs.some(({ range: gone }) => gone.start <= at && at < gone.end && original.slice(gone.start, gone.end).trim() !== ''))
            back += original[at]
        }
        const bare = (value: string): string => value.replace(/\s/g, '')
        expect(bare(back)).toBe(bare(text.slice(from, to + 1)))
      }),
      { numRuns: 400 },
    )
  })

  it('ends each paragraph in at most one line break and holds none inside', () => {
    fc.assert(
      fc.property(hardText, (original) => {
        const repaired = repairText(original)
        let at = 0
        for (const { range } of repaired.paragraphs) {
          expect(range.start).toBeGreaterThanOrEqual(at)
          expect(repaired.text.slice(at, range.start)).toMatch(/^[\n\r\f\u2028\u2029]?$/)
          expect(repaired.text.slice(range.start, range.end)).not.toMatch(/\n/)
          expect(range.end).toBeGreaterThan(range.start)
          at = range.end
        }
        expect(repaired.text.slice(at)).toMatch(/^[\n\r\f\u2028\u2029]?$/)
      }),
      { numRuns: 200 },
    )
  })

  it('lists its repairs in order, each with what stood there', () => {
    fc.assert(
      fc.property(hardText, (original) => {
        let last = 0
        for (const { range, before } of repairText(original).repairs) {
          expect(range.start).toBeGreaterThanOrEqual(last)
          expect(range.end).toBeGreaterThan(range.start)
          expect(original.slice(range.start, range.end).startsWith(before.replace(/…$/, ''))).toBe(true)
          expect(before.length).toBeLessThanOrEqual(81)
          last = range.start
        }
      }),
      { numRuns: 200 },
    )
  })

  it('reads a text the same with any line break', () => {
    fc.assert(
      fc.property(hardText, fc.constantFrom('\r\n', '\r', '\u2028'), (text, lineBreak) => {
        const plain = text.replace(/\r\n|[\r\f\u2028]/g, '\n')
        expect(paragraphs(plain.replaceAll('\n', lineBreak))).toEqual(paragraphs(plain))
      }),
      { numRuns: 200 },
    )
  })

  it.each<[string, string, string]>([
    ['blanks between Han', '青 江 市　水 利', '青江市水利'],
    ['blanks between Han and figures', '完成投资 12.5 亿元', '完成投资12.5亿元'],
    ['blanks after Chinese marks', '修渠， 植树。 修路', '修渠，植树。修路'],
    ['invisible characters', '青\u200b江\ufeff市\u00ad', '青江市'],
    ['bold marks', '**重点任务**', '重点任务'],
    ['heading marks', '## 一、重点任务', '一、重点任务'],
    ['list marks', '● 修建水渠', '修建水渠'],
  ])('drops %s', (_, original, text) => {
    expect(paragraphs(original)).toEqual([text])
  })

  it.each<[string, string]>([
    ['between Latin words', 'open source software'],
    ['between figures', '2031 2032 2033'],
    ['between a word and a figure', 'level 5'],
  ])('keeps one blank %s', (_, text) => {
    expect(paragraphs(text.replaceAll(' ', '   '))).toEqual([text])
  })

  it('says what it did', () => {
    expect(kinds('全县修建水渠，\n灌溉农田。')).toEqual(['line-joined'])
    expect(kinds('全县修建水渠，\n\n灌溉农田。')).toEqual(['page-joined'])
    expect(kinds('青江市水利报告\n- 3 -\n全县修建水渠。')).toEqual(['furniture-dropped'])
    expect(kinds('青 江\u200b市')).toEqual(['blank-dropped', 'invisible-dropped'])
    expect(kinds('全县修建水渠。')).toEqual([])
  })

  it('tells which paragraphs stood behind a list mark and how many blank lines before', () => {
    const { paragraphs: found } = repairText('任务：\n● 修渠\n\n\n植树。')
    expect(found.map(({ bullet, gap }) => [bullet, gap])).toEqual([
      [false, 0],
      [true, 0],
      [false, 2],
    ])
  })

  it('puts the words of two Latin lines apart', () => {
    expect(paragraphs('The county built a new canal,\nlong and deep,\nwith sluices.')).toEqual([
      'The county built a new canal,long and deep,with sluices.',
    ])
    expect(paragraphs('The county has built a new canal\nwith forty sluices and a dam.')).toEqual([
      'The county has built a new canal\nwith forty sluices and a dam.',
    ])
  })
})
