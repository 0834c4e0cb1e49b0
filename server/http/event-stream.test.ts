import { once } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createEventStream, type EventSource, type ServerSentEvent } from './event-stream.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const OPTIONS = { heartbeatMs: 10_000, stallMs: 30_000 }

interface ListSource extends EventSource {
  add(...events: ServerSentEvent[]): void
  end(): void
  readonly taken: number
  readonly watchers: number
}

function createListSource(): ListSource {
  const events: ServerSentEvent[] = []
  const listeners = new Set<() => void>()
  let taken = 0
  let ended = false
  const wake = () => {
    for (const listener of listeners) listener()
  }
  return {
    get taken() {
      return taken
    },
    get watchers() {
      return listeners.size
    },
    take() {
      const event = events[taken]
      if (event) taken += 1
      return event
    },
    ended: () => ended && taken >= events.length,
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add(...added) {
      events.push(...added)
      wake()
    },
    end() {
      ended = true
      wake()
    },
  }
}

const event = (number: number, data: unknown = number): ServerSentEvent => ({ id: String(number), event: 'step', data })

test('sends what is there, what comes, and ends', async () => {
  const source = createListSource()
  source.add(event(1))
  const { body } = createEventStream(source, OPTIONS)
  const chunks: string[] = []
  body.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
  const ended = once(body, 'end')
  await vi.advanceTimersByTimeAsync(0)
  source.add(event(2, { text: '第一行\n第二行' }))
  source.end()
  await ended
  expect(chunks.join('')).toBe(':ok\n\nid: 1\nevent: step\ndata: 1\n\nid: 2\nevent: step\ndata: {"text":"第一行\\n第二行"}\n\n')
  await vi.advanceTimersByTimeAsync(0)
  expect(source.watchers).toBe(0)
})

test('a waiting reader gets a comment within each heartbeat', async () => {
  const { body } = createEventStream(createListSource(), OPTIONS)
  const chunks: string[] = []
  body.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
  await vi.advanceTimersByTimeAsync(25_000)
  expect(chunks).toEqual([':ok\n\n', ': \n\n', ': \n\n'])
  body.destroy()
})

test('takes no more than a slow reader reads', async () => {
  const source = createListSource()
  const big = 'x'.repeat(10_000)
  source.add(...Array.from({ length: 1_000 }, (_value, index) => event(index, big)))
  source.end()
  const { body } = createEventStream(source, OPTIONS)
  body.read(0)
  await vi.advanceTimersByTimeAsync(0)
  expect(source.taken).toBeLessThan(10)
  const before = source.taken
  body.read()
  await vi.advanceTimersByTimeAsync(0)
  expect(source.taken).toBeGreaterThan(before)
  expect(source.taken).toBeLessThan(20)
  body.destroy()
})

test('a reader that stalls is dropped, one that goes on is not', async () => {
  const source = createListSource()
  const big = 'x'.repeat(70_000)
  source.add(event(1, big), event(2, big), event(3, big))
  const { body } = createEventStream(source, OPTIONS)
  body.read(0)
  await vi.advanceTimersByTimeAsync(29_000)
  expect(body.destroyed).toBe(false)
  body.read()
  await vi.advanceTimersByTimeAsync(29_000)
  expect(body.destroyed).toBe(false)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(body.destroyed).toBe(true)
  expect(source.watchers).toBe(0)
})

test('finish sends one last event, once, whatever the source still has', async () => {
  const source = createListSource()
  const stream = createEventStream(source, OPTIONS)
  let text = ''
  stream.body.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  const ended = once(stream.body, 'end')
  await vi.advanceTimersByTimeAsync(0)
  stream.finish({ id: '9', event: 'last', data: null })
  stream.finish({ id: '10', event: 'last', data: null })
  source.add(event(1))
  await ended
  expect(text).toBe(':ok\n\nid: 9\nevent: last\ndata: null\n\n')
})
