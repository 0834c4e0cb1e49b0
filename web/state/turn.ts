import type { ChatAnswer, ChatFilters, Citation, Understood } from '../../server/contract/chat.ts'
import type { Feedback, TurnView } from '../../server/contract/conversations.ts'
import type { AnswerStep, StatementProgress } from '../../server/contract/events.ts'
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
  /** The text as it forms; the answer's own once it is whole. In model mode only what has been checked. */
  readonly text: string
  /** How it is being answered; null until that is known. */
  readonly mode: ChatAnswer['mode'] | null
  /** In model mode: what has been looked up so far, and the statements with their verdicts, each in order. */
  readonly steps: readonly AnswerStep[]
  readonly statements: readonly StatementProgress[]
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
    mode: null,
    steps: [],
    statements: [],
    citations: [],
    answer: null,
    failure: null,
    feedback: null,
    stale: [],
  }
}

export function turnOfAnswer(turn: Turn, answer: ChatAnswer): Turn {
  return { ...turn, status: 'done', understood: answer.understood, text: answer.answer, mode: answer.mode, citations: answer.citations, answer }
}

/** A step or a statement takes the place of what was known of it before. */
export function withStep(turn: Turn, step: AnswerStep): Turn {
  return { ...turn, status: 'answering', steps: placed(turn.steps, step, ({ n }) => n) }
}

export function withStatement(turn: Turn, statement: StatementProgress): Turn {
  return { ...turn, status: 'answering', statements: placed(turn.statements, statement, ({ index }) => index) }
}

function placed<T>(items: readonly T[], item: T, keyOf: (item: T) => number): T[] {
  const others = items.filter((other) => keyOf(other) !== keyOf(item))
  return [...others, item].sort((a, b) => keyOf(a) - keyOf(b))
}

export function turnOfView({ id, question, answer, feedback, stale }: TurnView): Turn {
  return { ...turnOfAnswer(newTurn(id, question, null), answer), feedback, stale }
}

export function isRunning({ status }: Turn): boolean {
  return status === 'asking' || status === 'answering' || status === 'reconnecting'
}
