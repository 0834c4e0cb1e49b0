import path from 'node:path'
import { checkGraphFile } from './check-graph-file.ts'
import { EXACT_SCAN_LIMIT } from './choose-vector-index.ts'
import type { FileSystem } from './file-system.ts'
import type { GraphLibrary } from './hnswlib.ts'
import { BUNDLE_FILES, BUNDLE_FORMAT, type BundleFile, type BundleFileName, encodeManifest, type Manifest } from './manifest.ts'
import type { VectorMatrix } from './scan-vectors.ts'
import { sha256, sha256Aside } from './sha256.ts'

/** The parts of one generation, ready to be written. */
export interface BundleContent {
  readonly generation: number
  readonly fingerprint: string
  readonly analyzer: string
  readonly embedder: string | null
  readonly sentences: number
  readonly passages: number
  readonly sentencePostings: Uint8Array
  readonly passagePostings: Uint8Array
  /** Null without an encoder. */
  readonly vectors: VectorMatrix | null
}

/**
 * Writes the files of a bundle and its manifest into an empty folder. Nothing is synced yet.
 *
 * @param onRows called with the rows done while a graph is built; what it throws ends the work
 * @returns the hexadecimal SHA-256 of the manifest, from which all of the bundle can be verified
 */
export async function writeBundle(
  files: FileSystem,
  graphs: GraphLibrary | null,
  folder: string,
  content: BundleContent,
  onRows: (done: number) => void = () => undefined,
): Promise<string> {
  const written: BundleFile[] = []
  const write = async (name: BundleFileName, bytes: Uint8Array): Promise<void> => {
    await files.writeFile(path.join(folder, name), bytes)
    written.push({ name, size: bytes.byteLength, sha256: await sha256Aside(bytes) })
  }
  await write(BUNDLE_FILES.sentences, content.sentencePostings)
  await write(BUNDLE_FILES.passages, content.passagePostings)
  const { vectors } = content
  if (vectors) {
    const { values } = vectors
    await write(BUNDLE_FILES.vectors, new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    if (graphs && vectors.count > EXACT_SCAN_LIMIT) written.push(await writeGraph(files, graphs, folder, vectors, onRows))
  }
  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    generation: content.generation,
    fingerprint: content.fingerprint,
    analyzer: content.analyzer,
    embedder: content.embedder,
    space: 'cosine',
    dimension: vectors?.dimension ?? 0,
    sentences: content.sentences,
    passages: content.passages,
    files: written,
  }
  const bytes = encodeManifest(manifest)
  await files.writeFile(path.join(folder, MANIFEST_FILE), bytes)
  return sha256(bytes)
}

export const MANIFEST_FILE = 'manifest.json'

/** The library writes its file itself and says nothing when the disk is full, so what is on the disk is walked through. */
async function writeGraph(
  files: FileSystem,
  graphs: GraphLibrary,
  folder: string,
  vectors: VectorMatrix,
  onRows: (done: number) => void,
): Promise<BundleFile> {
  const file = path.join(folder, BUNDLE_FILES.graph)
  await graphs.build(vectors, file, onRows)
  const bytes = await files.readFile(file)
  checkGraphFile(bytes, vectors.count)
  return { name: BUNDLE_FILES.graph, size: bytes.byteLength, sha256: await sha256Aside(bytes) }
}
