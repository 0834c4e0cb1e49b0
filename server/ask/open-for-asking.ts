import path from 'node:path'
import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { Embedder } from '../../ingest/embedding/embedder.ts'
import { openQuestionEmbedder } from '../../ingest/embedding/open-embedder.ts'
import { createNodeFileSystem } from '../../ingest/index/file-system.ts'
import { loadGraphLibrary } from '../../ingest/index/hnswlib.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { openLibraryDatabase } from '../../ingest/library/open-library-database.ts'
import { INDEX_FOLDER } from '../../ingest/pipeline/index-folder.ts'
import { createSnapshotLoader } from '../../ingest/pipeline/snapshot-loader.ts'
import { openSegmenter } from '../../ingest/text/open-segmenter.ts'
import type { AnswerEngine } from '../answer/context/answer-engine.ts'
import type { Config } from '../config.ts'
import { createExtractiveParts } from '../create-extractive-parts.ts'
import { embeddingConfig } from '../embedding-config.ts'
import { openEngine } from '../open-engine.ts'

export interface OpenForAsking {
  readonly snapshot: LibrarySnapshot
  readonly engine: AnswerEngine
  /** Chinese: what works less well and why. */
  readonly degraded: readonly string[]
  close(): Promise<void>
}

/**
 * Opens the library for questions only, beside a server that may be at work on the same data folder: takes no lock and writes nothing.
 *
 * @returns null where the library is empty, or its index must be made anew before it can be used
 * @throws {CodedError} library_damaged, library_too_new, segmenter_unavailable, bad_model_dir
 */
export async function openForAsking(config: Config, onUnexpected: (error: unknown) => void): Promise<OpenForAsking | null> {
  const [{ segmenter, degraded: segmenterDegraded }, { embedder, degraded: embedderDegraded }] = await Promise.all([
    openSegmenter(),
    openQuestionEmbedder(embeddingConfig(config)),
  ])
  const parts = createExtractiveParts({ segmenter, embedder })
  const snapshot = await loadSnapshot(config.dataDir, parts.analyzer.fingerprint)
  if (snapshot === null) {
    await embedder?.close()
    return null
  }
  const { engine } = await openEngine(parts.extractive, config, { ...parts, onUnexpected })
  return {
    snapshot,
    engine,
    degraded: [segmenterDegraded, embedderDegraded(), otherEncoder(snapshot, embedder)].filter((reason) => reason !== null),
    close: async () => embedder?.close(),
  }
}

/** Vectors of two encoders are never compared. */
function otherEncoder({ embedderId }: LibrarySnapshot, embedder: Embedder | null): string | null {
  if (!embedder?.id || embedderId === embedder.id) return null
  return '文库的向量不是当前编码器算的，这次只按字词检索。请运行 npm start，程序会在后台重新计算向量。'
}

/** Codes that a writer's opening mends: it makes the library, brings it up to date or builds the index anew. */
const MENDED_BY_WRITER: ReadonlySet<string> = new Set(['library_missing', 'library_outdated', 'index_damaged'])

/** The snapshot is whole in memory: the database is closed before it is used. */
async function loadSnapshot(dataDir: string, analyzerFingerprint: string): Promise<LibrarySnapshot | null> {
  const load = async () => {
    const database = openLibraryDatabase(dataDir, { readOnly: true })
    try {
      return await createSnapshotLoader(database, createNodeFileSystem(), await loadGraphLibrary(), path.join(dataDir, INDEX_FOLDER)).load()
    } finally {
      database.close()
    }
  }
  const missing = (error: unknown): null => {
    if (error instanceof CodedError && MENDED_BY_WRITER.has(error.code)) return null
    throw error
  }
  // A server may put a new generation in place of the one that is being read: the second look finds the new one.
  const loaded = (await load().catch(missing)) ?? (await load().catch(missing))
  return loaded === null || loaded.snapshot.documents.length === 0 || loaded.analyzer !== analyzerFingerprint ? null : loaded.snapshot
}
