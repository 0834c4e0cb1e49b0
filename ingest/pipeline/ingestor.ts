import type { DocumentId } from '../corpus/document-id.ts'
import type { MetadataEdits } from '../structure/metadata-edits.ts'

/** A file to take in. `path`: read from disk, refreshed when it changed. `upload`: bytes that came over HTTP under a name. */
export type IngestSource =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'upload'; readonly name: string; readonly bytes: Uint8Array }

export type IngestPhase = 'reading' | 'parsing' | 'embedding' | 'indexing' | 'committing'

export interface IngestProgress {
  readonly phase: IngestPhase
  readonly done: number
  readonly total: number
  /** The file in hand, without its folder. */
  readonly file?: string
}

export type IngestOutcome =
  | { readonly kind: 'added' | 'updated' | 'unchanged'; readonly file: string; readonly documentId: DocumentId }
  | { readonly kind: 'removed'; readonly file: string; readonly documentId: DocumentId }
  | { readonly kind: 'failed'; readonly file: string; readonly code: string; readonly message: string }

export interface IngestReport {
  readonly outcomes: readonly IngestOutcome[]
  /** The generation that holds the result; the former one where nothing changed. */
  readonly generation: number
  readonly elapsedMs: number
}

/** Takes documents in and commits them as one generation. One run at a time; a second call waits for the first. */
export interface Ingestor {
  /**
   * A file that cannot be read, decoded or parsed is reported as failed and does not stop the others. When it returns, what it reports survives a power cut.
   *
   * @throws {CodedError} disk_full, library_write_failed when nothing could be committed; the former generation then still serves
   */
  ingest(sources: readonly IngestSource[], onProgress?: (progress: IngestProgress) => void, signal?: AbortSignal): Promise<IngestReport>
  /** Removes documents and commits a generation without them. Unknown ids are ignored. */
  remove(ids: readonly DocumentId[]): Promise<IngestReport>
  /** Stores a user's corrections of metadata, re-reads the document with them and commits. Null clears a correction. */
  correct(id: DocumentId, patch: MetadataPatch): Promise<IngestReport>
}

/** A user's corrections: the same fields as a sidecar file's. */
export type MetadataPatch = MetadataEdits
