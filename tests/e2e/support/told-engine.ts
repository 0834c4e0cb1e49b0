import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import { createCitation } from '../../../server/answer/cite/citations.ts'
import type { AnswerEngine, AnswerListener, AnswerRequest, ComposedAnswer } from '../../../server/answer/context/answer-engine.ts'
import type { Citation } from '../../../server/contract/chat.ts'

export interface Telling {
  readonly snapshot: LibrarySnapshot
  readonly request: AnswerRequest
  readonly listener: AnswerListener
  readonly signal: AbortSignal | undefined
}

/** An answer engine whose answers a test writes itself, steps and statements of a model included. */
export interface ToldEngine extends AnswerEngine {
  tell: (telling: Telling) => Promise<Partial<ComposedAnswer>>
}

export function createToldEngine(): ToldEngine {
  const engine: ToldEngine = {
    tell: async () => {
      throw new Error('not implemented')
    },
    examples: () => [],
    async answer(snapshot, request, listener = {}, signal) {
      const understood = { question: request.question, years: [], places: [], indicators: [], kind: 'value' as const }
      listener.onUnderstood?.(understood)
      const told = await engine.tell({ snapshot, request, listener, signal })
      const answer: ComposedAnswer = {
        question: request.question,
        understood,
        outcome: 'answered',
        mode: 'llm',
        answer: '',
        statements: [],
        citations: [],
        ...told,
      }
      return { answer, memory: { understood, slots: null } }
    },
  }
  return engine
}

/** The line `index` of the first document, cited as a sentence. */
export function citeLine(snapshot: LibrarySnapshot, index: number, n: number): Citation {
  const [document] = snapshot.documents
  const sentence = document?.document.sentences[index]
  if (!document || !sentence) throw new Error(`The library has no line ${index}`)
  return createCitation({ row: document.firstSentenceRow + index, document, sentence, passageRow: document.firstPassageRow }, n, () => [])
}
