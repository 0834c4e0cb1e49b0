import type { ChatAnswer } from '../contract/chat.ts'
import type { ChatEvent } from '../contract/events.ts'
import type { StoredTurn } from './stored-turn.ts'

/**
 * What a turn that begins anew goes on from: a model may do otherwise the second time, so that its events are kept and others follow. Text comes in one go behind a
 * model's work; where it came before the turn was left, the engine gives the same text again under the same numbers.
 */
export function beforeText(events: readonly ChatEvent[]): ChatEvent[] {
  if (events.some(({ event }) => event === 'answer-delta')) return []
  return events.filter(({ event }) => event !== 'answer-error')
}

/** What follows the text: each citation and then the whole answer. */
export function closingEvents(answer: ChatAnswer): ChatEvent[] {
  return [...answer.citations.map((citation): ChatEvent => ({ event: 'citation', data: citation })), { event: 'answer-end', data: answer }]
}

/** The events of a finished turn as they were sent the first time, so that an event's number means the same after a restart. */
export function replayEvents({ answer, deltas, events }: StoredTurn): ChatEvent[] {
  if (events) return [...events, ...closingEvents(answer)]
  return [
    { event: 'understood', data: answer.understood },
    { event: 'answer-start', data: { turnId: answer.turnId, mode: answer.mode } },
    ...deltas.map((text): ChatEvent => ({ event: 'answer-delta', data: { text } })),
    ...closingEvents(answer),
  ]
}
