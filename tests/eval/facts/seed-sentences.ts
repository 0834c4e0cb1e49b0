import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { ParsedDocument } from '../../../ingest/corpus/document.ts'
import { documentIdFromDigest } from '../../../ingest/corpus/document-id.ts'
import { sectionPath } from '../../../ingest/corpus/section-path.ts'
import type { Sentence } from '../../../ingest/corpus/sentence.ts'
import { inferFromLibrary } from '../../../ingest/structure/infer-from-library.ts'
import { parseDocument } from '../../../ingest/structure/parse-document.ts'
import type { CitedSentence } from '../../../server/answer/verify/verify-statement.ts'

const SEEDS = new URL('../../../seeds/documents/', import.meta.url)

export interface LibrarySentence {
  readonly file: string
  readonly sentence: Sentence
  readonly leadIn: string | null
  readonly cited: CitedSentence
}

export interface TextFile {
  readonly file: string
  readonly text: string
}

export function readSeedTexts(): TextFile[] {
  const files = readdirSync(SEEDS).filter((file) => file.endsWith('.txt'))
  return files.sort().map((file) => ({ file, text: readFileSync(new URL(file, SEEDS), 'utf8').replace(/^\ufeff/, '') }))
}

/** The sentences of a library of these texts, with the facets that ingest gives them. */
export function readLibrarySentences(texts: readonly TextFile[]): LibrarySentence[] {
  const parsed = texts.map(({ file, text }) => {
    const sha256 = createHash('sha256').update(text).digest('hex')
    const id = documentIdFromDigest(createHash('sha256').update(`${file}\0${sha256}`).digest('hex'))
    return parseDocument({ id, file, sha256, text })
  })
  return inferFromLibrary(parsed).documents.flatMap(sentencesOf)
}

function sentencesOf(document: ParsedDocument): LibrarySentence[] {
  return document.sentences.map((sentence) => ({
    file: document.file,
    sentence,
    leadIn: sentence.leadIn === null ? null : (document.sentences[sentence.leadIn]?.text ?? null),
    cited: {
      quote: sentence.text,
      ...sentence.facets,
      sectionPath: sectionPath(document.sections, sentence.section),
      title: document.metadata.title,
    },
  }))
}
