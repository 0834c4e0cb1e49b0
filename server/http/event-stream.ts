import { Readable } from 'node:stream'

export interface ServerSentEvent {
  readonly id: string
  readonly event: string
  readonly data: unknown
}

/** An event of another program's protocol: its data, as it stands. */
export interface BareEvent {
  readonly text: string
}

/** Where a stream's events come from. Nothing is queued for a slow reader: it takes the next event when it can. */
export interface EventSource {
  /** The next event for this reader; undefined where there is none at the moment. */
  take(): ServerSentEvent | BareEvent | undefined
  /** True when nothing will come any more. */
  ended(): boolean
  /** Calls `listener` when there may be something to take. The function returned leaves. */
  watch(listener: () => void): () => void
}

export interface EventStreamOptions {
  /** A comment is sent this often to a reader who waits, so that nothing between takes the connection for dead. */
  readonly heartbeatMs: number
  /** A reader that takes nothing for so long is dropped. */
  readonly stallMs: number
}

/** A response body of server-sent events. `finish` sends one last event and ends it. */
export interface EventStream {
  readonly body: Readable
  finish(last: ServerSentEvent | BareEvent): void
}

const BUFFERED_BYTES = 64 * 1024

export function createEventStream(source: EventSource, { heartbeatMs, stallMs }: EventStreamOptions): EventStream {
  // hungry: the reader has asked for more and nothing was there.
  let hungry = false
  let over = false
  let stall: NodeJS.Timeout | undefined
  const body = new Readable({ highWaterMark: BUFFERED_BYTES, read: () => feed(), destroy: (error, done) => release(error, done) })
  const leave = source.watch(() => {
    if (hungry) feed()
  })
  const heartbeat = setInterval(() => {
    if (hungry && !over) give(': \n\n')
  }, heartbeatMs)
  // Headers go out with the first byte: without it a reader would wait for the first event to learn that it is connected.
  hungry = give(':ok\n\n')

  function give(text: string): boolean {
    clearTimeout(stall)
    const more = body.push(text)
    if (!more) stall = setTimeout(() => body.destroy(), stallMs)
    return more
  }

  function feed(): void {
    clearTimeout(stall)
    hungry = false
    while (!over) {
      const event = source.take()
      if (event === undefined) break
      if (!give(format(event))) return
    }
    if (!over && source.ended()) end()
    hungry = !over
  }

  function end(): void {
    over = true
    clearTimeout(stall)
    body.push(null)
  }

  function release(error: Error | null, done: (error?: Error | null) => void): void {
    over = true
    clearTimeout(stall)
    clearInterval(heartbeat)
    leave()
    done(error)
  }

  return {
    body,
    finish(last) {
      if (over) return
      body.push(format(last))
      end()
    },
  }
}

function format(sent: ServerSentEvent | BareEvent): string {
  if ('text' in sent) return `data: ${sent.text}\n\n`
  const { id, event, data } = sent
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}
