import type { FastifyReply } from 'fastify'
import {
  type BareEvent,
  createEventStream,
  type EventSource,
  type EventStream,
  type EventStreamOptions,
  type ServerSentEvent,
} from './event-stream.ts'

/** The event streams that are open, so that each can be brought to an end when the server stops. */
export interface OpenStreams {
  readonly count: number
  /** Answers with a stream. `last` is what its reader gets when the server stops before the source has ended. */
  send(reply: FastifyReply, source: EventSource, last: () => ServerSentEvent | BareEvent): FastifyReply
  /** Ends all streams with their last event and waits until it has left, at most `timeoutMs`. */
  finishAll(timeoutMs: number): Promise<void>
}

export function createOpenStreams(options: EventStreamOptions): OpenStreams {
  const open = new Map<EventStream, { last: () => ServerSentEvent | BareEvent; closed: Promise<void> }>()
  return {
    get count() {
      return open.size
    },
    send(reply, source, last) {
      const stream = createEventStream(source, options)
      const closed = new Promise<void>((resolve) => {
        reply.raw.once('close', () => {
          open.delete(stream)
          resolve()
        })
      })
      open.set(stream, { last, closed })
      return reply
        .header('cache-control', 'no-store, no-transform')
        .header('x-accel-buffering', 'no')
        .type('text/event-stream; charset=utf-8')
        .send(stream.body)
    },
    async finishAll(timeoutMs) {
      const closing = [...open.values()].map(({ closed }) => closed)
      for (const [stream, { last }] of open) stream.finish(last())
      let timer: NodeJS.Timeout | undefined
      const timeout = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, timeoutMs)
      })
      await Promise.race([Promise.all(closing), timeout])
      clearTimeout(timer)
    },
  }
}
