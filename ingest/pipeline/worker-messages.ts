import type { EmbedderConfig } from '../embedding/open-embedder.ts'
import type { IngestRequest } from './ingest-request.ts'
import type { IngestProgress, IngestReport } from './ingestor.ts'

/** How a worker opens the encoder; see openEmbedder. It may hold a key, so it is never logged. */
export type EmbeddingConfig = EmbedderConfig

export interface WorkerConfig {
  readonly dataDir: string
  readonly embedding: EmbeddingConfig
}

/** To the worker. One run at a time. */
export type WorkerOrder =
  | { readonly kind: 'run'; readonly request: IngestRequest }
  /** Ends the run at work; the caller, who knows why, turns the failure into the right words. */
  | { readonly kind: 'abort' }
  | { readonly kind: 'close' }

/** An error as it crosses threads: an Error's own fields do not. */
export interface CarriedError {
  /** Null for one that is not a CodedError. */
  readonly code: string | null
  readonly message: string
  readonly details: Readonly<Record<string, unknown>>
  readonly stack: string | undefined
}

/** From the worker. */
export type WorkerNotice =
  | { readonly kind: 'progress'; readonly progress: IngestProgress }
  | { readonly kind: 'done'; readonly report: IngestReport }
  | { readonly kind: 'failed'; readonly error: CarriedError }
  /** Not foreseen, and the run goes on. */
  | { readonly kind: 'unexpected'; readonly error: CarriedError }
