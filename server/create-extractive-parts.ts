import type { Embedder } from '../ingest/embedding/embedder.ts'
import type { KeptBySnapshot } from '../ingest/index/keep-by-snapshot.ts'
import type { Analyzer } from '../ingest/text/analyzer.ts'
import { createAnalyzer } from '../ingest/text/create-analyzer.ts'
import type { Segmenter } from '../ingest/text/segmenter.ts'
import { createSnapshotReadings, type SnapshotReadings } from './answer/cite/snapshot-readings.ts'
import type { AnswerEngine } from './answer/context/answer-engine.ts'
import { createAnswerEngine } from './answer/create-answer-engine.ts'
import { createFactReader, type FactReader } from './answer/facts/fact-reader.ts'
import { createRetriever, type Retriever } from './retrieval/retriever.ts'
import { createSynonymFinder } from './understand/other-names.ts'

/** The extractive engine and what it shares with all else that reads the same library: each part works out what it needs of a snapshot once. */
export interface ExtractiveParts {
  readonly analyzer: Analyzer
  readonly embedder: Embedder | null
  readonly facts: FactReader
  readonly readings: SnapshotReadings
  readonly retriever: Retriever
  readonly extractive: AnswerEngine & Pick<KeptBySnapshot<unknown>, 'prepare'>
}

export function createExtractiveParts({
  segmenter,
  embedder,
}: {
  readonly segmenter: Segmenter
  readonly embedder: Embedder | null
}): ExtractiveParts {
  const analyzer = createAnalyzer(segmenter)
  const facts = createFactReader()
  const readings = createSnapshotReadings()
  const retriever = createRetriever({ analyzer, embedder, synonyms: createSynonymFinder(), columns: readings.columns })
  const extractive = createAnswerEngine({ analyzer, segmenter, embedder, ledger: facts, readings, retriever })
  return { analyzer, embedder, facts, readings, retriever, extractive }
}
