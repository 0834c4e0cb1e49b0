import { type Static, Type } from 'typebox'
import { type ChatAnswer, type Citation, Problem, type Understood, Verdict } from './chat.ts'
import type { JobView } from './documents.ts'
import type { ErrorBody } from './errors.ts'

/** Data of `answer-start`. The turn's id stands also in the response header `x-turn-id` and in each event's id. */
export const AnswerStart = Type.Object({ turnId: Type.String(), mode: Type.Union([Type.Literal('extractive'), Type.Literal('llm')]) })
export type AnswerStart = Static<typeof AnswerStart>

/** Data of `statement`, in model mode: a statement as it is written and checked. The same index comes again as it grows; the verdict comes once, last. */
export const StatementProgress = Type.Object({
  index: Type.Integer({ minimum: 0 }),
  /** What the model has written so far; with a verdict, what the reader gets: the original's own sentence where the model's was wrong, nothing where it was left out. */
  text: Type.String(),
  verdict: Type.Union([Type.Literal('checking'), Verdict]),
  /** What was wrong with the model's own words, where they were replaced or left out. */
  withdrawn: Type.Optional(Type.Object({ text: Type.String(), problems: Type.Array(Problem) })),
})
export type StatementProgress = Static<typeof StatementProgress>

/** Data of `step`, in model mode: something looked up before answering. The same `n` comes again when it is over. */
export const AnswerStep = Type.Object({
  n: Type.Integer({ minimum: 1 }),
  /** Chinese, for the reader: 检索“…”. */
  label: Type.String(),
  status: Type.Enum(['running', 'done', 'failed']),
})
export type AnswerStep = Static<typeof AnswerStep>

/**
 * The events of POST /api/chat and GET /api/turns/{turnId}/events, in the order in which they come: one `understood`, one `answer-start`, any number of
 * `answer-delta` and then of `citation`, and last either `answer-end` or `answer-error` (which may come at any point). The deltas joined are the answer's text;
 * `answer-end` has the last word. In model mode `step` and `statement` may come between `answer-start` and `answer-end`; only checked text becomes a delta.
 * An event's id is `{turnId}.{number}`, numbers counting from 1; sent back as Last-Event-ID, the events after it come.
 */
export type ChatEvent =
  | { readonly event: 'understood'; readonly data: Understood }
  | { readonly event: 'answer-start'; readonly data: AnswerStart }
  | { readonly event: 'step'; readonly data: AnswerStep }
  | { readonly event: 'statement'; readonly data: StatementProgress }
  | { readonly event: 'answer-delta'; readonly data: { readonly text: string } }
  | { readonly event: 'citation'; readonly data: Citation }
  | { readonly event: 'answer-end'; readonly data: ChatAnswer }
  | { readonly event: 'answer-error'; readonly data: ErrorBody }

/** The events of GET /api/jobs/{id}/events: the job as it is whenever it changes, and once more when it is over. `stream-end`: the server stops, the job goes on later or is marked. */
export type JobEvent =
  | { readonly event: 'job-progress'; readonly data: JobView }
  | { readonly event: 'job-end'; readonly data: JobView }
  | { readonly event: 'stream-end'; readonly data: ErrorBody }
