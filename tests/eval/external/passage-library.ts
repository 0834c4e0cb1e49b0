import { createHash } from 'node:crypto'
import type { ParsedDocument } from '../../../ingest/corpus/document.ts'
import { documentIdFromDigest } from '../../../ingest/corpus/document-id.ts'
import type { DocumentMetadata } from '../../../ingest/corpus/metadata.ts'
import type { Sentence } from '../../../ingest/corpus/sentence.ts'
import type { Embedder } from '../../../ingest/embedding/embedder.ts'
import { createSnapshot } from '../../../ingest/index/create-snapshot.ts'
import { createExactVectorIndex } from '../../../ingest/index/exact-vector-index.ts'
import { indexTerms } from '../../../ingest/index/index-terms.ts'
import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import { openPostings } from '../../../ingest/index/open-postings.ts'
import { createPostingsBuilder } from '../../../ingest/index/postings-builder.ts'
import { vectorMatrix } from '../../../ingest/index/scan-vectors.ts'
import type { VectorIndex } from '../../../ingest/index/vector-index.ts'
import type { Analyzer } from '../../../ingest/text/analyzer.ts'
import { splitSentences } from '../../../ingest/text/sentences.ts'

/** A passage of a public question set. */
export interface ExternalPassage {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** What turns text into an index: the program's own parts. */
export interface IndexTools {
  readonly analyzer: Analyzer
  /** Null: the index has no vectors. */
  readonly embedder: Embedder | null
}

const BATCH = 512

function sentencesOf(text: string): Sentence[] {
  const lines: { start: number; end: number }[] = []
  let start = 0
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length })
    start += line.length + 1
  }
  return lines
    .flatMap((line) => (line.end > line.start ? splitSentences(text, line) : []))
    .filter((range) => text.slice(range.start, range.end).trim() !== '')
    .map((range, index) => ({
      index,
      range,
      text: text.slice(range.start, range.end).trim(),
      role: 'body',
      section: 0,
      passage: 0,
      leadIn: null,
      facets: { year: null, place: null, tense: null },
    }))
}

/** The passage as a document of one section and one passage; its id orders it by its place in the set. */
function documentOf(passage: ExternalPassage, place: number): ParsedDocument {
  const digest = createHash('sha256').update(`${place}\0${passage.text}`).digest('hex')
  const sentences = sentencesOf(passage.text)
  const range = { start: 0, end: passage.text.length }
  const metadata: DocumentMetadata = {
    title: passage.title,
    kind: '其他',
    number: null,
    issuer: null,
    place: null,
    placeLevel: null,
    parentPlace: null,
    year: null,
    date: null,
    speaker: null,
    meeting: null,
    origins: {},
  }
  return {
    id: documentIdFromDigest(digest),
    file: passage.id,
    sha256: digest,
    text: passage.text,
    metadata,
    sections: [{ index: 0, level: 0, label: '', heading: passage.title, parent: null, range, part: null }],
    sentences,
    passages: [{ index: 0, section: 0, firstSentence: 0, endSentence: sentences.length, range }],
    repairs: [],
  }
}

async function embedSentences(documents: readonly ParsedDocument[], embedder: Embedder): Promise<VectorIndex> {
  const texts = documents.flatMap((document) => document.sentences.map((sentence) => sentence.text))
  const values = new Float32Array(texts.length * embedder.dimension)
  for (let from = 0; from < texts.length; from += BATCH) {
    const vectors = await embedder.embed(texts.slice(from, from + BATCH))
    vectors.forEach((vector, index) => {
      values.set(vector, (from + index) * embedder.dimension)
    })
  }
  return createExactVectorIndex(vectorMatrix(values, embedder.dimension))
}

/** A library in memory whose passages are those given, in their order, indexed by the program's own analyzer, postings and encoder. Passage row n is passage n. */
export async function createPassageLibrary(passages: readonly ExternalPassage[], tools: IndexTools): Promise<LibrarySnapshot> {
  const documents = passages.map(documentOf)
  const sentencePostings = createPostingsBuilder()
  const passagePostings = createPostingsBuilder()
  for (const document of documents) {
    const terms = indexTerms(document, tools.analyzer)
    for (const row of terms.sentences) sentencePostings.addRow(row)
    for (const row of terms.passages) passagePostings.addRow(row)
  }
  const vectors = tools.embedder === null ? null : await embedSentences(documents, tools.embedder)
  return createSnapshot(documents, [], {
    sentencePostings: openPostings(sentencePostings.finish()),
    passagePostings: openPostings(passagePostings.finish()),
    vectors,
    manifest: { generation: 1, fingerprint: 'external', embedder: tools.embedder?.id ?? null },
  })
}
