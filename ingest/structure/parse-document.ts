import type { ParsedDocument } from '../corpus/document.ts'
import type { DocumentId } from '../corpus/document-id.ts'
import type { DocumentMetadata } from '../corpus/metadata.ts'
import type { Passage } from '../corpus/passage.ts'
import type { Sentence, SentenceRole } from '../corpus/sentence.ts'
import { inSimplified } from '../text/convert-script.ts'
import { inHalfWidth } from '../text/half-width.ts'
import type { OffsetMap } from '../text/offset-map.ts'
import { repairText } from '../text/repair.ts'
import { type Block, classifyBlocks } from './blocks.ts'
import { createDatingLead } from './dating-lead.ts'
import { applyMetadataEdits, type MetadataEdits } from './metadata-edits.ts'
import { buildOutline, type Outline } from './outline.ts'
import { createPartOf } from './part-of-sentence.ts'
import { groupPassages } from './passages.ts'
import { createPastAccount } from './past-account.ts'
import { readMetadata } from './read-metadata.ts'
import { resolveFacets } from './sentence-facets.ts'

/** Part of a document's fingerprint: raised when the reading of documents changes, so that stored ones are read again. */
export const PARSER_VERSION = '22'

export interface ParseInput {
  readonly id: DocumentId
  readonly file: string
  readonly sha256: string
  /** As decoded. */
  readonly text: string
  /** From the sidecar file. */
  readonly overrides?: MetadataEdits
  /** By a user, in the page. */
  readonly corrections?: MetadataEdits
}

/** Reads a document from its text: repair, outline, sentences, passages, metadata, and what each sentence is about. Pure and deterministic. */
export function parseDocument(input: ParseInput): ParsedDocument {
  const printed = repairText(input.text)
  const repaired = { ...printed, text: inHalfWidth(inSimplified(printed.text)) }
  const blocks = classifyBlocks(repaired)
  const read = readMetadata(blocks, input.file)
  const metadata = applyMetadataEdits(applyMetadataEdits(read, input.overrides, 'sidecar'), input.corrections, 'user')
  const outline = buildOutline(blocks, metadata.title, repaired.map)
  const drafts = draftSentences(blocks, outline, repaired.text, repaired.map)
  const passages = groupPassages(drafts.map((draft) => ({ ...draft, length: draft.text.length })))
  const sentences = placeSentences(drafts, passages)
  const document: ParsedDocument = {
    id: input.id,
    file: input.file,
    sha256: input.sha256,
    text: input.text,
    metadata,
    sections: outline.sections,
    sentences,
    passages,
    repairs: repaired.repairs,
  }
  return withFacets(document, metadata)
}

/** The document with its metadata replaced and every sentence's facets resolved anew. */
export function withFacets(document: ParsedDocument, metadata: DocumentMetadata): ParsedDocument {
  const partOf = createPartOf(document, metadata)
  const context = { metadata, sections: document.sections }
  const datedBy = createDatingLead(document)
  const past = createPastAccount(document, metadata)
  const sentences = document.sentences.map((sentence) => ({
    ...sentence,
    facets: resolveFacets(
      sentence.text,
      sentence.section,
      { ...context, part: partOf(sentence), datedBy: datedBy(sentence), past: past(sentence) },
      leadInOf(sentence, document),
    ),
  }))
  return { ...document, metadata, sentences }
}

function leadInOf({ leadIn }: Sentence, { sentences }: ParsedDocument): string {
  return leadIn === null ? '' : (sentences[leadIn]?.text ?? '')
}

type Draft = Omit<Sentence, 'passage' | 'facets'>

function draftSentences(blocks: readonly Block[], outline: Outline, text: string, map: OffsetMap): Draft[] {
  const drafts: Draft[] = []
  let leadIn: number | null = null
  blocks.forEach((block, position) => {
    if (block.kind !== 'item') leadIn = null
    block.sentences.forEach((range, nth) => {
      const trimmed = trimRange(text, range)
      if (trimmed.end <= trimmed.start) return
      const role = roleOf(block, nth)
      drafts.push({
        index: drafts.length,
        range: map.toOriginal(trimmed),
        text: text.slice(trimmed.start, trimmed.end),
        role,
        section: outline.sectionOfBlock[position] ?? 0,
        leadIn: role === 'item' ? leadIn : null,
      })
    })
    const last = drafts.at(-1)
    if (last && block.kind !== 'item' && /[：:]$/.test(last.text)) leadIn = last.index
  })
  return drafts
}

function trimRange(text: string, range: { start: number; end: number }): { start: number; end: number } {
  const body = text.slice(range.start, range.end)
  const lead = body.length - body.trimStart().length
  return { start: range.start + lead, end: range.end - (body.trimStart().length - body.trim().length) }
}

function roleOf(block: Block, nth: number): SentenceRole {
  if (block.kind === 'run-in') return nth === 0 ? 'heading' : 'body'
  return block.kind
}

function placeSentences(drafts: readonly Draft[], passages: readonly Passage[]): Sentence[] {
  const facets = { year: null, place: null, tense: null }
  return passages.flatMap((passage) =>
    drafts.slice(passage.firstSentence, passage.endSentence).map((draft) => ({ ...draft, passage: passage.index, facets })),
  )
}
