import type { ParsedDocument } from '../corpus/document.ts'
import type { DocumentId } from '../corpus/document-id.ts'
import type { DocumentMetadata } from '../corpus/metadata.ts'
import type { Passage } from '../corpus/passage.ts'
import type { Repair } from '../corpus/repair.ts'
import type { Section } from '../corpus/section.ts'
import type { Sentence } from '../corpus/sentence.ts'
import { sha256 } from '../index/sha256.ts'

/** Columns of each table after `version_id`, in the order of the tuples below. */
export const VERSION_COLUMNS = {
  sections: ['idx', 'level', 'label', 'heading', 'parent', 'start', '"end"', 'part'],
  sentences: ['idx', 'start', '"end"', 'text', 'role', 'section', 'passage', 'lead_in', 'year', 'place', 'tense'],
  passages: ['idx', 'section', 'first_sentence', 'end_sentence', 'start', '"end"'],
  repairs: ['idx', 'kind', 'start', '"end"', 'before'],
} as const

export type SectionTuple = [number, number, string, string, number | null, number, number, Section['part']]
export type SentenceTuple = [
  idx: number,
  start: number,
  end: number,
  text: string,
  role: Sentence['role'],
  section: number,
  passage: number,
  leadIn: number | null,
  year: number | null,
  place: string | null,
  tense: Sentence['facets']['tense'],
]
export type PassageTuple = [number, number, number, number, number, number]
export type RepairTuple = [number, Repair['kind'], number, number, string]

/** One reading of a document as rows of tables. */
export interface VersionRows {
  readonly metadata: string
  readonly sections: readonly SectionTuple[]
  readonly sentences: readonly SentenceTuple[]
  readonly passages: readonly PassageTuple[]
  readonly repairs: readonly RepairTuple[]
}

export function toVersionRows(document: ParsedDocument): VersionRows {
  return {
    metadata: JSON.stringify(document.metadata),
    sections: document.sections.map((s) => [s.index, s.level, s.label, s.heading, s.parent, s.range.start, s.range.end, s.part]),
    sentences: document.sentences.map((s) => {
      const { year, place, tense } = s.facets
      return [s.index, s.range.start, s.range.end, s.text, s.role, s.section, s.passage, s.leadIn, year, place, tense]
    }),
    passages: document.passages.map((p) => [p.index, p.section, p.firstSentence, p.endSentence, p.range.start, p.range.end]),
    repairs: document.repairs.map((r, index) => [index, r.kind, r.range.start, r.range.end, r.before]),
  }
}

export function fromVersionRows(
  head: { readonly id: DocumentId; readonly file: string; readonly sha256: string; readonly text: string },
  rows: VersionRows,
): ParsedDocument {
  return {
    ...head,
    metadata: JSON.parse(rows.metadata) as DocumentMetadata,
    sections: rows.sections.map(
      ([index, level, label, heading, parent, start, end, part]): Section => ({ index, level, label, heading, parent, range: { start, end }, part }),
    ),
    sentences: rows.sentences.map(
      ([index, start, end, text, role, section, passage, leadIn, year, place, tense]): Sentence => ({
        index,
        range: { start, end },
        text,
        role,
        section,
        passage,
        leadIn,
        facets: { year, place, tense },
      }),
    ),
    passages: rows.passages.map(
      ([index, section, firstSentence, endSentence, start, end]): Passage => ({ index, section, firstSentence, endSentence, range: { start, end } }),
    ),
    repairs: rows.repairs.map(([, kind, start, end, before]): Repair => ({ kind, range: { start, end }, before })),
  }
}

/** SHA-256 of all that was read from a document: two readings with the same stamp are the same. */
export function stampOf(textSha256: string, rows: VersionRows): string {
  return sha256(JSON.stringify([textSha256, rows.metadata, rows.sections, rows.sentences, rows.passages, rows.repairs]))
}
