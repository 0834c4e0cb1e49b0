import type { ChatAnswer, ChatFilters, Citation, Understood } from '../../server/contract/chat.ts'
import type { Feedback, TurnView } from '../../server/contract/conversations.ts'
import type { ApiFailure } from '../api/api-failure.ts'

/** A question and what is known of its answer so far. */
export interface Turn {
  /** Unique in the page; the server's id is in `answer`. */
  readonly key: string
  readonly question: string
  /** Limits that the user set by the chips. */
  readonly filters: ChatFilters | null
  readonly status: 'asking' | 'answering' | 'reconnecting' | 'done' | 'stopped' | 'failed'
  readonly understood: Understood | null
  /** The text as it forms; the answer's own once it is whole. */
  readonly text: string
  readonly citations: readonly Citation[]
  readonly answer: ChatAnswer | null
  readonly failure: ApiFailure | null
  readonly feedback: Feedback | null
  /** Ids of cited documents that the library no longer holds. */
  readonly stale: readonly string[]
}

export function newTurn(key: string, question: string, filters: ChatFilters | null): Turn {
  return {
    key,
    question,
    filters,
    status: 'asking',
    understood: null,
    text: '',
    citations: [],
    answer: null,
    failure: null,
    feedback: null,
    stale: [],
  }
}

export function turnOfAnswer(turn: Turn, answer: ChatAnswer): Turn {
  return { ...turn, status: 'done', understood: answer.understood, text: answer.answer, citations: answer.citations, answer }
}

export function turnOfView({ id, question, answer, feedback, stale }: TurnView): Turn {
  return { ...turnOfAnswer(newTurn(id, question, null), answer), feedback, stale }
}

export function isRunning({ status }: Turn): boolean {
  return status === 'asking' || status === 'answering' || status === 'reconnecting'
}
