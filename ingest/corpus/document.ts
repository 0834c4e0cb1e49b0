import type { DocumentId } from './document-id.ts'
import type { DocumentMetadata } from './metadata.ts'
import type { Passage } from './passage.ts'
import type { Repair } from './repair.ts'
import type { Section } from './section.ts'
import type { Sentence } from './sentence.ts'

/** A document as read: everything that follows from its bytes, its name and its sidecar alone, and the metadata inferred from the library. */
export interface ParsedDocument {
  readonly id: DocumentId
  /** The file's name without its folder. */
  readonly file: string
  /** Hexadecimal SHA-256 of the file's bytes. */
  readonly sha256: string
  /** The text as decoded (BOM dropped, nothing else changed): what every range counts in. */
  readonly text: string
  readonly metadata: DocumentMetadata
  readonly sections: readonly Section[]
  readonly sentences: readonly Sentence[]
  readonly passages: readonly Passage[]
  readonly repairs: readonly Repair[]
}

/** Two documents that share text. `share` is the part of the first one's shingles that the second one holds, 0 to 1. */
export interface DocumentRelation {
  readonly from: DocumentId
  readonly to: DocumentId
  readonly kind: 'near-duplicate' | 'excerpt-of'
  readonly share: number
}
