import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import type { ChatAnswer, ChatFilters, Understood } from '../../contract/chat.ts'
import type { AnswerStep, StatementProgress } from '../../contract/events.ts'

/** An answer without the ids that only the conversation knows. */
export type ComposedAnswer = Omit<ChatAnswer, 'conversationId' | 'turnId'>

/** What an earlier turn of the conversation leaves behind for the next one; JSON, kept with the turn. */
export interface TurnMemory {
  readonly understood: Understood
  /** Opaque to everyone but understand/. */
  readonly slots: unknown
}

export interface AnswerRequest {
  readonly question: string
  readonly filters: ChatFilters
  /** The conversation so far, oldest first. */
  readonly history: readonly TurnMemory[]
  /** Left out: `llm` where a model is configured. */
  readonly mode?: 'extractive' | 'llm'
}

/** Called as the answer forms: first what was understood, then text as it is written. */
export interface AnswerListener {
  onUnderstood?(understood: Understood): void
  onDelta?(text: string): void
  /** Model mode: steps and statements on their way. */
  onStep?(step: AnswerStep): void
  onStatement?(statement: StatementProgress): void
}

/** Question in, cited answer out, over one snapshot. Abstaining is an outcome, not an exception. */
export interface AnswerEngine {
  answer(
    snapshot: LibrarySnapshot,
    request: AnswerRequest,
    listener?: AnswerListener,
    signal?: AbortSignal,
  ): Promise<{
    readonly answer: ComposedAnswer
    readonly memory: TurnMemory
    /** How likely it is that the library holds what was asked, 0 to 1, as the search saw it; left out by engines that do not estimate it. */
    readonly confidence?: number
  }>
  /** Questions that the snapshot's library answers, for the empty page. At most `count`, deterministic. */
  examples(snapshot: LibrarySnapshot, count: number): readonly string[]
}
