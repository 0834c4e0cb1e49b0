import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDeferred } from '../support/deferred.ts'
import { parseEvents, readUntil } from '../support/server-sent-events.ts'
import { createTestApp, multipart, type TestApp } from '../support/test-app.ts'

/** How long a stopping server would wait for streams that nobody ended. */
const LONG_MS = 40_000

let current: TestApp
let base: string
beforeEach(async () => {
  current = await createTestApp({ limits: { finishStreamsMs: LONG_MS } })
  base = await current.listen()
})
afterEach(async () => {
  await current.close()
})

function untilAborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((_resolve, reject) => {
    if (signal?.aborted) reject(signal.reason)
    signal?.addEventListener('abort', () => reject(signal.reason))
  })
}

function ask(accept: string): Promise<Response> {
  return fetch(`${base}/api/chat`, { method: 'POST', body: '{"question":"增长？"}', headers: { 'content-type': 'application/json', accept } })
}

test('each of 20 open streams gets a final event before the server closes', async () => {
  current.engine.gate = (piece, signal) => (piece === 0 ? Promise.resolve() : untilAborted(signal))
  const responses = await Promise.all(Array.from({ length: 20 }, () => ask('text/event-stream')))
  const begun = await Promise.all(responses.map((response) => readUntil(response, (text) => text.includes('answer-delta'))))
  const rest = responses.map((response) => readUntil(response, () => false))
  const startedAt = performance.now()
  await current.app.close()
  expect(performance.now() - startedAt).toBeLessThan(LONG_MS / 2)
  for (const [index, text] of (await Promise.all(rest)).entries()) {
    expect(parseEvents((begun[index] ?? '') + text).at(-1)).toMatchObject({ event: 'answer-error', data: { error: { code: 'server_stopping' } } })
  }
})

test('a question that waits for JSON is answered 503', async () => {
  const begun = createDeferred()
  current.engine.gate = (_piece, signal) => {
    begun.resolve()
    return untilAborted(signal)
  }
  const response = ask('application/json')
  await begun.promise
  const closed = current.app.close()
  const { status, body } = await response.then(async (answer) => ({ status: answer.status, body: await answer.json() }))
  expect([status, body]).toEqual([503, { error: expect.objectContaining({ code: 'server_stopping' }) }])
  await closed
})

test('an ingest at work is stopped, marked, and its stream told', async () => {
  const held = createDeferred()
  current.library.hold = held.promise
  const { payload, headers } = await multipart([{ name: 'a.txt', content: '甲县报告' }])
  const job = await (await fetch(`${base}/api/documents`, { method: 'POST', headers, body: new Uint8Array(payload) })).json()
  const { id } = job as { id: string }
  const response = await fetch(`${base}/api/jobs/${id}/events`)
  await readUntil(response, (text) => text.includes('job-progress'))
  const rest = readUntil(response, () => false)
  const closed = current.app.close()
  const last = parseEvents(await rest).at(-1)
  expect(last?.event).toBe('stream-end')
  held.resolve()
  await closed
  expect(current.services.jobs.get(id)).toMatchObject({ state: 'interrupted', error: { code: 'ingest_interrupted' } })
  expect(current.library.store.listDocuments()).toEqual([])
})
