import type { EmbedderConfig } from '../ingest/embedding/open-embedder.ts'
import type { Config } from './config.ts'

/** The encoder that the settings ask for. */
export function embeddingConfig({ embedding, embeddingModelDir }: Config): EmbedderConfig {
  return { kind: embedding, ...(embeddingModelDir !== null && { modelDir: embeddingModelDir }) }
}
