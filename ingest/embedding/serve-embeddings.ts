import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { CodedError } from '../corpus/coded-error.ts'
import { centreEncoder } from './centred-encoder.ts'
import { loadTokenizer } from './load-tokenizer.ts'
import { readModelFolder } from './model-folder.ts'
import { openOnnxGraph, type TokenGraph } from './onnx-graph.ts'
import { createSentenceEncoder, type SentenceEncoder } from './sentence-encoder.ts'
import type { WorkerReply, WorkerRequest, WorkerSettings } from './worker-messages.ts'

interface OpenedEncoder {
  readonly graph: TokenGraph
  readonly encoder: SentenceEncoder
  readonly modelId: string
  readonly weight: number | null
}

/** The worker's side: opens the model, says ready or why not, then answers requests one after the other until told to close. */
export async function serveEmbeddings(): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('Cannot serve embeddings outside a worker thread')
  const post = (reply: WorkerReply, transfer: readonly ArrayBuffer[] = []): void => port.postMessage(reply, transfer)
  try {
    const opened = await openEncoder(workerData as WorkerSettings)
    answerRequests(port, opened, post)
    post({ kind: 'ready', modelId: opened.modelId, dimension: opened.encoder.dimension, weight: opened.weight })
  } catch (error) {
    post({ kind: 'refused', ...describe(error), detail: detailOf(error) })
    port.close()
  }
}

async function openEncoder(settings: WorkerSettings): Promise<OpenedEncoder> {
  const folder = await readModelFolder(settings.modelDir)
  const tokenizer = await loadTokenizer(folder.tokenizerFile, folder.tokenizerConfig)
  const graph = await openOnnxGraph(folder.graphFile, settings.threads)
  const plain = await createSentenceEncoder(folder, tokenizer, graph)
  const encoder = folder.centre ? await centreEncoder(plain) : plain
  return { graph, encoder, modelId: `${folder.name.replace(/[^\w.-]+/g, '-')}@${folder.digest}`, weight: folder.weight }
}

function answerRequests(
  port: MessagePort,
  { graph, encoder }: OpenedEncoder,
  post: (reply: WorkerReply, transfer?: readonly ArrayBuffer[]) => void,
): void {
  let last: Promise<void> = Promise.resolve()
  const answer = async (request: WorkerRequest): Promise<void> => {
    if (request.kind === 'close') {
      await graph.close()
      port.close()
      return
    }
    try {
      const vectors = await encoder.encode(request.texts)
      post({ kind: 'vectors', vectors }, [vectors.buffer as ArrayBuffer])
    } catch (error) {
      post({ kind: 'failed', detail: detailOf(error) })
    }
  }
  port.on('message', (request: WorkerRequest) => {
    last = last.then(() => answer(request))
  })
}

const detailOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** The reader gets the kind of failure: a native loader's own words hold paths. */
function describe(error: unknown): { code: string; why: string } {
  if (error instanceof CodedError) return { code: error.code, why: error.message }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return { code: 'runtime_missing', why: 'onnxruntime-node 没有安装' }
  if (code === 'ERR_DLOPEN_FAILED') return { code: 'runtime_missing', why: 'onnxruntime-node 在本机无法运行（系统或处理器不受支持）' }
  return { code: 'model_broken', why: '编码器文件已损坏，或不是可用的 ONNX 文本编码器' }
}
