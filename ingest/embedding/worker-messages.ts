/** What the main thread gives a new worker. */
export interface WorkerSettings {
  readonly modelDir: string
  readonly threads: number
}

export type WorkerRequest = { readonly kind: 'embed'; readonly texts: readonly string[] } | { readonly kind: 'close' }

/** `why` is Chinese and fit for the reader, `detail` is for a log: it may hold paths. `vectors`: [texts × dimension], row after row. */
export type WorkerReply =
  | { readonly kind: 'ready'; readonly modelId: string; readonly dimension: number; readonly weight: number | null }
  | { readonly kind: 'refused'; readonly code: string; readonly why: string; readonly detail: string }
  | { readonly kind: 'vectors'; readonly vectors: Float32Array }
  | { readonly kind: 'failed'; readonly detail: string }
