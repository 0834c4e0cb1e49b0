import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SentenceRole } from '../corpus/sentence.ts'
import { groupPassages, type PassageInput, TARGET_PASSAGE_CHARS } from './passages.ts'

/** Sentences one after the other, of these lengths. */
function lay(
  parts: readonly { readonly length: number; readonly role?: SentenceRole; readonly section?: number; readonly leadIn?: number }[],
): PassageInput[] {
  let at = 0
  return parts.map(({ length, role = 'body', section = 1, leadIn = null }) => {
    const range = { start: at, end: at + length }
    at += length + 1
    return { range, length, role, section, leadIn }
  })
}
const spans = (inputs: readonly PassageInput[]): [number, number][] =>
  groupPassages(inputs).map(({ firstSentence, endSentence }) => [firstSentence, endSentence])

describe('groupPassages', () => {
  it('fills a passage to about its aim and begins another', () => {
    expect(spans(lay(Array.from({ length: 9 }, () => ({ length: 100 }))))).toEqual([
      [0, 3],
      [3, 6],
      [6, 9],
    ])
  })

  it('keeps a heading with the text that it heads, and sections apart', () => {
    expect(
      spans(lay([{ length: 20, role: 'heading' }, { length: 50 }, { length: 20, role: 'heading', section: 2 }, { length: 50, section: 2 }])),
    ).toEqual([
      [0, 2],
      [2, 4],
    ])
  })

  it('keeps list lines with their lead-in beyond the usual length', () => {
    const list = lay([{ length: 60 }, ...Array.from({ length: 8 }, () => ({ length: 60, role: 'item' as const, leadIn: 0 }))])
    expect(spans(list)).toEqual([[0, 9]])
    expect(spans(list.map((sentence) => ({ ...sentence, leadIn: null })))).not.toEqual([[0, 9]])
  })

  it('has no passages for no sentences', () => expect(groupPassages([])).toEqual([]))

  it('tiles the sentences in order, whatever they are', () => {
    const sentence = fc.record({
      length: fc.integer({ min: 1, max: 600 }),
      role: fc.constantFrom<SentenceRole>('body', 'heading', 'item', 'attribute', 'title'),
      section: fc.nat(4),
    })
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 30 }), (parts) => {
        const inputs = lay(parts)
        let next = 0
        for (const { firstSentence, endSentence, range, section } of groupPassages(inputs)) {
          expect(firstSentence).toBe(next)
          expect(endSentence).toBeGreaterThan(firstSentence)
          expect(range).toEqual({ start: inputs[firstSentence]?.range.start, end: inputs[endSentence - 1]?.range.end })
          const bodies = inputs.slice(firstSentence, endSentence).filter(({ role }) => role !== 'heading')
          expect(bodies.every((body) => body.section === section)).toBe(true)
          const chars = inputs.slice(firstSentence, endSentence - 1).reduce((sum, { length }) => sum + length, 0)
          if (bodies.length > 1) expect(chars - (inputs[firstSentence]?.length ?? 0)).toBeLessThan(2 * TARGET_PASSAGE_CHARS)
          next = endSentence
        }
        expect(next).toBe(inputs.length)
      }),
    )
  })
})
