import path from 'node:path'
import { CodedError } from '../corpus/coded-error.ts'
import { chooseVectorIndex } from './choose-vector-index.ts'
import type { FileSystem } from './file-system.ts'
import type { GraphLibrary, NeighbourGraph } from './hnswlib.ts'
import { BUNDLE_FILES, type BundleFileName, damagedIndex, decodeManifest, type Manifest } from './manifest.ts'
import { openPostings } from './open-postings.ts'
import type { Postings } from './postings.ts'
import { vectorMatrix } from './scan-vectors.ts'
import { sha256, sha256Aside } from './sha256.ts'
import type { VectorIndex } from './vector-index.ts'
import { MANIFEST_FILE } from './write-bundle.ts'

/** A bundle in memory; the folder is not needed any more. */
export interface Bundle {
  readonly manifest: Manifest
  readonly sentencePostings: Postings
  readonly passagePostings: Postings
  readonly vectors: VectorIndex | null
}

/**
 * Verifies a bundle from its manifest's hash down to each file's size and hash, then loads it. Native code sees a file only after that.
 *
 * @param manifestSha256 what `writeBundle` returned, kept outside of the folder
 * @throws {CodedError} index_damaged when anything is missing, cut short, changed or of another format
 */
export async function openBundle(files: FileSystem, graphs: GraphLibrary | null, folder: string, manifestSha256: string): Promise<Bundle> {
  const manifestBytes = await readPart(files, folder, MANIFEST_FILE)
  if (sha256(manifestBytes) !== manifestSha256) throw damagedIndex(MANIFEST_FILE)
  const manifest = decodeManifest(manifestBytes)
  const read = async (name: BundleFileName): Promise<Uint8Array | null> => {
    const expected = manifest.files.find((file) => file.name === name)
    if (!expected) return null
    const bytes = await readPart(files, folder, name)
    if (bytes.byteLength !== expected.size || (await sha256Aside(bytes)) !== expected.sha256) throw damagedIndex(name)
    return bytes
  }
  const sentencePostings = openPostings(required(await read(BUNDLE_FILES.sentences)))
  const passagePostings = openPostings(required(await read(BUNDLE_FILES.passages)))
  if (sentencePostings.count !== manifest.sentences || passagePostings.count !== manifest.passages) throw damagedIndex('row counts')
  const vectorBytes = await read(BUNDLE_FILES.vectors)
  if (!vectorBytes) return { manifest, sentencePostings, passagePostings, vectors: null }
  const matrix = vectorMatrix(floats(vectorBytes), manifest.dimension)
  if (matrix.count !== manifest.sentences) throw damagedIndex('vector count')
  const graph = await openGraph(graphs, folder, manifest, (await read(BUNDLE_FILES.graph)) !== null)
  return { manifest, sentencePostings, passagePostings, vectors: chooseVectorIndex(matrix, graph) }
}

/** Where the native library is missing, a bundle with a graph is still good: its vectors are scanned. */
async function openGraph(graphs: GraphLibrary | null, folder: string, manifest: Manifest, verified: boolean): Promise<NeighbourGraph | null> {
  if (!graphs || !verified) return null
  const graph = await graphs.open(path.join(folder, BUNDLE_FILES.graph), manifest.dimension)
  if (graph.count !== manifest.sentences) throw damagedIndex('graph count')
  return graph
}

async function readPart(files: FileSystem, folder: string, name: string): Promise<Uint8Array> {
  try {
    return await files.readFile(path.join(folder, name))
  } catch (error) {
    throw damagedIndex(name, error)
  }
}

function required(bytes: Uint8Array | null): Uint8Array {
  if (!bytes) throw damagedIndex('postings')
  return bytes
}

function floats(bytes: Uint8Array): Float32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  return new Float32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4)
}

export const isDamagedIndex = (error: unknown): error is CodedError => error instanceof CodedError && error.code === 'index_damaged'
