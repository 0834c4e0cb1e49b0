import type { Layer } from './layer.ts'
import { PAGE_LAYERS } from './page-layers.ts'

const READING = ['ingest/corpus', 'ingest/text', 'ingest/structure', 'ingest/facts', 'ingest/index']
const SERVICES = ['server/contract', 'server/conversation', 'server/jobs', 'server/ledger', 'server/briefs', 'server/services.ts']
const QUESTION = ['server/contract', 'server/understand', 'server/retrieval']
/** What all that answers a question stands on: sentences read, and the question with all that answering it takes. */
const ANSWERING = ['server/answer/cite', 'server/answer/facts', 'server/answer/sentences', 'server/answer/context']

/** What opens a library for questions beside a server that may be at work on it. */
const BESIDE_A_SERVER = [
  'ingest/corpus',
  'ingest/text',
  'ingest/embedding',
  'ingest/index',
  'ingest/library',
  'ingest/pipeline',
  'server/contract',
  'server/config.ts',
  'server/embedding-config.ts',
  'server/answer/context',
  'server/answer/find',
  'server/create-extractive-parts.ts',
  'server/open-engine.ts',
]

/** The diagram of the program, from the bottom up. A folder that is not named belongs to the nearest one above it that is. */
export const LAYERS: readonly Layer[] = [
  // Text in, index out. Knows nothing of HTTP, of the server or of the page.
  { path: 'ingest/corpus', imports: [] },
  { path: 'ingest/text', imports: ['ingest/corpus'] },
  { path: 'ingest/structure', imports: ['ingest/corpus', 'ingest/text'] },
  { path: 'ingest/facts', imports: ['ingest/corpus', 'ingest/text', 'ingest/structure'] },
  { path: 'ingest/embedding', imports: ['ingest/corpus'] },
  { path: 'ingest/index', imports: ['ingest/corpus', 'ingest/text', 'ingest/structure'] },
  { path: 'ingest/library', imports: ['ingest/corpus', 'ingest/index'] },
  { path: 'ingest/pipeline', imports: [...READING, 'ingest/embedding', 'ingest/library'] },
  { path: 'ingest/cli.ts', imports: ['ingest/pipeline'] },
  { path: 'ingest/models', imports: ['ingest/corpus', 'ingest/pipeline'] },
  { path: 'ingest/pull-cli.ts', imports: ['ingest/models'] },

  // Question in, cited answer out.
  { path: 'server/contract', imports: [] },
  { path: 'server/config.ts', imports: ['ingest/corpus'] },
  { path: 'server/embedding-config.ts', imports: ['ingest/embedding', 'server/config.ts'] },
  { path: 'server/understand', imports: [...READING, 'server/contract'] },
  { path: 'server/retrieval', imports: [...READING, 'ingest/embedding', 'server/understand'] },
  // Citations, facts and the verifier: what briefs, the ledger and models stand on too.
  { path: 'server/answer/cite', imports: [...READING, ...QUESTION] },
  { path: 'server/answer/facts', imports: ['ingest/corpus', 'ingest/facts', 'ingest/index'] },
  { path: 'server/answer/verify', imports: ['ingest/corpus', 'ingest/text', 'ingest/facts', 'server/contract'] },
  // An answer: sentences are read, found and judged, told by the kind of the question, and composed.
  { path: 'server/answer/sentences', imports: [...READING, 'server/understand'] },
  { path: 'server/answer/context', imports: [...READING, ...QUESTION, 'server/answer/cite', 'server/answer/facts', 'server/answer/sentences'] },
  { path: 'server/answer/find', imports: [...READING, 'ingest/embedding', ...QUESTION, ...ANSWERING] },
  { path: 'server/answer/terms', imports: [...READING, ...QUESTION, ...ANSWERING, 'server/answer/find'] },
  { path: 'server/answer/judge', imports: [...READING, ...QUESTION, ...ANSWERING, 'server/answer/find'] },
  {
    path: 'server/answer/kinds',
    imports: [...READING, ...QUESTION, ...ANSWERING, 'server/answer/find', 'server/answer/terms', 'server/answer/judge'],
  },
  {
    path: 'server/answer/compose',
    imports: [...READING, ...QUESTION, ...ANSWERING, 'server/answer/find', 'server/answer/verify', 'server/answer/kinds'],
  },
  {
    path: 'server/answer',
    imports: [
      ...READING,
      'ingest/embedding',
      ...QUESTION,
      ...ANSWERING,
      'server/answer/find',
      'server/answer/judge',
      'server/answer/verify',
      'server/answer/kinds',
      'server/answer/compose',
    ],
  },
  // Language models behind an endpoint: the interface, and its adapters. Knows nothing of the library.
  { path: 'server/model', imports: ['ingest/corpus'] },
  // What a model is given to read and what becomes of its words: fenced evidence, statements held against it.
  {
    path: 'server/model-answer',
    imports: [
      ...READING,
      'ingest/embedding',
      'server/contract',
      'server/understand',
      'server/retrieval',
      'server/answer/cite',
      'server/answer/context',
      'server/answer/verify',
      'server/answer/compose',
      'server/model',
    ],
  },
  {
    path: 'server/ledger',
    imports: [...READING, 'ingest/library', 'server/contract', 'server/understand', 'server/retrieval', 'server/answer/cite', 'server/answer/facts'],
  },
  {
    path: 'server/briefs',
    imports: [
      ...READING,
      'ingest/embedding',
      'ingest/library',
      'server/contract',
      'server/understand',
      'server/retrieval',
      'server/answer/cite',
      'server/answer/facts',
      'server/answer/verify',
      'server/answer/sentences',
      'server/ledger',
    ],
  },
  // A model that looks things up with read-only tools; briefs in a model's words, held against the same evidence.
  {
    path: 'server/research',
    imports: [
      ...READING,
      'server/contract',
      'server/understand',
      'server/retrieval',
      'server/answer/facts',
      'server/answer/context',
      'server/model',
      'server/model-answer',
      'server/ledger',
    ],
  },
  {
    path: 'server/model-briefs',
    imports: [
      ...READING,
      'server/contract',
      'server/understand',
      'server/answer/cite',
      'server/answer/verify',
      'server/model',
      'server/model-answer',
      'server/ledger',
      'server/briefs',
    ],
  },
  { path: 'server/conversation', imports: ['ingest/corpus', 'ingest/index', 'ingest/library', 'server/contract', 'server/answer/context'] },
  { path: 'server/jobs', imports: ['ingest/corpus', 'ingest/library', 'ingest/pipeline', 'server/contract'] },
  {
    path: 'server/services.ts',
    imports: [
      'ingest/corpus',
      'ingest/index',
      'ingest/library',
      'ingest/pipeline',
      'server/contract',
      'server/answer/facts',
      'server/answer/context',
      'server/answer/find',
      'server/ledger',
      'server/briefs',
      'server/conversation',
      'server/jobs',
    ],
  },
  { path: 'server/http', imports: [...READING, 'ingest/library', 'ingest/pipeline', 'server/config.ts', ...SERVICES] },
  { path: 'server/http/routes', imports: [...READING, 'ingest/library', 'ingest/pipeline', ...SERVICES, 'server/http'] },
  // Doors for other programs: OpenAI's shapes, MCP, metrics.
  {
    path: 'server/integrations',
    imports: [
      ...READING,
      'ingest/library',
      'server/answer/cite',
      'server/answer/facts',
      'server/answer/context',
      'server/answer/find',
      ...SERVICES,
      'server/http',
    ],
  },
  { path: 'server/app.ts', imports: ['ingest/corpus', ...SERVICES, 'server/http', 'server/http/routes', 'server/integrations'] },
  { path: 'server/terminal', imports: [] },
  { path: 'server/program-version.ts', imports: [] },
  // The extractive engine with what it shares, and the model beside it.
  {
    path: 'server/create-extractive-parts.ts',
    imports: [
      'ingest/text',
      'ingest/embedding',
      'ingest/index',
      'server/understand',
      'server/retrieval',
      'server/answer/cite',
      'server/answer/facts',
      'server/answer/context',
      'server/answer',
    ],
  },
  {
    path: 'server/open-engine.ts',
    imports: [
      'server/config.ts',
      'server/retrieval',
      'server/answer/cite',
      'server/answer/facts',
      'server/answer/context',
      'server/model',
      'server/model-answer',
      'server/research',
    ],
  },
  { path: 'server/warm-up.ts', imports: ['ingest/index'] },
  { path: 'server/rehearse.ts', imports: ['server/answer/context', 'server/warm-up.ts'] },
  {
    path: 'server/open-services.ts',
    imports: [
      'ingest/text',
      'ingest/embedding',
      'ingest/pipeline',
      'server/config.ts',
      'server/embedding-config.ts',
      'server/answer/find',
      'server/answer/compose',
      'server/model',
      'server/model-briefs',
      'server/create-extractive-parts.ts',
      'server/open-engine.ts',
      'server/rehearse.ts',
      'server/warm-up.ts',
      ...SERVICES,
    ],
  },
  { path: 'server/fill-library.ts', imports: ['ingest/pipeline', 'server/contract', 'server/services.ts'] },
  { path: 'server/fill-unserved.ts', imports: ['ingest/pipeline', 'server/config.ts', 'server/open-services.ts', 'server/fill-library.ts'] },
  {
    path: 'server/start-server.ts',
    imports: [
      'ingest/corpus',
      'ingest/pipeline',
      'server/config.ts',
      'server/services.ts',
      'server/http',
      'server/app.ts',
      'server/terminal',
      'server/program-version.ts',
      'server/open-services.ts',
      'server/fill-library.ts',
    ],
  },
  { path: 'server/main.ts', imports: ['ingest/corpus', 'server/config.ts', 'server/start-server.ts'] },
  { path: 'server/ask', imports: BESIDE_A_SERVER },
  {
    path: 'server/ask.ts',
    imports: ['ingest/corpus', 'ingest/pipeline', 'server/config.ts', 'server/fill-unserved.ts', 'server/ask'],
  },
  // The Model Context Protocol over stdio, beside a server that may be at work on the same library.
  {
    path: 'server/mcp',
    imports: [...BESIDE_A_SERVER, 'server/briefs', 'server/conversation', 'server/model-briefs', 'server/integrations'],
  },
  {
    path: 'server/mcp.ts',
    imports: [
      'ingest/corpus',
      'ingest/pipeline',
      'server/config.ts',
      'server/fill-unserved.ts',
      'server/program-version.ts',
      'server/integrations',
      'server/mcp',
    ],
  },

  ...PAGE_LAYERS,
]

/** Arrows that the table forbids and the code still has, each with its reason. One that is gone from the code must go from here. */
export const KNOWN_OFFENCES: readonly { readonly from: string; readonly to: string; readonly because: string }[] = []
