import type { Embedder } from '../../../ingest/embedding/embedder.ts'
import { type EmbedderConfig, openEmbedder } from '../../../ingest/embedding/open-embedder.ts'
import type { Analyzer } from '../../../ingest/text/analyzer.ts'
import { createAnalyzer } from '../../../ingest/text/create-analyzer.ts'
import { openSegmenter } from '../../../ingest/text/open-segmenter.ts'
import type { AnswerEngine } from '../../../server/answer/context/answer-engine.ts'
import { createAnswerEngine } from '../../../server/answer/create-answer-engine.ts'
import { createRetriever, type RetrievalQuery, type Retriever } from '../../../server/retrieval/retriever.ts'
import { NO_FILTER, type RowFilter } from '../../../server/retrieval/row-filter.ts'
import { focusStretches } from '../../../server/understand/focus.ts'
import { createSynonymFinder } from '../../../server/understand/other-names.ts'

/** The program's own parts in this process, put together as the server puts them together. */
export interface ProgramParts {
  readonly analyzer: Analyzer
  /** Null where the encoder cannot run here. */
  readonly embedder: Embedder | null
  readonly retriever: Retriever
  readonly engine: AnswerEngine
  close(): Promise<void>
}

/** Opens analyzer, encoder (the shipped one where none is named) and retriever. Says in one line what works less well. */
export async function openProgramParts(embedding: EmbedderConfig = { kind: 'local' }): Promise<ProgramParts> {
  const { segmenter, degraded } = await openSegmenter()
  const opened = await openEmbedder(embedding)
  for (const reason of [degraded, opened.degraded]) if (reason !== null) console.log(`DEGRADED  ${reason}`)
  const analyzer = createAnalyzer(segmenter)
  const retriever = createRetriever({ analyzer, embedder: opened.embedder, synonyms: createSynonymFinder() })
  const engine = createAnswerEngine({ analyzer, segmenter, embedder: opened.embedder })
  return { analyzer, embedder: opened.embedder, retriever, engine, close: async () => opened.embedder?.close() }
}

/** A question as the retriever wants it: its content words, and the whole of it for the encoder. */
export function queryFor(question: string, limit: number, filter: Partial<RowFilter> = {}): RetrievalQuery {
  const stretches = focusStretches(question)
  const parts = (stretches.length > 0 ? stretches : [question]).map((text) => ({ text, weight: 1 }))
  return { parts, text: question, filter: { ...NO_FILTER, ...filter }, limit }
}
