import type { Embedder } from '../../ingest/embedding/embedder.ts'
import { inLibraryOrder } from '../../ingest/index/create-snapshot.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { inferFromLibrary } from '../../ingest/structure/infer-from-library.ts'
import { createAnalyzer } from '../../ingest/text/create-analyzer.ts'
import { openSegmenter } from '../../ingest/text/open-segmenter.ts'
import type { AnswerEngine, ComposedAnswer, TurnMemory } from '../../server/answer/context/answer-engine.ts'
import { createAnswerEngine } from '../../server/answer/create-answer-engine.ts'
import type { ChatFilters } from '../../server/contract/chat.ts'
import { indexDocuments } from '../eval/run/index-documents.ts'
import { parseText } from './parse-text.ts'

/** A conversation with the real engine: each question is read with the ones before it. */
export interface Conversation {
  ask(question: string, filters?: ChatFilters): Promise<ComposedAnswer>
}

/** The real analyzer, index and engine over texts that a test makes up, in memory. */
export interface AnswerLibrary {
  readonly snapshot: LibrarySnapshot
  readonly engine: AnswerEngine
  converse(): Conversation
  /** One question with nothing before it. */
  ask(question: string, filters?: ChatFilters): Promise<ComposedAnswer>
}

/** @param texts by file name */
export async function createAnswerLibrary(texts: Readonly<Record<string, string>>, embedder: Embedder | null = null): Promise<AnswerLibrary> {
  const { segmenter } = await openSegmenter()
  const analyzer = createAnalyzer(segmenter)
  const read = inferFromLibrary(Object.entries(texts).map(([file, text]) => parseText(text, file)))
  const snapshot = await indexDocuments(inLibraryOrder(read.documents), read.relations, { analyzer, embedder })
  const engine = createAnswerEngine({ analyzer, segmenter, embedder })
  const converse = (): Conversation => {
    const history: TurnMemory[] = []
    return {
      async ask(question, filters = {}) {
        const { answer, memory } = await engine.answer(snapshot, { question, filters, history: [...history] })
        history.push(JSON.parse(JSON.stringify(memory)) as TurnMemory)
        return answer
      },
    }
  }
  return { snapshot, engine, converse, ask: (question, filters) => converse().ask(question, filters) }
}
