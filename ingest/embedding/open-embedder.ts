import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { CodedError } from '../corpus/coded-error.ts'
import type { Embedder } from './embedder.ts'
import { createLocalEmbedder } from './local-embedder.ts'
import { readModelFolder } from './model-folder.ts'
import type { WorkerSettings } from './worker-messages.ts'

export interface EmbedderConfig {
  /** local: an ONNX encoder on this machine; none: search by words alone. */
  readonly kind: 'local' | 'none'
  /** Folder of the encoder; the one shipped with the program where it is left out. */
  readonly modelDir?: string
  /** Threads that the encoder computes with; two, or one on a machine with one processor, where it is left out. */
  readonly threads?: number
}

export interface OpenedEmbedder {
  readonly embedder: Embedder | null
  /** Chinese: why there is none; null when all is well or none was asked for. */
  readonly degraded: string | null
}

const SHIPPED_MODEL = fileURLToPath(new URL('./model', import.meta.url))

/**
 * Opens the encoder in a worker thread. Where it cannot run, the program goes on without: `embedder` is null and `degraded` says why.
 *
 * @throws {CodedError} bad_model_dir when a folder was named and is missing or incomplete
 */
export async function openEmbedder(config: EmbedderConfig): Promise<OpenedEmbedder> {
  if (config.kind === 'none') return { embedder: null, degraded: null }
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

/** Starts the thread that `createLocalEmbedder` talks to. */
export function startEmbeddingWorker(settings: WorkerSettings): Worker {
  return new Worker(new URL('./embedding-worker.mjs', import.meta.url), { workerData: settings })
}
