import { describe, expect, it } from 'vitest'
import { inLibraryOrder } from '../../ingest/index/create-snapshot.ts'
import { inferFromLibrary } from '../../ingest/structure/infer-from-library.ts'
import { createCitation, createTwinFinder } from '../../server/answer/cite/citations.ts'
import { readSeedTexts } from '../eval/facts/seed-sentences.ts'
import { indexDocuments } from '../eval/run/index-documents.ts'
import { characterAnalyzer } from '../support/library-fakes.ts'
import { parseText } from '../support/parse-text.ts'

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

const read = inferFromLibrary(readSeedTexts().map(({ file, text }) => parseText(text, file)))
const snapshot = await indexDocuments(inLibraryOrder(read.documents), read.relations, { analyzer: characterAnalyzer, embedder: null })
const twins = createTwinFinder(snapshot)

/** Places where the repair stage joined lines across blank lines: page breaks. */
const pageBreaks = (document: (typeof read.documents)[number]): readonly { readonly start: number; readonly end: number }[] =>
  document.repairs.filter(({ kind }) => kind === 'page-joined').map(({ range }) => range)

describe('every sentence of the seed documents', () => {
  it('is quoted by the text of its range', () => {
    expect(snapshot.documents).toHaveLength(5)
    expect(snapshot.sentences.length).toBeGreaterThan(900)
    for (const row of snapshot.sentences) {
      const citation = createCitation(row, 1, twins)
      const { text } = row.document.document
      expect(citation.end).toBeGreaterThan(citation.start)
      expect(bare(text.slice(citation.start, citation.end))).toBe(bare(citation.quote))
      for (const duplicate of citation.duplicates ?? []) {
        const other = snapshot.documents.find(({ document }) => document.id === duplicate.documentId)?.document
        const letters = (value: string): string => bare(value).replace(/[^\p{L}\p{N}]/gu, '')
        const quoted = other?.sentences.find(({ range }) => range.start === duplicate.start && range.end === duplicate.end)
        expect(letters(quoted?.text ?? '')).toBe(letters(row.sentence.text))
      }
    }
  })

  it('reads as its range does once what was dropped is left out, also across page breaks', () => {
    let acrossPages = 0
    for (const { document, sentence } of snapshot.sentences) {
      const { text, repairs } = document.document
      const { start, end } = sentence.range
      const gone = repairs.filter(({ range, kind }) => kind !== 'line-joined' && kind !== 'page-joined' && range.start < end && range.end > start)
      let left = ''
      for (let at = start; at < end; at += 1) if (!gone.some(({ range }) => range.start <= at && at < range.end)) left += text[at]
      expect(bare(left)).toBe(bare(sentence.text))
      if (pageBreaks(document.document).some((range) => range.start > start && range.end < end)) acrossPages += 1
    }
    expect(acrossPages).toBeGreaterThan(0)
  })

  it('stands apart from its neighbours, and with them covers all of the text but what is listed as dropped', () => {
    for (const { document } of snapshot.documents) {
      const covered = new Uint8Array(document.text.length)
      let last = 0
      for (const { range } of document.sentences) {
        expect(range.start).toBeGreaterThanOrEqual(last)
        covered.fill(1, range.start, range.end)
        last = range.end
      }
      for (const { range } of document.repairs) covered.fill(1, range.start, range.end)
      let lost = ''
      for (let at = 0; at < covered.length; at += 1) if (covered[at] === 0) lost += document.text[at]
      expect(lost.trim()).toBe('')
    }
  })
})
