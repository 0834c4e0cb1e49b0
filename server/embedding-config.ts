import type { EmbedderConfig } from '../ingest/embedding/open-embedder.ts'
import type { Config } from './config.ts'

/** The encoder that the settings ask for. */
export function embeddingConfig({ embedding, embeddingModelDir, embeddingEndpoint }: Config): EmbedderConfig {
  return {
    kind: embedding,
    ...(embeddingModelDir !== null && { modelDir: embeddingModelDir }),
    ...(embeddingEndpoint !== null && { endpoint: embeddingEndpoint }),
  }
}
