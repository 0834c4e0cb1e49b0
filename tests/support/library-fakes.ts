import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Embedder } from '../../ingest/embedding/embedder.ts'
import { createNodeFileSystem } from '../../ingest/index/file-system.ts'
import { openLibraryDatabase } from '../../ingest/library/open-library-database.ts'
import { createDocumentReader } from '../../ingest/pipeline/document-reader.ts'
import type { IngestDependencies } from '../../ingest/pipeline/ingest-dependencies.ts'
import type { IngestRunner } from '../../ingest/pipeline/ingest-request.ts'
import { runIngest } from '../../ingest/pipeline/run-ingest.ts'
import type { Analyzer } from '../../ingest/text/analyzer.ts'

/** Single characters and pairs: no dictionary to load. */
export const characterAnalyzer: Analyzer = {
  fingerprint: 'characters-1',
  terms: charactersAndPairs,
  searchFor: (wanted) => (text) => [...new Set(charactersAndPairs(text))].map((term) => wanted.indexOf(term)).filter((number) => number >= 0),
}

function charactersAndPairs(text: string): string[] {
  return [...text].flatMap((character, at, all) => [character, character + (all[at + 1] ?? '')])
}

/** Vectors that follow from the text alone, of unit length. `calls` holds the texts that were embedded. */
export function createFakeEmbedder(id = 'fake-1', dimension = 16): Embedder & { readonly calls: string[] } {
  const calls: string[] = []
  return {
    id,
    dimension,
    calls,
    async embed(texts) {
      calls.push(...texts)
      return texts.map((text) => {
        const digest = createHash('sha512').update(id).update(text).digest()
        const raw = Float32Array.from({ length: dimension }, (_, at) => (digest[at] ?? 0) - 127.5)
        const length = Math.hypot(...raw)
        return raw.map((component) => component / length)
      })
    },
    close: async () => undefined,
  }
}

export type FakeIngest = Partial<Omit<IngestDependencies, 'database' | 'indexFolder'>>

/** Runs in this thread, over its own connection, with fakes for what is slow. Opened with the first run, as the worker is. */
export function createInlineRunner(dataDir: string, overrides: FakeIngest = {}): IngestRunner {
  let dependencies: IngestDependencies | undefined
  const open = (): IngestDependencies => ({
    indexFolder: path.join(dataDir, 'index'),
    database: openLibraryDatabase(dataDir),
    files: createNodeFileSystem(),
    reader: createDocumentReader(),
    analyzer: characterAnalyzer,
    embedder: createFakeEmbedder(),
    graphs: null,
    now: () => new Date(),
    onUnexpected: (error) => {
      throw error
    },
    ...overrides,
  })
  return {
    async run(request, onProgress, signal) {
      dependencies ??= open()
      return runIngest(dependencies, request, onProgress, signal)
    },
    async close() {
      dependencies?.database.close()
      dependencies = undefined
    },
  }
}
