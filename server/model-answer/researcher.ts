import type { LibrarySnapshot, SentenceRow } from '../../ingest/index/library-snapshot.ts'
import type { ComposedAnswer } from '../answer/context/answer-engine.ts'
import type { Understood } from '../contract/chat.ts'
import type { AnswerStep } from '../contract/events.ts'

export interface ResearchQuestion {
  readonly snapshot: LibrarySnapshot
  readonly understood: Understood
  /** What the model is shown before it looks further, in the order of its numbers: E1 is the first. */
  readonly evidence: readonly SentenceRow[]
  /** What is left for looking up and answering together. */
  readonly totalMs: number
}

export interface ResearchReport {
  /** The model's answer, as it wrote it: nothing of it is verified yet. */
  readonly reply: string
  /** All that the model was shown; the sentence with number n stands at n - 1. */
  readonly evidence: readonly SentenceRow[]
  /** What it looked up, in Chinese, in order. */
  readonly steps: readonly string[]
}

/** A model that looks things up in the library before it answers. */
export interface Researcher {
  /** Whether one look into the library is likely not to be enough, given what it gave. */
  isWorthwhile(answer: ComposedAnswer): boolean
  /** Fails as ResearchAgent does. */
  research(question: ResearchQuestion, onStep: (step: AnswerStep) => void, signal?: AbortSignal): Promise<ResearchReport>
}
