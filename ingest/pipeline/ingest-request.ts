import type { DocumentId } from '../corpus/document-id.ts'
import type { IngestProgress, IngestReport, IngestSource, MetadataPatch } from './ingestor.ts'

/** One run over the library. It can be sent to another thread as it is. */
export type IngestRequest =
  | { readonly kind: 'ingest'; readonly sources: readonly IngestSource[] }
  | { readonly kind: 'remove'; readonly ids: readonly DocumentId[] }
  | { readonly kind: 'correct'; readonly id: DocumentId; readonly patch: MetadataPatch }
  /** Reads every original again and builds a new generation. */
  | { readonly kind: 'rebuild' }

/** Does one run at a time, here or in another thread. */
export interface IngestRunner {
  run(request: IngestRequest, onProgress?: (progress: IngestProgress) => void, signal?: AbortSignal): Promise<IngestReport>
  close(): Promise<void>
}
