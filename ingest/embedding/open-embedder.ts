import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { CodedError } from '../corpus/coded-error.ts'
import type { Embedder } from './embedder.ts'
import { createEndpointEmbedder, INGEST_PATIENCE, type Patience, QUESTION_PATIENCE } from './endpoint-embedder.ts'
import { createLocalEmbedder } from './local-embedder.ts'
import { readModelFolder } from './model-folder.ts'
import { createOpenAiEmbeddingCall, type EmbeddingEndpoint } from './openai-embedder.ts'
import { createQuestionEmbedder } from './question-embedder.ts'
import type { WorkerSettings } from './worker-messages.ts'

export interface EmbedderConfig {
  /** local: an ONNX encoder on this machine; openai: one behind an OpenAI-compatible endpoint; none: search by words alone. */
  readonly kind: 'local' | 'openai' | 'none'
  /** Folder of the encoder; the one shipped with the program where it is left out. */
  readonly modelDir?: string
  /** Threads that the encoder computes with; two, or one on a machine with one processor, where it is left out. */
  readonly threads?: number
  /** For openai. */
  readonly endpoint?: EmbeddingEndpoint
}

export interface OpenedEmbedder {
  readonly embedder: Embedder | null
  /** Chinese: why there is none; null when all is well or none was asked for. */
  readonly degraded: string | null
}

/** Of the endpoint that is asked where no address was given. */
const DEFAULT_HOST = 'api.openai.com'
const SHIPPED_MODEL = fileURLToPath(new URL('./model', import.meta.url))

/**
 * Opens the encoder, a local one in a worker thread. Where it cannot run, the program goes on without: `embedder` is null and `degraded` says why. One behind an
 * endpoint is not asked for anything yet: see Embedder.connect.
 *
 * @throws {CodedError} bad_model_dir when a folder was named and is missing or incomplete
 */
export async function openEmbedder(config: EmbedderConfig, patience: Patience = INGEST_PATIENCE): Promise<OpenedEmbedder> {
  if (config.kind === 'none') return { embedder: null, degraded: null }
  if (config.kind === 'openai') return { embedder: openEndpoint(config, patience), degraded: null }
  // Reading a named folder here, before the thread does, lets a wrong setting stop the start.
  if (config.modelDir !== undefined) await readModelFolder(config.modelDir)
  const settings: WorkerSettings = { modelDir: config.modelDir ?? SHIPPED_MODEL, threads: config.threads ?? Math.min(2, availableParallelism()) }
  try {
    return { embedder: await createLocalEmbedder(() => startEmbeddingWorker(settings)), degraded: null }
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    return { embedder: null, degraded: `语义检索不可用，只按字词检索：${error.message.replace(/[。]$/u, '')}。` }
  }
}

/**
 * The encoder for questions: as `openEmbedder`, but an endpoint that fails degrades the search to words instead of failing the question, and is reached in the
 * background when it could not be at the start.
 *
 * @throws {CodedError} bad_model_dir
 */
export async function openQuestionEmbedder(
  config: EmbedderConfig,
  onConnected?: (embedderId: string) => void,
): Promise<{ readonly embedder: Embedder | null; degraded(): string | null }> {
  if (config.kind === 'openai') return createQuestionEmbedder(openEndpoint(config, QUESTION_PATIENCE), { ...(onConnected && { onConnected }) })
  const { embedder, degraded } = await openEmbedder(config)
  return { embedder, degraded: () => degraded }
}

function openEndpoint({ endpoint }: EmbedderConfig, patience: Patience): Required<Embedder> {
  if (!endpoint) throw new Error('Cannot open an endpoint without its settings')
  const host = endpoint.baseUrl === null ? DEFAULT_HOST : new URL(endpoint.baseUrl).host
  return createEndpointEmbedder(createOpenAiEmbeddingCall(endpoint), { model: endpoint.model, host }, patience)
}

/** Starts the thread that `createLocalEmbedder` talks to. */
export function startEmbeddingWorker(settings: WorkerSettings): Worker {
  return new Worker(new URL('./embedding-worker.mjs', import.meta.url), { workerData: settings })
}
