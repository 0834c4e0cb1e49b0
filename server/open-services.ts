import { openEmbedder } from '../ingest/embedding/open-embedder.ts'
import type { IngestProgress } from '../ingest/pipeline/ingestor.ts'
import { openLibrary } from '../ingest/pipeline/open-library.ts'
import { createWorkerRunner } from '../ingest/pipeline/worker-runner.ts'
import { createAnalyzer } from '../ingest/text/create-analyzer.ts'
import { openSegmenter } from '../ingest/text/open-segmenter.ts'
import { createAnswerEngine } from './answer/create-answer-engine.ts'
import { createFactReader } from './answer/fact-reader.ts'
import { createLibrarySearch } from './answer/search-library.ts'
import { createBriefComposer } from './briefs/create-brief-composer.ts'
import type { Config } from './config.ts'
import { embeddingConfig } from './embedding-config.ts'
import { assembleServices, type Services } from './services.ts'

export interface OpenServicesHooks {
  readonly onUnexpected: (error: unknown) => void
  /** Progress of a rebuild of the index, where one is needed before the library can be used. */
  readonly onRebuild?: (progress: IngestProgress) => void
}

/**
 * The services as the program has them: the library of the data folder, a worker for ingests, the segmenter and the encoder of this machine.
 *
 * @throws {CodedError} data_dir_locked, library_damaged, library_too_new, disk_full, library_write_failed, segmenter_unavailable, bad_model_dir
 */
export async function openServices(config: Config, { onUnexpected, onRebuild }: OpenServicesHooks): Promise<Services> {
  const embedding = embeddingConfig(config)
  const [{ segmenter, degraded: segmenterDegraded }, { embedder, degraded: embedderDegraded }] = await Promise.all([
    openSegmenter(),
    openEmbedder(embedding),
  ])
  const analyzer = createAnalyzer(segmenter)
  const facts = createFactReader()
  try {
    const library = await openLibrary({
      dataDir: config.dataDir,
      runner: createWorkerRunner({ dataDir: config.dataDir, embedding }, onUnexpected),
      analyzerFingerprint: analyzer.fingerprint,
      embedderId: embedder?.id ?? null,
      onUnexpected,
      ...(onRebuild && { onRebuild }),
    })
    const standing = [segmenterDegraded, embedderDegraded, llmDegraded(config)].filter((reason) => reason !== null)
    return assembleServices({
      store: library.store,
      ingestor: library.ingestor,
      engine: createAnswerEngine({ analyzer, segmenter, embedder }),
      composer: createBriefComposer({ analyzer, embedder, facts }),
      facts,
      search: createLibrarySearch({ analyzer, embedder }),
      readSnapshot: () => library.snapshot(),
      encoder: embedder?.id ?? null,
      segmenter: segmenter.id,
      degraded: () => standing,
      onUnexpected,
      async close() {
        try {
          await library.close()
        } finally {
          await embedder?.close()
        }
      },
    })
  } catch (error) {
    await embedder?.close()
    throw error
  }
}

function llmDegraded({ llm }: Config): string | null {
  return llm === null ? null : '已设置 CHAT_MODEL，但这个版本还没有语言模型作答，回答一律摘自原文。'
}
