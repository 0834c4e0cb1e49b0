import { createRequire } from 'node:module'
import type { InferenceSession } from 'onnxruntime-node'

/** An opened ONNX graph that takes token ids. */
export interface TokenGraph {
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
  /** Runs one batch; each input is int64 [rows, width]. The named output comes back with its shape. */
  run(
    inputs: ReadonlyMap<string, BigInt64Array>,
    rows: number,
    width: number,
    output: string,
  ): Promise<{ data: Float32Array; dims: readonly number[] }>
  close(): Promise<void>
}

/** Opens a graph with onnxruntime-node, which is loaded here and only here, when first asked for. */
export async function openOnnxGraph(file: string, threads: number): Promise<TokenGraph> {
  // NOTE: required, not imported: whether its import has a default export depends on the TypeScript loader.
  const ort = createRequire(import.meta.url)('onnxruntime-node') as typeof import('onnxruntime-node')
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // Threads that spin while they wait would take the processor from the server's own thread.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
    logSeverityLevel: 3,
  }
  const session = await ort.InferenceSession.create(file, options)
  return {
    inputNames: session.inputNames,
    outputNames: session.outputNames,
    async run(inputs, rows, width, output) {
      const feeds = Object.fromEntries([...inputs].map(([name, data]) => [name, new ort.Tensor('int64', data, [rows, width])]))
      const tensor = (await session.run(feeds, [output]))[output]
      if (!(tensor?.data instanceof Float32Array)) throw new Error(`Output "${output}" is not float32`)
      return { data: tensor.data, dims: tensor.dims }
    },
    close: () => session.release(),
  }
}
