import type { DocumentRelation, ParsedDocument } from '../corpus/document.ts'
import type { Passage } from '../corpus/passage.ts'
import type { Sentence } from '../corpus/sentence.ts'
import type { Postings } from './postings.ts'
import type { VectorIndex } from './vector-index.ts'

/** One document of a generation, and where its rows begin. */
export interface SnapshotDocument {
  readonly document: ParsedDocument
  readonly firstSentenceRow: number
  readonly firstPassageRow: number
  readonly relations: readonly DocumentRelation[]
  /** Whether it tells what is to be done and nothing else, nearly. */
  readonly plansOnly: boolean
  /** The periods of several years that its sentences speak of, by their places: see readPeriods. */
  readonly periods: readonly (string | null)[]
}

export interface SentenceRow {
  readonly row: number
  readonly document: SnapshotDocument
  readonly sentence: Sentence
  readonly passageRow: number
}

export interface PassageRow {
  readonly row: number
  readonly document: SnapshotDocument
  readonly passage: Passage
}

/**
 * One generation of the library, all of it in memory and never changed: an answer reads one snapshot from its first step to its last.
 * Documents are ordered by file name and then id; rows follow the documents, so the same library has the same rows on every machine.
 */
export interface LibrarySnapshot {
  readonly generation: number
  /** SHA-256 over the documents' ids and all that was read from them (metadata included), the analyzer's fingerprint and the embedder's id. */
  readonly fingerprint: string
  readonly documents: readonly SnapshotDocument[]
  readonly sentences: readonly SentenceRow[]
  readonly passages: readonly PassageRow[]
  /** Heading path and sentence text. */
  readonly sentencePostings: Postings
  /** Title, heading path and passage text. */
  readonly passagePostings: Postings
  /** Sentence vectors; null when the library was built without an encoder. */
  readonly vectors: VectorIndex | null
  /** The id of the embedder that made the vectors. */
  readonly embedderId: string | null
}
