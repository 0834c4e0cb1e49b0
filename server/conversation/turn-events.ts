import type { ChatAnswer } from '../contract/chat.ts'
import type { ChatEvent } from '../contract/events.ts'

/** What follows the text: each citation and then the whole answer. */
export function closingEvents(answer: ChatAnswer): ChatEvent[] {
  return [...answer.citations.map((citation): ChatEvent => ({ event: 'citation', data: citation })), { event: 'answer-end', data: answer }]
}

/**
 * The events of a finished turn as they were sent the first time, so that an event's number means the same after a restart.
 *
 * @param deltas the text in the pieces in which it was sent
 */
export function replayEvents(answer: ChatAnswer, deltas: readonly string[]): ChatEvent[] {
  return [
    { event: 'understood', data: answer.understood },
    { event: 'answer-start', data: { turnId: answer.turnId, mode: answer.mode } },
    ...deltas.map((text): ChatEvent => ({ event: 'answer-delta', data: { text } })),
    ...closingEvents(answer),
  ]
}
