import type { TurnLog } from '../conversation/turn-log.ts'
import type { EventSource, ServerSentEvent } from './event-stream.ts'

/** @param after how many of the turn's events the reader has; it gets those that follow */
export function turnEventSource(log: TurnLog, after: number): EventSource {
  let next = after
  return {
    take() {
      const event = log.events[next]
      if (event === undefined) return undefined
      next += 1
      return { id: eventId(log.turnId, next), ...event }
    },
    ended: () => log.ended && next >= log.events.length,
    watch: (listener) => log.watch(listener),
  }
}

/** The last event for a reader whose turn could not be brought to an end before the server stops. */
export function turnStoppedEvent(log: TurnLog): ServerSentEvent {
  const error = { code: 'server_stopping', message: '服务器正在停止，回答没有传完。请等服务器重新启动后再打开这个对话。' }
  return { id: eventId(log.turnId, log.events.length + 1), event: 'answer-error', data: { error } }
}

function eventId(turnId: string, number: number): string {
  return `${turnId}.${number}`
}

/** How many events a reader has, by its Last-Event-ID: `{turnId}.{number}` or the bare number; 0 for anything else, which sends all again. */
export function parseLastEventId(header: string | string[] | undefined, turnId: string): number {
  if (typeof header !== 'string') return 0
  const number = header.startsWith(`${turnId}.`) ? header.slice(turnId.length + 1) : header
  return /^[0-9]{1,9}$/.test(number) ? Number(number) : 0
}
