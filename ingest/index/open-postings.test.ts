import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openPostings } from './open-postings.ts'
import { createPostingsBuilder } from './postings-builder.ts'

const term = fc.oneof(fc.constantFrom('经', '济', '经济', '5.5%', '〔2025〕1号', ''), fc.string({ unit: 'grapheme', maxLength: 4 }))
const rowsOfTerms = fc.array(fc.array(term, { maxLength: 30 }), { maxLength: 25 })

function build(rows: readonly (readonly string[])[]): Uint8Array {
  const builder = createPostingsBuilder()
  for (const row of rows) builder.addRow(row)
  return builder.finish()
}

/** BM25 as the formula reads, row by row. */
function naiveScores(rows: readonly (readonly string[])[], query: ReadonlyMap<string, number>): number[] {
  const average = rows.reduce((sum, row) => sum + row.length, 0) / rows.length
  return rows.map((row) => {
    let score = 0
    for (const [wanted, weight] of query) {
      const frequency = row.filter((each) => each === wanted).length
      const held = rows.filter((each) => each.includes(wanted)).length
      const idf = Math.log(1 + (rows.length - held + 0.5) / (held + 0.5))
      if (frequency > 0) score += (weight * idf * frequency * 2.2) / (frequency + 1.2 * (0.25 + (0.75 * row.length) / average))
    }
    return score
  })
}

describe('postings', () => {
  it('score as the formula of BM25 does', () => {
    fc.assert(
      fc.property(rowsOfTerms, fc.dictionary(term, fc.double({ min: 0.1, max: 3, noNaN: true }), { maxKeys: 6 }), (rows, weights) => {
        const query = new Map(Object.entries(weights))
        const postings = openPostings(build(rows))
        const scores = new Float32Array(rows.length)
        postings.score(query, scores)
        naiveScores(rows, query).forEach((expected, row) => {
          expect(scores[row]).toBeCloseTo(expected, 3)
        })
        expect(Math.max(0, ...scores)).toBeLessThanOrEqual(postings.ceiling(query) + 1e-4)
      }),
    )
  })

  it('name exactly the rows that hold a term, ascending', () => {
    fc.assert(
      fc.property(rowsOfTerms, term, (rows, wanted) => {
        const expected = rows.flatMap((row, index) => (row.includes(wanted) ? [index] : []))
        expect([...openPostings(build(rows)).rows(wanted)]).toEqual(expected)
      }),
    )
  })

  it('are the same bytes for the same rows, wherever the bytes lie in memory', () => {
    fc.assert(
      fc.property(rowsOfTerms, (rows) => {
        const bytes = build(rows)
        expect(Buffer.compare(bytes, build(rows))).toBe(0)
        const shifted = new Uint8Array(bytes.length + 3)
        shifted.set(bytes, 3)
        const [first] = rows.flat()
        if (first !== undefined) expect(openPostings(shifted.subarray(3)).idf(first)).toBe(openPostings(bytes).idf(first))
      }),
    )
  })

  it('give a term that no row holds the largest idf, and count it in the ceiling', () => {
    const postings = openPostings(build([['甲'], ['甲', '乙']]))
    expect(postings.idf('丙')).toBeCloseTo(Math.log(1 + 2.5 / 0.5))
    expect(postings.ceiling(new Map([['丙', 2]]))).toBeCloseTo(2 * 2.2 * Math.log(6))
    expect(postings.rows('丙')).toHaveLength(0)
  })

  it('count 255 occurrences and more alike', () => {
    const postings = openPostings(build([Array<string>(300).fill('甲'), ['乙']]))
    const scores = new Float32Array(2)
    postings.score(new Map([['甲', 1]]), scores)
    expect(scores[0]).toBeGreaterThan(0)
    expect(scores[1]).toBe(0)
  })

  it('refuse bytes of another size or format', () => {
    const bytes = build([['甲', '乙']])
    for (const wrong of [bytes.slice(0, 10), bytes.slice(0, -8), new Uint8Array(64), new Uint8Array(0)]) {
      expect(() => openPostings(wrong)).toThrowError(expect.objectContaining({ code: 'index_damaged' }))
    }
  })
})
