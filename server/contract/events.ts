import { type Static, Type } from 'typebox'
import type { ChatAnswer, Citation, Understood } from './chat.ts'
import type { JobView } from './documents.ts'
import type { ErrorBody } from './errors.ts'

/** Data of `answer-start`. The turn's id stands also in the response header `x-turn-id` and in each event's id. */
export const AnswerStart = Type.Object({ turnId: Type.String(), mode: Type.Union([Type.Literal('extractive'), Type.Literal('llm')]) })
export type AnswerStart = Static<typeof AnswerStart>

/**
 * The events of POST /api/chat and GET /api/turns/{turnId}/events, in the order in which they come: one `understood`, one `answer-start`, any number of
 * `answer-delta` and then of `citation`, and last either `answer-end` or `answer-error` (which may come at any point). The deltas joined are the answer's text;
 * `answer-end` has the last word. An event's id is `{turnId}.{number}`, numbers counting from 1; sent back as Last-Event-ID, the events after it come.
 */
export type ChatEvent =
  | { readonly event: 'understood'; readonly data: Understood }
  | { readonly event: 'answer-start'; readonly data: AnswerStart }
  | { readonly event: 'answer-delta'; readonly data: { readonly text: string } }
  | { readonly event: 'citation'; readonly data: Citation }
  | { readonly event: 'answer-end'; readonly data: ChatAnswer }
  | { readonly event: 'answer-error'; readonly data: ErrorBody }

/** The events of GET /api/jobs/{id}/events: the job as it is whenever it changes, and once more when it is over. `stream-end`: the server stops, the job goes on later or is marked. */
export type JobEvent =
  | { readonly event: 'job-progress'; readonly data: JobView }
  | { readonly event: 'job-end'; readonly data: JobView }
  | { readonly event: 'stream-end'; readonly data: ErrorBody }
