import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { CodedError } from '../corpus/coded-error.ts'
import type { EmbeddingEndpoint } from '../embedding/openai-embedder.ts'
import type { EmbeddingConfig } from './worker-messages.ts'

/** The settings that ingest shares with the server: the same names, the same defaults. */
export interface IngestSettings {
  /** Absolute. */
  readonly dataDir: string
  readonly embedding: EmbeddingConfig
}

/**
 * Reads them from the environment, and from the file `.env` in the working folder for what the environment does not say.
 *
 * @throws {CodedError} config_invalid naming the field
 */
export function readIngestSettings(variables: Readonly<Record<string, string | undefined>>, workingDir: string): IngestSettings {
  const file = path.join(workingDir, '.env')
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  const settingOf = (name: string): string => variables[name]?.trim() || fromFile[name]?.trim() || ''
  return {
    dataDir: path.resolve(workingDir, settingOf('DATA_DIR') || './data'),
    embedding: readEmbedding(settingOf, workingDir),
  }
}

function readEmbedding(settingOf: (name: string) => string, workingDir: string): EmbeddingConfig {
  const kind = settingOf('EMBEDDING') || 'local'
  if (kind === 'openai') return { kind, endpoint: readEndpoint(settingOf) }
  if (kind !== 'local' && kind !== 'none') throw invalid('EMBEDDING', `的值“${kind}”不可用，应为 local、openai 或 none`)
  const modelDir = settingOf('EMBEDDING_MODEL_DIR')
  return { kind, ...(modelDir && { modelDir: path.resolve(workingDir, modelDir) }) }
}

function readEndpoint(settingOf: (name: string) => string): EmbeddingEndpoint {
  const model = settingOf('EMBEDDING_MODEL')
  const baseUrl = settingOf('OPENAI_BASE_URL') || null
  const apiKey = settingOf('OPENAI_API_KEY') || null
  if (model === '') throw invalid('EMBEDDING_MODEL', '没有填写；EMBEDDING 设为 openai 时必须填写向量接口的模型名称')
  if (baseUrl === null && apiKey === null) throw invalid('OPENAI_BASE_URL', '和 OPENAI_API_KEY 都没有填写；EMBEDDING 设为 openai 时至少要填一个')
  if (baseUrl !== null && !(/^https?:/.test(baseUrl) && URL.canParse(baseUrl)))
    throw invalid('OPENAI_BASE_URL', `的值“${baseUrl}”不可用，应以 http:// 或 https:// 开头`)
  return { model, baseUrl, apiKey }
}

function invalid(field: string, why: string): CodedError {
  return new CodedError('config_invalid', `环境变量 ${field} ${why}。请改正后重试。`, { fields: [field] })
}
