import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headingRanges } from './heading-ranges.ts'
import { sameWords } from './same-words.ts'
import { splitTextBlocks } from './text-blocks.ts'
import { type Decoration, splitRuns } from './text-runs.ts'

const anyText = fc.array(fc.constantFrom('甲', '乙。', '\n', '\r\n', '𠮷', '；', '　', 'abc'), { maxLength: 200 }).map((parts) => parts.join(''))

describe('splitTextBlocks', () => {
  it('keeps every character but line breaks, in order, and cuts no surrogate pair', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, blockChars) => {
        const paragraphs = splitTextBlocks(text, blockChars).flatMap((block) => block.paragraphs)
        let at = 0
        for (const { start, end } of paragraphs) {
          expect(text.slice(at, start)).toMatch(/^[\r\n]*$/)
          expect(text.slice(start, end)).not.toMatch(/\p{Surrogate}/u)
          expect(end - start).toBeLessThanOrEqual(blockChars)
          at = end
        }
        expect(text.slice(at)).toMatch(/^[\r\n]*$/)
      }),
    )
  })

  it('cuts a line without breaks at sentence ends', () => {
    const text = '一二三四五六七八。'.repeat(10)
    expect(splitTextBlocks(text, 20).map(({ start, end }) => text.slice(start, end).at(-1))).toEqual(Array.from({ length: 5 }, () => '。'))
  })
})

describe('splitRuns', () => {
  it('tiles the paragraph and marks exactly the decorated characters', () => {
    const decoration = fc.record({
      kind: fc.constantFrom('highlight', 'heading', 'joined'),
      start: fc.nat(60),
      length: fc.integer({ min: 1, max: 30 }),
    })
    fc.assert(
      fc.property(fc.nat(20), fc.integer({ min: 1, max: 40 }), fc.array(decoration, { maxLength: 5 }), (start, length, raw) => {
        const decorations = raw.map((item) => ({ kind: item.kind, start: item.start, end: item.start + item.length }) as Decoration)
        const runs = splitRuns({ start, end: start + length }, decorations)
        expect(runs[0]?.start).toBe(start)
        expect(runs.at(-1)?.end).toBe(start + length)
        for (let at = start; at < start + length; at++) {
          const run = runs.filter((candidate) => candidate.start <= at && at < candidate.end)
          expect(run).toHaveLength(1)
          const wanted = new Set(decorations.filter((item) => item.start <= at && at < item.end).map(({ kind }) => kind))
          expect(new Set(run[0]?.kinds)).toEqual(wanted)
        }
      }),
    )
  })
})

describe('headingRanges', () => {
  it('finds a heading through blanks and full-width forms, and gives up where the text says something else', () => {
    const text = '序\n（一） 主 要目标\n正文'
    const entry = { index: 1, level: 2, start: 2, end: text.length }
    expect(headingRanges(text, [{ ...entry, heading: '(一)主要目标' }])).toEqual([{ kind: 'heading', start: 2, end: 11 }])
    expect(headingRanges(text, [{ ...entry, heading: '（二）其他' }])).toEqual([])
  })
})

describe('sameWords', () => {
  it('ignores blanks and character forms, nothing else', () => {
    expect(sameWords('增长８%\n左 右', '增长8%左右')).toBe(true)
    expect(sameWords('增长8%', '增长9%')).toBe(false)
  })
})
