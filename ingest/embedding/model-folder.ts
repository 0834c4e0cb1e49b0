import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { CodedError } from '../corpus/coded-error.ts'
import { CENTRING_VERSION } from './centring-texts.ts'

/** How token vectors become one: the graph does it itself, the first token's vector, or the mean over the tokens. */
export type Pooling = 'sentence_embedding' | 'cls' | 'mean'

/** A folder with an encoder in the usual layout, as its files describe it. */
export interface ModelFolder {
  readonly graphFile: string
  readonly tokenizerFile: string
  /** tokenizer_config.json, {} where there is none. */
  readonly tokenizerConfig: Readonly<Record<string, unknown>>
  /** What the encoder is called, from youju.json or config.json, else the folder's name. */
  readonly name: string
  /** Most tokens of one run of the graph, special tokens included. */
  readonly maxTokens: number
  /** Tokens of one window, special tokens left out. Longer texts are cut into windows whose vectors are added, weighted by length. */
  readonly window: number
  /** Null where no file says: then sentence_embedding where the graph gives it, else the first token (how BERT-like bge encoders are made). */
  readonly pooling: Pooling | null
  readonly padTokenId: number
  /** Whether the mean of the encoder's vectors is taken out of each: so unless the folder has a youju.json, whose encoder is used as it is. */
  readonly centre: boolean
  /** See Embedder.weight; null: the retriever's own. */
  readonly weight: number | null
  /** First twelve digits of the SHA-256 over the graph, the tokenizer and the settings above. */
  readonly digest: string
}

const GRAPH_FILES = ['onnx/model_quantized.onnx', 'onnx/model.onnx', 'model_quantized.onnx', 'model.onnx']
const MAX_TOKENS = 512
const SPECIAL_TOKENS = 2

/**
 * Weight of the cosines of encoders that were not made for this program: they are larger and know more than the shipped one. Measured with bge-small-zh (R@5 of
 * questions on government reports · of reworded ones · DuReader robust): 0.25 93.0 95.6 92.8 · 0.35 93.0 93.3 93.4 · 0.5 93.0 93.3 94.3 · 0.7 91.8 88.9 94.9.
 */
export const FOREIGN_WEIGHT = 0.5

/**
 * Reads what a folder says about its encoder. Looked for: tokenizer.json and one of onnx/model_quantized.onnx, onnx/model.onnx,
 * model_quantized.onnx, model.onnx; and, each of them optional, youju.json {name, maxTokens, window, pooling}, config.json,
 * tokenizer_config.json, sentence_bert_config.json, modules.json, 1_Pooling/config.json (or the pooling folder that modules.json names).
 *
 * @throws {CodedError} bad_model_dir when the folder, its tokenizer or its graph is missing, or a settings file cannot be understood
 */
export async function readModelFolder(folder: string): Promise<ModelFolder> {
  const tokenizer = await readOptional(folder, 'tokenizer.json')
  const graph = await findGraph(folder)
  if (!tokenizer || !graph) {
    const missing = [...(tokenizer ? [] : ['tokenizer.json']), ...(graph ? [] : ['onnx/model_quantized.onnx（或 onnx/model.onnx）'])]
    throw badFolder(`缺少 ${missing.join(' 和 ')}`)
  }
  const [own, config, tokenizerConfig, sentence] = await Promise.all(
    ['youju.json', 'config.json', 'tokenizer_config.json', 'sentence_bert_config.json'].map((file) => readSettings(folder, file)),
  )
  const modules = await readModules(folder)
  const maxTokens = positive(own?.maxTokens) ?? leastOf(sentence?.max_seq_length, tokenizerConfig?.model_max_length, positionsOf(config), MAX_TOKENS)
  const window = positive(own?.window) ?? maxTokens - SPECIAL_TOKENS
  if (window < 1 || window > maxTokens - SPECIAL_TOKENS) throw badFolder('youju.json 里的 window 应在 1 到 maxTokens - 2 之间')
  const settings = { maxTokens, window, pooling: asPooling(own?.pooling) ?? (await poolingOf(folder, modules)), padTokenId: padOf(config) }
  const centre = own === null
  const weight = own === null ? FOREIGN_WEIGHT : null
  const digest = createHash('sha256')
    .update(graph.bytes)
    .update(tokenizer)
    .update(JSON.stringify(centre ? { ...settings, centred: CENTRING_VERSION } : settings))
    .digest('hex')
    .slice(0, 12)
  const name = path.basename(text(own?.name) ?? text(config?._name_or_path) ?? path.resolve(folder))
  return {
    ...settings,
    centre,
    weight,
    graphFile: graph.file,
    tokenizerFile: path.resolve(folder, 'tokenizer.json'),
    tokenizerConfig: tokenizerConfig ?? {},
    name,
    digest,
  }
}

async function findGraph(folder: string): Promise<{ readonly file: string; readonly bytes: Buffer } | null> {
  for (const name of GRAPH_FILES) {
    const bytes = await readOptional(folder, name)
    if (bytes) return { file: path.resolve(folder, name), bytes }
  }
  return null
}

async function readOptional(folder: string, name: string): Promise<Buffer | null> {
  try {
    return await readFile(path.resolve(folder, name))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw badFolder(`${name} 读不出来（${String(code)}）`, error)
  }
}

async function readSettings(folder: string, name: string): Promise<Record<string, unknown> | null> {
  const bytes = await readOptional(folder, name)
  if (!bytes) return null
  const value = parseJson(name, bytes)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw badFolder(`${name} 不是一个 JSON 对象`)
}

function parseJson(name: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    throw badFolder(`${name} 不是合法的 JSON`, error)
  }
}

function positionsOf(config: Record<string, unknown> | null | undefined): number | null {
  const positions = positive(config?.max_position_embeddings)
  if (!positions) return null
  // NOTE: RoBERTa counts its positions from the padding token on, so two of them are never used.
  const usable = String(config?.model_type).includes('roberta') ? positions - 2 : positions
  return usable
}

/** The steps that a sentence-transformers model consists of, from modules.json; empty where there is none. */
async function readModules(folder: string): Promise<readonly { readonly type: string; readonly path: string }[]> {
  const bytes = await readOptional(folder, 'modules.json')
  if (!bytes) return []
  const list = parseJson('modules.json', bytes)
  if (!Array.isArray(list)) throw badFolder('modules.json 不是一个 JSON 数组')
  return list.map((entry: unknown) => {
    const { type, path: at } = typeof entry === 'object' && entry !== null ? (entry as { type?: unknown; path?: unknown }) : {}
    return { type: text(type) ?? '', path: text(at) ?? '' }
  })
}

/** Null where no file says. A model with a layer behind its pooling can be used only where the graph holds that layer, and so gives the sentence's vector. */
async function poolingOf(folder: string, modules: Awaited<ReturnType<typeof readModules>>): Promise<Pooling | null> {
  if (modules.some(({ type }) => type.endsWith('.Dense'))) return 'sentence_embedding'
  const file = `${modules.find(({ type }) => type.endsWith('.Pooling'))?.path || '1_Pooling'}/config.json`
  const config = await readSettings(folder, file)
  if (config === null) return null
  if (config.pooling_mode_cls_token === true || config.pooling_mode === 'cls') return 'cls'
  if (config.pooling_mode_mean_tokens === true || config.pooling_mode === 'mean') return 'mean'
  throw badFolder(`${file} 里的取法不受支持，只支持首个词元（cls）和平均（mean）`)
}

function asPooling(value: unknown): Pooling | null {
  if (value === undefined) return null
  if (value === 'sentence_embedding' || value === 'cls' || value === 'mean') return value
  throw badFolder('youju.json 里的 pooling 只能是 sentence_embedding、cls 或 mean')
}

/** What each file allows; what is no length does not count. */
const leastOf = (...lengths: readonly unknown[]): number => Math.min(...lengths.map((length) => positive(length) ?? Number.POSITIVE_INFINITY))
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const positive = (value: unknown): number | null => (Number.isInteger(value) && Number(value) > 0 ? Number(value) : null)
const padOf = (config: Record<string, unknown> | null | undefined): number =>
  Number.isInteger(config?.pad_token_id) ? Number(config?.pad_token_id) : 0

function badFolder(why: string, cause?: unknown): CodedError {
  const message = `编码器目录不能用：${why}。目录里应有 tokenizer.json 和 onnx/model_quantized.onnx（或 onnx/model.onnx）；请检查 EMBEDDING_MODEL_DIR，留空则使用自带的编码器。`
  return new CodedError('bad_model_dir', message, { why }, { cause })
}
