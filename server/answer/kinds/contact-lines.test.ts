import { describe, expect, it } from 'vitest'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { contactLines, sharedTerms } from './contact-lines.ts'

const rowOf = (text: string): SentenceRow => ({ sentence: { text } }) as unknown as SentenceRow
/** Pairs of characters stand for words. */
const termsOf = (text: string): string[] => [...text].map((character, i) => character + (text[i + 1] ?? '')).filter((pair) => pair.length === 2)
const LINES = ['县水利局联系人：王青，联系电话：0999-1234567', '县林业局联系人：李河，联系电话：0999-7654321'].map(rowOf)

describe('contactLines', () => {
  it('tells the line of the office that is asked for', () => {
    expect(contactLines(LINES, termsOf('林业局找谁联系'), termsOf)).toEqual([LINES[1]])
  })

  it('tells all where no office is named', () => {
    expect(contactLines(LINES, termsOf('联系电话是多少'), termsOf)).toEqual(LINES)
  })
})

describe('sharedTerms', () => {
  it('counts what names the office, not what any such line holds', () => {
    expect(sharedTerms(LINES, termsOf('林业局联系电话'), termsOf)).toBe(3)
    expect(sharedTerms(LINES, termsOf('联系电话'), termsOf)).toBeLessThanOrEqual(1)
  })
})
