import type { ParsedDocument } from '../corpus/document.ts'
import type { DocumentId } from '../corpus/document-id.ts'
import type { DocumentMetadata } from '../corpus/metadata.ts'
import type { Passage } from '../corpus/passage.ts'
import type { Section } from '../corpus/section.ts'
import type { Sentence, SentenceRole } from '../corpus/sentence.ts'
import type { OffsetMap } from '../text/offset-map.ts'
import { repairText } from '../text/repair.ts'
import { type Block, classifyBlocks } from './blocks.ts'
import { applyMetadataEdits, type MetadataEdits } from './metadata-edits.ts'
import { buildOutline, type Outline } from './outline.ts'
import { groupPassages } from './passages.ts'
import { readMetadata } from './read-metadata.ts'
import { resolveFacets } from './sentence-facets.ts'
import { partByVerbs } from './verb-part.ts'

/** Part of a document's fingerprint: raised when the reading of documents changes, so that stored ones are read again. */
export const PARSER_VERSION = '6'

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
  const repaired = repairText(input.text)
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
  const context = { metadata, sections: document.sections, partOf }
  const sentences = document.sentences.map((sentence) => ({
    ...sentence,
    facets: resolveFacets(sentence.text, sentence.section, context, sentence.leadIn === null ? '' : document.sentences[sentence.leadIn]?.text),
  }))
  return { ...document, metadata, sentences }
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

/** The part of a section: as its heading says, else by the verbs of its top section; a plan is all plan, a bulletin of statistics all review. */
function createPartOf(document: ParsedDocument, metadata: DocumentMetadata): (section: number) => 'review' | 'plan' | null {
  const texts = new Map<number, string[]>()
  const topOf = (index: number): number => {
    let at: Section | undefined = document.sections[index]
    while (at && at.level > 1 && at.parent !== null) at = document.sections[at.parent]
    return at?.index ?? 0
  }
  for (const sentence of document.sentences) {
    const top = topOf(sentence.section)
    const held = texts.get(top)
    if (held) held.push(sentence.text)
    else texts.set(top, [sentence.text])
  }
  const byVerbs = new Map([...texts].map(([top, parts]) => [top, partByVerbs(parts.join(''))]))
  return (index) => {
    const named = document.sections[index]?.part ?? null
    if (named === 'review' || named === 'plan') return named
    if (named === 'glossary') return null
    if (metadata.kind === '国民经济和社会发展计划') return 'plan'
    if (metadata.kind === '统计公报') return 'review'
    return byVerbs.get(topOf(index)) ?? null
  }
}
