import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEventStreamParser, type StreamEvent } from './event-stream.ts'

function parse(chunks: readonly Uint8Array[]): StreamEvent[] {
  const events: StreamEvent[] = []
  const parser = createEventStreamParser((event) => events.push(event))
  for (const chunk of chunks) parser.push(chunk)
  return events
}
const encode = (text: string) => new TextEncoder().encode(text)

describe('createEventStreamParser', () => {
  it('reads name, data and id, and drops comments', () => {
    expect(parse([encode(': heartbeat\n\nid: 7\nevent: answer-delta\ndata: {"text":"今年"}\n\n')])).toEqual([
      { event: 'answer-delta', data: '{"text":"今年"}', id: '7' },
    ])
  })

  it('joins several data lines, keeps the last id, and takes one blank after the colon', () => {
    expect(parse([encode('id:1\ndata:  a\ndata:b\n\ndata\ndata: c\n\n')])).toEqual([
      { event: 'message', data: ' a\nb', id: '1' },
      { event: 'message', data: '\nc', id: '1' },
    ])
  })

  it('does not deliver an event that was cut off', () => {
    expect(parse([encode('data: whole\n\ndata: cut off\n')])).toEqual([{ event: 'message', data: 'whole', id: '' }])
  })

  it('gives the same events wherever the bytes are cut and however lines end', () => {
    const event = fc.record({
      data: fc.string({ unit: fc.constantFrom('a', '今', '𠮷', 'é', ':', ' ', '\u2028', '\uD800', 'data') }),
      id: fc.nat(),
    })
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.nat(), { maxLength: 12 }),
        (events, eol, cuts) => {
          const bytes = encode(
            events.map(({ data, id }) => `id: ${id}${eol}event: e${eol}data: ${data}${eol}${eol}`).join('') + (eol === '\r' ? ':' : ''),
          )
          const borders = [...new Set([0, ...cuts.map((cut) => cut % bytes.length), bytes.length])].sort((a, b) => a - b)
          const chunks = borders.slice(1).map((end, index) => bytes.slice(borders[index], end))
          expect(parse(chunks)).toEqual(events.map(({ data, id }) => ({ event: 'e', data: new TextDecoder().decode(encode(data)), id: String(id) })))
        },
      ),
    )
  })
})
