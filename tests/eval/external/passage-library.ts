import { createHash } from 'node:crypto'
import type { ParsedDocument } from '../../../ingest/corpus/document.ts'
import { documentIdFromDigest } from '../../../ingest/corpus/document-id.ts'
import type { DocumentMetadata } from '../../../ingest/corpus/metadata.ts'
import type { Sentence } from '../../../ingest/corpus/sentence.ts'
import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import { splitSentences } from '../../../ingest/text/sentences.ts'
import { type IndexTools, indexDocuments } from '../run/index-documents.ts'

/** A passage of a public question set. */
export interface ExternalPassage {
  readonly id: string
  readonly title: string
  readonly text: string
}

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

/** A library in memory whose passages are those given, in their order, indexed by the program's own analyzer, postings and encoder. Passage row n is passage n. */
export async function createPassageLibrary(passages: readonly ExternalPassage[], tools: IndexTools): Promise<LibrarySnapshot> {
  return indexDocuments(passages.map(documentOf), [], tools)
}
