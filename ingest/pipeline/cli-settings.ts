import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { CodedError } from '../corpus/coded-error.ts'
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
  const kind = settingOf('EMBEDDING') || 'local'
  if (kind !== 'local' && kind !== 'none') {
    throw new CodedError('config_invalid', `环境变量 EMBEDDING 的值“${kind}”不可用，应为 local 或 none。请改正后重试。`, { fields: ['EMBEDDING'] })
  }
  const modelDir = settingOf('EMBEDDING_MODEL_DIR')
  return {
    dataDir: path.resolve(workingDir, settingOf('DATA_DIR') || './data'),
    embedding: { kind, ...(modelDir && { modelDir: path.resolve(workingDir, modelDir) }) },
  }
}
