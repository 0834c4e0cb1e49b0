/** One server-sent event. `id` is the last id that the stream gave, which a client names when it resumes. */
export interface StreamEvent {
  readonly event: string
  readonly data: string
  readonly id: string
}

/** Takes bytes as they arrive and calls back with whole events. */
export interface EventStreamParser {
  push(bytes: Uint8Array): void
}

/**
 * Parses a text/event-stream as the HTML standard describes it. Bytes may be cut anywhere: inside a character, between CR and LF, inside a field.
 * An event that the stream's end leaves unfinished is never delivered.
 *
 * @param onEvent called once for each event that has data
 */
export function createEventStreamParser(onEvent: (event: StreamEvent) => void): EventStreamParser {
  const decoder = new TextDecoder('utf-8')
  let pending = ''
  let event = ''
  let data: string[] = []
  let id = ''

  function dispatch() {
    if (data.length > 0) onEvent({ event: event || 'message', data: data.join('\n'), id })
    event = ''
    data = []
  }

  function takeLine(line: string) {
    if (line === '') return dispatch()
    const colon = line.indexOf(':')
    if (colon === 0) return
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1)
    if (field === 'data') data.push(value)
    else if (field === 'event') event = value
    else if (field === 'id' && !value.includes('\0')) id = value
  }

  return {
    push(bytes) {
      pending += decoder.decode(bytes, { stream: true })
      let from = 0
      for (;;) {
        const end = nextLineEnd(pending, from)
        // A CR at the very end may be half of a CRLF: wait for what follows.
        if (end < 0 || (pending[end] === '\r' && end === pending.length - 1)) break
        takeLine(pending.slice(from, end))
        from = pending[end] === '\r' && pending[end + 1] === '\n' ? end + 2 : end + 1
      }
      pending = pending.slice(from)
    },
  }
}

function nextLineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13) return at
  }
  return -1
}
