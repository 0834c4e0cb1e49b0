export interface ReceivedEvent {
  readonly id: string
  readonly event: string
  // Tests look into the data of many shapes; each asserts what it expects.
  readonly data: { readonly [key: string]: unknown }
}

/** The events of a stream's text; comments are left out, a last event that is cut short too. */
export function parseEvents(text: string): ReceivedEvent[] {
  return text
    .split('\n\n')
    .slice(0, -1)
    .filter((block) => !block.startsWith(':'))
    .map((block) => {
      const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const))
      return { id: fields.get('id') ?? '', event: fields.get('event') ?? '', data: JSON.parse(fields.get('data') ?? 'null') }
    })
}

/** Reads a response's body until `enough` says so, the stream ends, or nothing more is to come; leaves the rest unread. */
export async function readUntil(response: Response, enough: (text: string) => boolean): Promise<string> {
  const reader = response.body?.getReader()
  if (reader === undefined) throw new Error('The response has no body')
  const decoder = new TextDecoder()
  let text = ''
  while (!enough(text)) {
    const { value, done } = await reader.read()
    if (done) break
    text += decoder.decode(value, { stream: true })
  }
  reader.releaseLock()
  return text
}
