import { setImmediate } from 'node:timers/promises'
import type { ParsedDocument } from '../corpus/document.ts'
import { indexTerms } from '../index/index-terms.ts'
import { createPostingsBuilder } from '../index/postings-builder.ts'
import type { Analyzer } from '../text/analyzer.ts'

/** Postings files of both fields, and some rows with their terms to try the index with. */
export interface BuiltPostings {
  readonly sentencePostings: Uint8Array
  readonly passagePostings: Uint8Array
  readonly sentences: number
  readonly passages: number
  readonly samples: readonly SampleRow[]
}

export interface SampleRow {
  readonly row: number
  readonly terms: readonly string[]
}

/**
 * @param documents in library order
 * @param onDocument called before each document; what it throws ends the work
 */
export async function buildPostings(
  documents: readonly ParsedDocument[],
  analyzer: Analyzer,
  onDocument: (index: number) => void,
): Promise<BuiltPostings> {
  const sentences = createPostingsBuilder()
  const passages = createPostingsBuilder()
  const samples: SampleRow[] = []
  let sentenceRows = 0
  let passageRows = 0
  for (const [index, document] of documents.entries()) {
    onDocument(index)
    await setImmediate()
    const terms = indexTerms(document, analyzer)
    const [first] = terms.sentences
    if (first) samples.push({ row: sentenceRows, terms: first })
    for (const row of terms.sentences) sentences.addRow(row)
    for (const row of terms.passages) passages.addRow(row)
    sentenceRows += terms.sentences.length
    passageRows += terms.passages.length
  }
  return { sentencePostings: sentences.finish(), passagePostings: passages.finish(), sentences: sentenceRows, passages: passageRows, samples }
}
