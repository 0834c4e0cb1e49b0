import path from 'node:path'
import { openEmbedder } from '../embedding/open-embedder.ts'
import { createNodeFileSystem } from '../index/file-system.ts'
import { loadGraphLibrary } from '../index/hnswlib.ts'
import { openLibraryDatabase } from '../library/open-library-database.ts'
import { createAnalyzer } from '../text/create-analyzer.ts'
import { openSegmenter } from '../text/open-segmenter.ts'
import { createDocumentReader } from './document-reader.ts'
import { INDEX_FOLDER } from './index-folder.ts'
import type { IngestDependencies } from './ingest-dependencies.ts'
import type { WorkerConfig } from './worker-messages.ts'

/** A run's dependencies as the program has them: its own database connection, dictionary and encoder. Takes about a second. */
export async function openIngest(
  { dataDir, embedding }: WorkerConfig,
  onUnexpected: (error: unknown) => void,
): Promise<{ readonly dependencies: IngestDependencies; close(): Promise<void> }> {
  const [{ segmenter }, { embedder }, graphs] = await Promise.all([openSegmenter(), openEmbedder(embedding), loadGraphLibrary()])
  const database = openLibraryDatabase(dataDir)
  return {
    dependencies: {
      indexFolder: path.join(dataDir, INDEX_FOLDER),
      database,
      files: createNodeFileSystem(),
      reader: createDocumentReader(),
      analyzer: createAnalyzer(segmenter),
      embedder,
      graphs,
      now: () => new Date(),
      onUnexpected,
    },
    async close() {
      database.close()
      await embedder?.close()
    },
  }
}
