import { CodedError } from '../corpus/coded-error.ts'

/** Raised when a file's layout changes: bundles of another format are rebuilt. */
export const BUNDLE_FORMAT = 1

export const BUNDLE_FILES = {
  sentences: 'sentences.postings',
  passages: 'passages.postings',
  vectors: 'vectors.f32',
  graph: 'hnsw.bin',
} as const
export type BundleFileName = (typeof BUNDLE_FILES)[keyof typeof BUNDLE_FILES]

export interface BundleFile {
  readonly name: BundleFileName
  /** In bytes. */
  readonly size: number
  /** Hexadecimal. */
  readonly sha256: string
}

/** What a bundle holds and what it was made with. */
export interface Manifest {
  readonly format: typeof BUNDLE_FORMAT
  readonly generation: number
  /** See LibrarySnapshot.fingerprint: a bundle belongs to exactly one state of the library. */
  readonly fingerprint: string
  readonly analyzer: string
  /** Null when built without an encoder; dimension is then 0. */
  readonly embedder: string | null
  readonly space: 'cosine'
  readonly dimension: number
  readonly sentences: number
  readonly passages: number
  readonly files: readonly BundleFile[]
}

export function encodeManifest(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
}

/**
 * Reads a manifest whose hash was found right: only its format is left to check.
 *
 * @throws {CodedError} index_damaged when it is of another format
 */
export function decodeManifest(bytes: Uint8Array): Manifest {
  const manifest = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as { readonly format?: unknown }
  if (manifest.format !== BUNDLE_FORMAT) throw damagedIndex(`format ${String(manifest.format)}`)
  return manifest as Manifest
}

/** The index files are not what was written; nothing is lost, since all of them can be made again from the library. */
export function damagedIndex(what: string, cause?: unknown): CodedError {
  return new CodedError('index_damaged', '索引文件缺失或已损坏。原文没有丢失，程序会用库中保存的原文重建索引。', { what }, { cause })
}
