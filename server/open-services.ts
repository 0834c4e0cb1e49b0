import { openQuestionEmbedder } from '../ingest/embedding/open-embedder.ts'
import { describeRebuild } from '../ingest/pipeline/describe-rebuild.ts'
import type { IngestProgress } from '../ingest/pipeline/ingestor.ts'
import { type Library, openLibrary } from '../ingest/pipeline/open-library.ts'
import { createWorkerRunner } from '../ingest/pipeline/worker-runner.ts'
import { openSegmenter } from '../ingest/text/open-segmenter.ts'
import { noteDegraded } from './answer/compose/note-degraded.ts'
import { createLibrarySearch } from './answer/find/search-library.ts'
import { createBriefComposer } from './briefs/create-brief-composer.ts'
import type { Config } from './config.ts'
import { createExtractiveParts } from './create-extractive-parts.ts'
import { embeddingConfig } from './embedding-config.ts'
import { checkModel } from './model/check-model.ts'
import { createModelFailures } from './model/report-failures.ts'
import { createModelBriefComposer } from './model-briefs/create-model-brief-composer.ts'
import { openEngine } from './open-engine.ts'
import { createRehearsal, OVER_ALL_FIGURES } from './rehearse.ts'
import { assembleServices, type Services } from './services.ts'
import { createWarmUp } from './warm-up.ts'

export interface OpenServicesHooks {
  readonly onUnexpected: (error: unknown) => void
  /** Whether a library whose index must be made anew opens at once and is rebuilt behind the answers; else the rebuild comes first. */
  readonly serveMeanwhile?: boolean
  /** Progress of a rebuild of the index. */
  readonly onRebuild?: (progress: IngestProgress) => void
  /** Called when a rebuild behind the answers has ended, well or not. */
  readonly onRebuilt?: () => void
}

/**
 * The services as the program has them: the library of the data folder, a worker for ingests, the segmenter and the encoder of this machine.
 *
 * @throws {CodedError} data_dir_locked, library_damaged, library_too_new, disk_full, library_write_failed, segmenter_unavailable, bad_model_dir
 */
export async function openServices(
  config: Config,
  { onUnexpected, onRebuild, onRebuilt, serveMeanwhile = false }: OpenServicesHooks,
): Promise<Services> {
  const embedding = embeddingConfig(config)
  let library: Library | undefined
  const [{ segmenter, degraded: segmenterDegraded }, { embedder, degraded: embedderDegraded }] = await Promise.all([
    openSegmenter(),
    openQuestionEmbedder(embedding, (embedderId) => library?.requireEncoder(embedderId)),
  ])
  try {
    const parts = createExtractiveParts({ segmenter, embedder })
    const { analyzer, facts, readings, extractive } = parts
    // An endpoint is asked for what users ask, and for nothing else.
    const rehearse = (...parts: Parameters<typeof createRehearsal>) => (embedding.kind === 'openai' ? [] : [createRehearsal(...parts)])
    const warmUp = createWarmUp(
      [extractive, ...rehearse(extractive), readings.knowledge, facts, ...rehearse(extractive, OVER_ALL_FIGURES)],
      onUnexpected,
    )
    const opened = await openLibrary({
      dataDir: config.dataDir,
      runner: createWorkerRunner({ dataDir: config.dataDir, embedding }, onUnexpected),
      analyzerFingerprint: analyzer.fingerprint,
      embedderId: embedder?.id || null,
      onUnexpected,
      ...(serveMeanwhile && { serveMeanwhile: { analyzer, embedder } }),
      // A program that serves has time between two questions; one that opens the library for one question has not.
      ...(serveMeanwhile && { onSnapshot: warmUp.begin }),
      ...(onRebuild && { onRebuild }),
      ...(onRebuilt && { onRebuilt }),
    })
    library = opened
    // The endpoint may have been reached while the library was opened.
    if (embedder?.id) opened.requireEncoder(embedder.id)
    const degraded = (): string[] => {
      const rebuild = opened.rebuilding()
      const reasons = [segmenterDegraded, embedderDegraded(), rebuild && describeRebuild(rebuild)]
      return reasons.filter((reason) => reason !== null)
    }
    const failures = createModelFailures()
    const composer = createBriefComposer(parts)
    const noted = noteDegraded(extractive, embedding.kind === 'openai' ? embedderDegraded : () => null)
    const { engine, model } = await openEngine(noted, config, { ...parts, onUnexpected, onModelFailure: failures.report })
    return assembleServices({
      store: opened.store,
      ingestor: opened.ingestor,
      engine,
      model: model && {
        name: model.chat.name,
        host: model.host,
        check: (signal) => checkModel(model.chat, signal),
        onFailure: failures.watch,
      },
      composer: model ? createModelBriefComposer({ extractive: composer, model: model.chat, readings, onUnexpected }) : composer,
      facts,
      search: createLibrarySearch(parts),
      readSnapshot: () => opened.snapshot(),
      // An endpoint is named once it was reached.
      get encoder() {
        return embedder?.id || null
      },
      segmenter: segmenter.id,
      degraded,
      onUnexpected,
      async close() {
        try {
          await warmUp.stop()
          await opened.close()
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
