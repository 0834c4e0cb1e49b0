import type { ParsedDocument } from '../corpus/document.ts'
import type { DocumentId } from '../corpus/document-id.ts'
import { sha256 } from '../index/sha256.ts'
import type { DocumentHead } from '../library/document-tables.ts'
import { damagedLibrary } from '../library/library-errors.ts'
import type { IngestDependencies } from './ingest-dependencies.ts'
import type { MetadataPatch } from './ingestor.ts'
import { type LibraryPlan, type PlannedDocument, sidecarOf } from './library-plan.ts'

/** The documents of a run as read, each at most once for the same edits. */
export interface ReadDocuments {
  /**
   * Decodes and parses a new file and keeps its bytes and text in the library, invisible as yet.
   *
   * @throws {CodedError} undecodable, empty_file, not_text; whatever the parser throws
   */
  add(planned: PlannedDocument, bytes: Uint8Array, sidecar: MetadataPatch | undefined): void
  /** Whether the library's reading of it was made by this version of the parser. */
  isCurrent(id: DocumentId): boolean
  /** The document as read on its own, before the library tells more about it. */
  read(plan: LibraryPlan, planned: PlannedDocument): ParsedDocument
}

export function createReadDocuments(dependencies: IngestDependencies, heads: readonly DocumentHead[]): ReadDocuments {
  const { reader, database } = dependencies
  const known = new Map(heads.map((head) => [head.id, head]))
  const parsed = new Map<DocumentId, { readonly edits: string; readonly document: ParsedDocument }>()

  const parse = (planned: PlannedDocument, text: string, overrides?: MetadataPatch, corrections?: MetadataPatch): ParsedDocument => {
    const edits = JSON.stringify([overrides, corrections])
    const before = parsed.get(planned.id)
    if (before?.edits === edits) return before.document
    const { id, file, sha256: hash } = planned
    const document = reader.parse({ id, file, sha256: hash, text, ...(overrides && { overrides }), ...(corrections && { corrections }) })
    parsed.set(id, { edits, document })
    return document
  }
  /** A text that is not what was written is decoded again from the original bytes. */
  const textOf = (hash: string): string => {
    const stored = database.documents.text(hash)
    if (stored) return stored.text
    const bytes = database.documents.original(hash)
    if (!bytes || sha256(bytes) !== hash) throw damagedLibrary('original')
    const decoded = reader.decode(bytes)
    database.documents.stageContent({ sha256: hash, bytes, ...decoded })
    return decoded.text
  }

  return {
    add(planned, bytes, sidecar) {
      const decoded = reader.decode(bytes)
      parse(planned, decoded.text, sidecar)
      database.documents.stageContent({ sha256: planned.sha256, bytes, ...decoded })
    },
    isCurrent: (id) => (known.get(id)?.parserVersion ?? reader.version) === reader.version,
    read(plan, planned) {
      const text = parsed.get(planned.id)?.document.text ?? textOf(planned.sha256)
      return parse(planned, text, sidecarOf(plan, planned.id), plan.corrections.get(planned.id))
    },
  }
}
