import { join } from 'node:path'
import { readJsonl } from './read-jsonl.ts'

/** A document of the corpus of other governments' documents, as its docs.jsonl has it. */
export interface CorpusDocument {
  readonly id: string
  readonly title: string
  readonly text: string
}

const HAN = /\p{Script=Han}/u

/** Reads the corpus's documents from the folder that the archive was unpacked to. */
export function readCorpusDocuments(folder: string): ReadonlyMap<string, CorpusDocument> {
  return new Map(readJsonl<CorpusDocument>(join(folder, 'docs.jsonl')).map((document) => [document.id, document]))
}

/**
 * The text of a document as a file of an office would hold it: its title on the first line, then the text, unchanged.
 * The corpus names some Chinese policies in English only; such a name is the collector's, not the paper's, and is left out.
 */
export function corpusFileText(document: CorpusDocument): string {
  return HAN.test(document.title) ? `${document.title}\n${document.text}` : document.text
}

/** The file name under which gold evidence names a corpus document. */
export function corpusFileName(id: string): string {
  return `${id}.txt`
}
