import { describe, expect, it } from 'vitest'
import type { TextTokenizer } from './load-tokenizer.ts'
import type { ModelFolder } from './model-folder.ts'
import type { TokenGraph } from './onnx-graph.ts'
import { createSentenceEncoder } from './sentence-encoder.ts'

const folder: ModelFolder = {
  graphFile: '',
  tokenizerFile: '',
  tokenizerConfig: {},
  name: 'test',
  maxTokens: 6,
  window: 4,
  pooling: null,
  padTokenId: 9,
  centre: false,
  weight: null,
  digest: '',
}
/** One token a character: its code point. 1 before, 2 behind. */
const tokenizer: TextTokenizer = { prefix: [1], suffix: [2], encode: (text) => Array.from(text, (character) => character.codePointAt(0) ?? 0) }

interface Call {
  readonly inputs: ReadonlyMap<string, BigInt64Array>
  readonly rows: number
  readonly width: number
  readonly output: string
}

/** A graph whose vector of a token is [id, 1]; it gives them all, or with sentence_embedding the second token's. */
function createGraph(outputNames: string[], inputNames: string[], value = (id: number): number => id): TokenGraph & { calls: Call[] } {
  const calls: Call[] = []
  return {
    calls,
    inputNames,
    outputNames,
    run(inputs, rows, width, output) {
      calls.push({ inputs, rows, width, output })
      const ids = Array.from(inputs.get('input_ids') ?? [], Number)
      if (output === 'sentence_embedding') {
        const data = Float32Array.from({ length: rows * 2 }, (_, i) => (i % 2 ? 1 : value(ids[Math.floor(i / 2) * width + 1] ?? 0)))
        return Promise.resolve({ data, dims: [rows, 2] })
      }
      return Promise.resolve({ data: Float32Array.from(ids.flatMap((id) => [value(id), 1])), dims: [rows, width, 2] })
    },
    close: () => Promise.resolve(),
  }
}
const unit = (x: number, y: number): number[] => [x / Math.hypot(x, y), y / Math.hypot(x, y)]
const expectRow = (vectors: Float32Array, row: number, expected: readonly number[]) => {
  expected.forEach((value, i) => {
    expect(vectors[row * 2 + i]).toBeCloseTo(value, 5)
  })
}

describe('createSentenceEncoder', () => {
  it('cuts a long text into windows and adds their vectors, weighted by length', async () => {
    const encoder = await createSentenceEncoder(folder, tokenizer, createGraph(['sentence_embedding'], ['input_ids']))
    const vectors = await encoder.encode(['\u0003bcd\u0005'])
    const [first, second] = [unit(3, 1), unit(5, 1)]
    expectRow(vectors, 0, unit(4 * (first[0] ?? 0) + (second[0] ?? 0), 4 * (first[1] ?? 0) + (second[1] ?? 0)))
  })

  it('takes the first token where nothing says how to pool, and the mean over the tokens alone where the folder says so', async () => {
    const cls = await createSentenceEncoder(folder, tokenizer, createGraph(['last_hidden_state'], ['input_ids']))
    expectRow(await cls.encode(['\u0004', '\u0005\u0005\u0005']), 0, unit(1, 1))
    const mean = await createSentenceEncoder({ ...folder, pooling: 'mean' }, tokenizer, createGraph(['last_hidden_state'], ['input_ids']))
    const vectors = await mean.encode(['\u0006', '\u0005\u0005\u0005'])
    expectRow(vectors, 0, unit((1 + 6 + 2) / 3, 1))
    expectRow(vectors, 1, unit((1 + 15 + 2) / 5, 1))
  })

  it('feeds the mask and the token types only to a graph that has them, and the folder’s padding', async () => {
    const plain = createGraph(['last_hidden_state'], ['input_ids'])
    await createSentenceEncoder(folder, tokenizer, plain)
    expect([...(plain.calls[0]?.inputs.keys() ?? [])]).toEqual(['input_ids'])
    const full = createGraph(['last_hidden_state'], ['input_ids', 'attention_mask', 'token_type_ids'])
    await (await createSentenceEncoder(folder, tokenizer, full)).encode(['ab', 'a'])
    const inputs = full.calls.at(-1)?.inputs
    expect(Array.from(inputs?.get('input_ids') ?? [], Number)).toEqual([1, 97, 2, 9, 1, 97, 98, 2])
    expect(Array.from(inputs?.get('attention_mask') ?? [], Number)).toEqual([1, 1, 1, 0, 1, 1, 1, 1])
    expect(Array.from(inputs?.get('token_type_ids') ?? [], Number)).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  })

  it('keeps the order of the texts, with a zero row for one without words', async () => {
    const encoder = await createSentenceEncoder(folder, tokenizer, createGraph(['sentence_embedding'], ['input_ids']))
    const vectors = await encoder.encode(['\u0007ab', '  ', '\u0003'])
    expectRow(vectors, 0, unit(7, 1))
    expectRow(vectors, 1, [0, 0])
    expectRow(vectors, 2, unit(3, 1))
  })

  it('splits many texts into runs of a bounded size', async () => {
    const graph = createGraph(['sentence_embedding'], ['input_ids'])
    const encoder = await createSentenceEncoder(folder, tokenizer, graph)
    await encoder.encode(Array.from({ length: 1_000 }, () => 'abcd'))
    expect(graph.calls.slice(1).reduce((rows, call) => rows + call.rows, 0)).toBe(1_000)
    expect(Math.max(...graph.calls.map((call) => call.rows * call.width))).toBeLessThanOrEqual(2_048)
  })

  it('refuses components that are not finite and graphs without a known output', async () => {
    const broken = createGraph(['sentence_embedding'], ['input_ids'], (id) => (id === 97 ? Number.NaN : id))
    const encoder = await createSentenceEncoder(folder, tokenizer, broken)
    await expect(encoder.encode(['a'])).rejects.toThrow('not finite')
    await expect(createSentenceEncoder(folder, tokenizer, createGraph(['logits'], ['input_ids']))).rejects.toThrow('logits')
  })
})
