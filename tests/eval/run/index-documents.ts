import type { DocumentRelation, ParsedDocument } from '../../../ingest/corpus/document.ts'
import type { Embedder } from '../../../ingest/embedding/embedder.ts'
import { chooseVectorIndex } from '../../../ingest/index/choose-vector-index.ts'
import { createSnapshot } from '../../../ingest/index/create-snapshot.ts'
import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import { openPostings } from '../../../ingest/index/open-postings.ts'
import { vectorMatrix } from '../../../ingest/index/scan-vectors.ts'
import type { VectorIndex } from '../../../ingest/index/vector-index.ts'
import { buildPostings } from '../../../ingest/pipeline/build-postings.ts'
import type { Analyzer } from '../../../ingest/text/analyzer.ts'

/** What turns text into an index: the program's own parts. */
export interface IndexTools {
  readonly analyzer: Analyzer
  /** Null: the index has no vectors. */
  readonly embedder: Embedder | null
}

const TEXTS_PER_STEP = 512

/** Every sentence's vector; texts of like length go together, which is what the encoder is fastest with. */
async function embedSentences(documents: readonly ParsedDocument[], embedder: Embedder): Promise<VectorIndex> {
  const texts = documents.flatMap((document) => document.sentences.map((sentence) => sentence.text))
  const order = texts.map((_, row) => row).sort((a, b) => (texts[a]?.length ?? 0) - (texts[b]?.length ?? 0) || a - b)
  const values = new Float32Array(texts.length * embedder.dimension)
  for (let from = 0; from < order.length; from += TEXTS_PER_STEP) {
    const rows = order.slice(from, from + TEXTS_PER_STEP)
    const vectors = await embedder.embed(rows.map((row) => texts[row] ?? ''))
    rows.forEach((row, index) => {
      values.set(vectors[index] ?? [], row * embedder.dimension)
    })
  }
  return chooseVectorIndex(vectorMatrix(values, embedder.dimension), null)
}

/** A library in memory: rows follow the documents in the order given. */
export async function indexDocuments(
  documents: readonly ParsedDocument[],
  relations: readonly DocumentRelation[],
  tools: IndexTools,
): Promise<LibrarySnapshot> {
  const postings = await buildPostings(documents, tools.analyzer, () => undefined)
  const vectors = tools.embedder === null ? null : await embedSentences(documents, tools.embedder)
  return createSnapshot(documents, relations, {
    sentencePostings: openPostings(postings.sentencePostings),
    passagePostings: openPostings(postings.passagePostings),
    vectors,
    manifest: { generation: 1, fingerprint: 'evaluation', embedder: tools.embedder?.id ?? null },
  })
}
