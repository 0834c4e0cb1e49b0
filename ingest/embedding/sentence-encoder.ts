import type { TextTokenizer } from './load-tokenizer.ts'
import type { ModelFolder, Pooling } from './model-folder.ts'
import type { TokenGraph } from './onnx-graph.ts'
import { poolRow } from './pool-row.ts'

/** Texts to vectors with an opened graph and tokenizer: windows, batches of like length, pooling, unit length. */
export interface SentenceEncoder {
  readonly dimension: number
  /** [texts × dimension], rows of unit length, a zero row for a text without tokens. */
  encode(texts: readonly string[]): Promise<Float32Array>
}

interface Window {
  readonly text: number
  readonly ids: readonly number[]
  /** Tokens of the text in it. */
  readonly share: number
}

/** Cells (rows × width) of one run of the graph. More do not stay in the processor's cache: measured with the shipped encoder, 16 µs a cell up to some 300, 33 µs at 960. */
const CELLS_PER_RUN = 256
/** A run costs about as much as so many cells, beside its own: padding beyond that is dearer than another run. */
const CELLS_A_RUN_COSTS = 10

/**
 * Builds the encoder and runs it once, which gives the dimension and shows that the graph can run.
 *
 * @throws {Error} when the graph has no output that the folder's settings can pool, or gives a component that is not finite
 */
export async function createSentenceEncoder(folder: ModelFolder, tokenizer: TextTokenizer, graph: TokenGraph): Promise<SentenceEncoder> {
  const { pooling, output } = choosePooling(folder.pooling, graph.outputNames)

  const runWindows = async (windows: readonly Window[], add: (window: Window, vector: Float32Array) => void): Promise<void> => {
    const width = Math.max(...windows.map((window) => window.ids.length))
    const { data, dims } = await graph.run(tokenInputs(windows, width, folder.padTokenId, graph.inputNames), windows.length, width, output)
    windows.forEach((window, row) => {
      add(window, poolRow(data, dims, row, window.ids.length, pooling))
    })
  }

  const encodeInto = async (texts: readonly string[], dimension: number): Promise<Float32Array> => {
    const sums = new Float32Array(texts.length * dimension)
    const windows = texts.flatMap((text, index) => cutWindows(index, tokenizer, text, folder.window)).sort((a, b) => a.ids.length - b.ids.length)
    for (const batch of batchWindows(windows)) {
      await runWindows(batch, (window, vector) => {
        const at = window.text * dimension
        for (let i = 0; i < dimension; i++) sums[at + i] = (sums[at + i] ?? 0) + (vector[i] ?? 0) * window.share
      })
    }
    for (let at = 0; at < sums.length; at += dimension) normalise(sums.subarray(at, at + dimension))
    return sums
  }

  let dimension = 0
  await runWindows(cutWindows(0, tokenizer, '文', folder.window), (_, vector) => {
    dimension = vector.length
  })
  return { dimension, encode: (texts) => encodeInto(texts, dimension) }
}

function choosePooling(wanted: Pooling | null, outputs: readonly string[]): { pooling: Pooling; output: string } {
  const asExported = { pooling: 'sentence_embedding', output: 'sentence_embedding' } as const
  const hasExported = outputs.includes(asExported.output)
  if (hasExported && (wanted === null || wanted === 'sentence_embedding')) return asExported
  const output = ['last_hidden_state', 'token_embeddings'].find((name) => outputs.includes(name))
  if (output && wanted !== 'sentence_embedding') return { pooling: wanted ?? 'cls', output }
  if (hasExported) return asExported
  throw new Error(`Graph gives none of the outputs sentence_embedding, last_hidden_state, token_embeddings but "${outputs.join(', ')}"`)
}

function cutWindows(text: number, tokenizer: TextTokenizer, content: string, size: number): Window[] {
  if (content.trim() === '') return []
  const ids = tokenizer.encode(content)
  const windows: Window[] = []
  for (let at = 0; at < ids.length; at += size) {
    const part = ids.slice(at, at + size)
    windows.push({ text, ids: [...tokenizer.prefix, ...part, ...tokenizer.suffix], share: part.length })
  }
  return windows
}

/** Windows that go into one run. A cell of padding costs as much as one that holds a token, so that a longer window only joins where that pads the others little. */
function* batchWindows(sorted: readonly Window[]): Generator<readonly Window[]> {
  let from = 0
  for (let to = 1; to <= sorted.length; to++) {
    const [last, next] = [sorted[to - 1], sorted[to]]
    const rows = to - from
    if (last && next) {
      const padding = rows * (next.ids.length - last.ids.length)
      if (padding <= CELLS_A_RUN_COSTS && (rows + 1) * next.ids.length <= CELLS_PER_RUN) continue
    }
    yield sorted.slice(from, to)
    from = to
  }
}

/** The graph's inputs by name: ids, mask and, where it wants them, token types (all 0). */
function tokenInputs(windows: readonly Window[], width: number, pad: number, names: readonly string[]): Map<string, BigInt64Array> {
  const ids = new BigInt64Array(windows.length * width).fill(BigInt(pad))
  const mask = new BigInt64Array(windows.length * width)
  windows.forEach((window, row) => {
    window.ids.forEach((id, column) => {
      ids[row * width + column] = BigInt(id)
      mask[row * width + column] = 1n
    })
  })
  const inputs = new Map([['input_ids', ids]])
  if (names.includes('attention_mask')) inputs.set('attention_mask', mask)
  if (names.includes('token_type_ids')) inputs.set('token_type_ids', new BigInt64Array(ids.length))
  return inputs
}

/** To unit length, in place. A zero row stays. */
function normalise(row: Float32Array): void {
  let squares = 0
  for (const value of row) squares += value * value
  if (!Number.isFinite(squares)) throw new Error('Graph gave a component that is not finite')
  if (squares === 0) return
  const length = Math.sqrt(squares)
  for (let i = 0; i < row.length; i++) row[i] = (row[i] ?? 0) / length
}
