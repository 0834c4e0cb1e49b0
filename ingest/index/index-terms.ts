import type { ParsedDocument } from '../corpus/document.ts'
import { sectionPath } from '../corpus/section-path.ts'
import type { Sentence } from '../corpus/sentence.ts'
import { subjectBefore } from '../structure/sentence-context.ts'
import type { Analyzer } from '../text/analyzer.ts'

/** The terms of a document's rows, in row order. */
export interface DocumentTerms {
  /** One row a sentence: the headings above it, and its text. */
  readonly sentences: readonly (readonly string[])[]
  /** One row a passage: the document's title, the headings above it, and the text of its sentences. */
  readonly passages: readonly (readonly string[])[]
}

/** Analyses each title, heading and sentence once, however many rows hold it. */
export function indexTerms(document: ParsedDocument, analyzer: Pick<Analyzer, 'terms'>): DocumentTerms {
  const paths = document.sections.map((section) => sectionPath(document.sections, section.index))
  const analysed = new Map<string, readonly string[]>()
  const headingTerms = (headings: readonly string[]): readonly string[] => {
    const text = headings.join('\n')
    const known = analysed.get(text) ?? analyzer.terms(text)
    analysed.set(text, known)
    return known
  }
  const title = headingTerms([document.metadata.title])
  const own = document.sentences.map((sentence) => analyzer.terms(sentence.text))
  return {
    sentences: document.sentences.map((sentence, index) => [
      ...headingTerms(headingsAbove(paths[sentence.section] ?? [], sentence)),
      ...subjectTerms(document, sentence, analyzer),
      ...(own[index] ?? []),
    ]),
    passages: document.passages.map((passage) => [
      ...title,
      ...headingTerms(paths[passage.section] ?? []),
      ...own.slice(passage.firstSentence, passage.endSentence).flat(),
    ]),
  }
}

/** A sentence is found by the subject that it takes over from before, too. */
function subjectTerms(document: ParsedDocument, sentence: Sentence, analyzer: Pick<Analyzer, 'terms'>): readonly string[] {
  const subject = subjectBefore(document.sentences, sentence)
  return subject ? analyzer.terms(subject.text) : []
}

/** Headings that the sentence does not itself begin with, so that a heading's words count once in its own row. */
function headingsAbove(headings: readonly string[], sentence: Sentence): readonly string[] {
  const last = headings[headings.length - 1]
  return last !== undefined && withoutBlanks(sentence.text).startsWith(withoutBlanks(last)) ? headings.slice(0, -1) : headings
}

const withoutBlanks = (text: string): string => text.replace(/\s/g, '')
