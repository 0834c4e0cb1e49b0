import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createModelApp, createModelLibrary, type ModelLibrary } from '../support/model-app.ts'
import { createRandom } from '../support/random.ts'
import { readEvidence } from '../support/scripted-replies.ts'
import { createScriptedUpstream, type ScriptedUpstream } from '../support/scripted-upstream.ts'
import { parseEvents, type ReceivedEvent } from '../support/server-sent-events.ts'
import type { TestApp } from '../support/test-app.ts'

const SEED = 20_261_123
const LEAVINGS = 1_000
const WORKERS = 6
const CUTS = 100
/** A model that goes on for ever is cut off after two minutes; the machine may be busy. */
const CLOSED_WITHIN_MS = 2_000
const QUESTION = '2031年青江市粮食总产量目标是多少？'

interface Station {
  readonly app: TestApp
  readonly upstream: ScriptedUpstream
  readonly base: string
}

let library: ModelLibrary
beforeAll(async () => {
  library = await createModelLibrary()
})

const stations: Station[] = []
async function openStation(pieceMs: number): Promise<Station> {
  const upstream = await createScriptedUpstream(({ prompt }) => {
    const [first] = readEvidence(prompt)
    return { kind: 'text', text: `2031年，粮食总产量稳定在97万吨以上。[${first?.handle}]`, pieceChars: 1, pieceMs }
  })
  const app = await createModelApp(library, upstream.baseUrl, { test: { limits: { requestsPerMinute: 100_000 } } })
  const station = { app, upstream, base: await app.listen() }
  stations.push(station)
  return station
}
afterAll(async () => {
  await Promise.all(
    stations.map(async ({ app, upstream }) => {
      await app.close()
      await upstream.close()
    }),
  )
})

interface Reading {
  readonly text: string
  readonly turnId: string
  readonly leftAt: number
}

/** Reads the event stream of a question, or of a turn, and destroys the connection once so many bytes are there. */
function read(url: string, options: { readonly leaveAfter?: number; readonly lastEventId?: string; readonly body?: object }): Promise<Reading> {
  const { leaveAfter = Number.POSITIVE_INFINITY, lastEventId, body } = options
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const headers = {
      accept: 'text/event-stream',
      ...(lastEventId ? { 'last-event-id': lastEventId } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    }
    const asked = httpRequest(url, { method: body ? 'POST' : 'GET', headers, agent: false }, (response) => {
      const turnId = String(response.headers['x-turn-id'])
      const end = () => {
        const whole = Buffer.concat(chunks)
        resolve({ text: whole.subarray(0, Math.min(whole.length, leaveAfter)).toString('utf8'), turnId, leftAt: performance.now() })
      }
      const leave = () => {
        end()
        asked.destroy()
      }
      if (leaveAfter === 0) leave()
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        bytes += chunk.length
        if (bytes >= leaveAfter) leave()
      })
      response.on('end', end)
      response.on('error', () => undefined)
    })
    asked.on('error', reject)
    asked.end(body && JSON.stringify(body))
  })
}

/** How long the event loop of this process stood still, in all, since it was asked to watch: a machine at other work is not the program's. */
function watchStalls(): { total(): number; stop(): void } {
  const tickMs = 5
  let total = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    total += Math.max(0, now - last - 2 * tickMs)
    last = now
  }, tickMs)
  return { total: () => total + Math.max(0, performance.now() - last - 2 * tickMs), stop: () => clearInterval(timer) }
}

function textOf(events: readonly ReceivedEvent[]): string {
  return events
    .filter(({ event }) => event === 'answer-delta')
    .map(({ data }) => data.text)
    .join('')
}

test(`a reader who leaves at any byte, ${LEAVINGS} times: the upstream is closed within ${CLOSED_WITHIN_MS} ms, nothing stays open`, {
  timeout: 600_000,
}, async () => {
  const random = createRandom(SEED)
  const workers = await Promise.all(Array.from({ length: WORKERS }, () => openStation(1)))
  const first = workers[0]
  if (first === undefined) throw new Error('No worker')
  const whole = Buffer.byteLength((await read(`${first.base}/api/chat`, { body: { question: QUESTION } })).text)
  const late: number[] = []
  const stalls = watchStalls()
  let left = 0
  let waiting = 0
  const work = async ({ base, upstream }: Station): Promise<void> => {
    while (left < LEAVINGS) {
      left += 1
      const before = upstream.requests.length
      const reading = await read(`${base}/api/chat`, { body: { question: QUESTION }, leaveAfter: Math.floor(random() * whole) })
      const { leftAt } = reading
      const stalledBefore = stalls.total()
      // The model is asked a moment after the first event; a reader may be gone by then.
      await new Promise((resolve) => setTimeout(resolve, 5))
      const asked = upstream.requests.slice(before)
      if (asked.length > 0 && upstream.open > 0) waiting += 1
      for (const { closed } of asked) late.push((await closed) - leftAt - (stalls.total() - stalledBefore))
    }
  }
  await Promise.all(workers.map(work))
  stalls.stop()
  const longest = Math.max(...late)
  console.info(
    `seed ${SEED}: left ${left} times over ${whole} bytes, upstreams closed ${late.length}, of them after the reader ${waiting}, latest ${Math.round(longest)} ms`,
  )
  expect(left).toBeGreaterThanOrEqual(LEAVINGS)
  expect(waiting).toBeGreaterThan(0)
  expect(longest).toBeLessThanOrEqual(CLOSED_WITHIN_MS)
  for (const { upstream, app } of workers) {
    await expect.poll(() => upstream.open).toBe(0)
    await expect.poll(() => app.services.turns.running).toBe(0)
  }
})

test(`a stream cut at ${CUTS} offsets and resumed gives the same text, byte for byte`, { timeout: 600_000 }, async () => {
  const random = createRandom(SEED + 1)
  const { base } = await openStation(1)
  const reference = parseEvents((await read(`${base}/api/chat`, { body: { question: QUESTION } })).text)
  const text = textOf(reference)
  expect(text).toContain('97万吨以上')
  const bytes = Buffer.byteLength((await read(`${base}/api/chat`, { body: { question: QUESTION } })).text)
  let resumed = 0
  for (let cut = 0; cut < CUTS; cut += 1) {
    const begun = await read(`${base}/api/chat`, { body: { question: QUESTION }, leaveAfter: Math.floor(random() * bytes) })
    const had = parseEvents(begun.text)
    const lastEventId = had.at(-1)?.id
    const rest = await read(`${base}/api/turns/${begun.turnId}/events`, lastEventId ? { lastEventId } : {})
    const events = [...had, ...parseEvents(rest.text)]
    expect(events.map(({ id }) => id)).toEqual(events.map((_, at) => `${begun.turnId}.${at + 1}`))
    const last = events.at(-1)
    expect(last?.event).toBe('answer-end')
    expect(textOf(events)).toBe(text)
    expect(last?.data.answer).toBe(text)
    const kept = await read(`${base}/api/turns/${begun.turnId}/events`, {})
    expect(textOf(parseEvents(kept.text))).toBe(text)
    expect(parseEvents(kept.text).map(({ id }) => id)).toEqual(events.map(({ id }) => id))
    resumed += 1
  }
  console.info(`seed ${SEED + 1}: cut and resumed ${resumed} of ${CUTS}, ${bytes} bytes`)
  const foreign = await fetch(`${base}/api/turns/t00000000000000000000000000000000/events`)
  expect(foreign.status).toBe(404)
})
