import { allocatePostings, type PostingsLayout } from './postings-layout.ts'
import { hashTerm } from './term-hash.ts'

/** Collects rows of terms and lays them out as a postings file. The same rows give the same bytes. */
export interface PostingsBuilder {
  /** Adds the next row: its terms in any order, repeated as often as they occur. */
  addRow(terms: readonly string[]): void
  /** The bytes of the file. */
  finish(): Uint8Array
}

/** @example const builder = createPostingsBuilder(); builder.addRow(['经济', '增长']); openPostings(builder.finish()).idf('经济') */
export function createPostingsBuilder(): PostingsBuilder {
  const numbers = new Map<string, number>()
  const terms: string[] = []
  const lengths: number[] = []
  const rowEnds: number[] = []
  let rowTerms = new Uint32Array(1 << 16)
  let rowFrequencies = new Uint8Array(1 << 16)
  let used = 0

  const numberOf = (term: string): number => {
    const known = numbers.get(term)
    if (known !== undefined) return known
    numbers.set(term, terms.length)
    return terms.push(term) - 1
  }

  return {
    addRow(rowOfTerms) {
      const counts = new Map<number, number>()
      for (const term of rowOfTerms) {
        const number = numberOf(term)
        counts.set(number, (counts.get(number) ?? 0) + 1)
      }
      if (used + counts.size > rowTerms.length) {
        const capacity = Math.max(rowTerms.length * 2, used + counts.size)
        rowTerms = grown(rowTerms, new Uint32Array(capacity))
        rowFrequencies = grown(rowFrequencies, new Uint8Array(capacity))
      }
      for (const [number, count] of counts) {
        rowTerms[used] = number
        rowFrequencies[used] = Math.min(count, 255)
        used += 1
      }
      lengths.push(rowOfTerms.length)
      rowEnds.push(used)
    },
    finish() {
      const termText = terms.reduce((sum, term) => sum + term.length, 0)
      const slots = 2 ** Math.ceil(Math.log2(Math.max(8, terms.length * 2)))
      const { bytes, layout } = allocatePostings({ count: lengths.length, terms: terms.length, termText, slots, postings: used })
      layout.lengths.set(lengths)
      writeTerms(layout, terms)
      writePostings(layout, rowTerms.subarray(0, used), rowFrequencies, rowEnds)
      return bytes
    },
  }
}

function grown<T extends Uint32Array | Uint8Array>(from: T, into: T): T {
  into.set(from)
  return into
}

function writeTerms(layout: PostingsLayout, terms: readonly string[]): void {
  const mask = layout.slots.length - 1
  let at = 0
  terms.forEach((term, number) => {
    layout.termOffsets[number] = at
    for (let unit = 0; unit < term.length; unit += 1) layout.termText[at + unit] = term.charCodeAt(unit)
    at += term.length
    let slot = hashTerm(term) & mask
    while (layout.slots[slot] !== 0) slot = (slot + 1) & mask
    layout.slots[slot] = number + 1
  })
  layout.termOffsets[terms.length] = at
}

/** A counting sort by term: rows come in ascending order, so each term's rows are ascending too. */
function writePostings(layout: PostingsLayout, rowTerms: Uint32Array, rowFrequencies: Uint8Array, rowEnds: readonly number[]): void {
  const next = new Uint32Array(layout.postingOffsets.length)
  for (const term of rowTerms) next[term + 1] = (next[term + 1] ?? 0) + 1
  for (let term = 1; term < next.length; term += 1) next[term] = (next[term] ?? 0) + (next[term - 1] ?? 0)
  layout.postingOffsets.set(next)
  let from = 0
  rowEnds.forEach((end, row) => {
    for (; from < end; from += 1) {
      const term = rowTerms[from] ?? 0
      const at = next[term] ?? 0
      layout.rows[at] = row
      layout.frequencies[at] = rowFrequencies[from] ?? 0
      next[term] = at + 1
    }
  })
}
