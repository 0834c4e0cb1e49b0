import type { AnswerEngine, AnswerRequest, ComposedAnswer } from '../../server/answer/context/answer-engine.ts'

/** An answer engine that says what it is told: each question is answered with the pieces of `text`, and cites every document of the snapshot. */
export interface ScriptedEngine extends AnswerEngine {
  text: readonly string[]
  /** Awaited before the first piece and before each further one; the index of the piece is given. */
  gate: (piece: number, signal: AbortSignal | undefined) => Promise<void>
  readonly requests: AnswerRequest[]
}

export function createScriptedEngine(): ScriptedEngine {
  const engine: ScriptedEngine = {
    text: ['全年增长 ', '5%。[1]'],
    gate: async () => undefined,
    requests: [],
    examples: (_snapshot, count) => ['全年增长多少？', '有哪些任务？'].slice(0, count),
    async answer(snapshot, request, listener, signal) {
      engine.requests.push(request)
      const understood = { question: request.question, years: [], places: [], indicators: [], kind: 'value' as const }
      listener?.onUnderstood?.(understood)
      for (const [piece, text] of engine.text.entries()) {
        await engine.gate(piece, signal)
        signal?.throwIfAborted()
        listener?.onDelta?.(text)
      }
      const citations = snapshot.documents.map(({ document }, index) => ({
        n: index + 1,
        documentId: document.id,
        title: document.metadata.title,
        file: document.file,
        sectionPath: [],
        quote: document.text.slice(0, 5),
        start: 0,
        end: 5,
        year: null,
        place: null,
      }))
      const answer: ComposedAnswer = {
        question: request.question,
        understood,
        outcome: 'answered',
        mode: 'extractive',
        answer: engine.text.join(''),
        statements: [{ text: engine.text.join(''), citations: citations.map(({ n }) => n), verdict: 'supported' }],
        citations,
      }
      return { answer, memory: { understood, slots: { turn: engine.requests.length } } }
    },
  }
  return engine
}
