import type { Postings, RowStretch } from './postings.ts'
import { type PostingsLayout, readPostingsLayout } from './postings-layout.ts'
import { hashTerm } from './term-hash.ts'

/** How fast repeated occurrences stop counting, 0 (at once) and up. Robertson and Zaragoza 2009 name 1.2 to 2. */
const K1 = 1.2
/** How much a row's length counts, 0 (not at all) to 1 (in proportion). */
const B = 0.75

/**
 * BM25 over a postings file. Reads the bytes where they are: opening costs one pass over the row lengths.
 *
 * @param bytes what `PostingsBuilder.finish` gave
 * @throws {CodedError} index_damaged when the bytes are not such a file
 */
export function openPostings(bytes: Uint8Array): Postings {
  const layout = readPostingsLayout(bytes)
  const count = layout.lengths.length
  const whole: readonly RowStretch[] = [{ from: 0, to: count }]
  const norms = lengthNorms(layout.lengths)
  const idfOf = (held: number): number => Math.log(1 + (count - held + 0.5) / (held + 0.5))
  const span = (term: string): readonly [from: number, to: number] => {
    const number = findTerm(layout, term)
    return number < 0 ? [0, 0] : [layout.postingOffsets[number] ?? 0, layout.postingOffsets[number + 1] ?? 0]
  }
  const idf = (term: string): number => {
    const [from, to] = span(term)
    return idfOf(to - from)
  }

  return {
    count,
    idf,
    score(terms, scores, stretches = whole) {
      if (scores.length !== count) throw new RangeError(`Cannot score ${count} rows into ${scores.length} places`)
      for (const [term, weight] of terms) {
        const [from, to] = span(term)
        const gain = weight * idfOf(to - from) * (K1 + 1)
        let at = from
        for (const stretch of stretches) {
          if (at >= to) break
          at = firstFrom(layout.rows, stretch.from, at, to)
          for (; at < to && (layout.rows[at] ?? 0) < stretch.to; at += 1) {
            const row = layout.rows[at] ?? 0
            const frequency = layout.frequencies[at] ?? 0
            scores[row] = (scores[row] ?? 0) + (gain * frequency) / (frequency + (norms[row] ?? 1))
          }
        }
      }
    },
    ceiling(terms) {
      let sum = 0
      for (const [term, weight] of terms) sum += weight * idf(term)
      return sum * (K1 + 1)
    },
    rows(term) {
      return layout.rows.subarray(...span(term))
    },
  }
}

/** The place of the first posting of `row` or a later one, between `from` and `to`. */
function firstFrom(rows: Uint32Array, row: number, from: number, to: number): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] ?? 0) < row) low = middle + 1
    else high = middle
  }
  return low
}

function lengthNorms(lengths: Uint32Array): Float32Array {
  let total = 0
  for (const length of lengths) total += length
  const average = Math.max(total / Math.max(lengths.length, 1), 1e-9)
  return Float32Array.from(lengths, (length) => K1 * (1 - B + (B * length) / average))
}

/** The term's number, or -1. */
function findTerm(layout: PostingsLayout, term: string): number {
  const mask = layout.slots.length - 1
  for (let slot = hashTerm(term) & mask; layout.slots[slot] !== 0; slot = (slot + 1) & mask) {
    const number = (layout.slots[slot] ?? 0) - 1
    if (isTerm(layout, number, term)) return number
  }
  return -1
}

function isTerm(layout: PostingsLayout, number: number, term: string): boolean {
  const from = layout.termOffsets[number] ?? 0
  if ((layout.termOffsets[number + 1] ?? 0) - from !== term.length) return false
  for (let unit = 0; unit < term.length; unit += 1) if (layout.termText[from + unit] !== term.charCodeAt(unit)) return false
  return true
}
