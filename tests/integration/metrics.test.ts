import { afterEach, describe, expect, test } from 'vitest'
import { CodedError } from '../../ingest/corpus/coded-error.ts'
import { createModelFailures, reportFailures } from '../../server/model/report-failures.ts'
import { createDeferred } from '../support/deferred.ts'
import { type Family, parseMetrics } from '../support/parse-metrics.ts'
import { createTestApp, multipart, type TestApp, type TestAppOptions } from '../support/test-app.ts'

let current: TestApp
afterEach(() => current.close())

const host = 'localhost'

async function read(headers: Record<string, string> = {}): Promise<ReadonlyMap<string, Family>> {
  const response = await current.app.inject({ url: '/metrics', headers: { host, ...headers } })
  expect([response.statusCode, response.headers['content-type']]).toEqual([200, expect.stringMatching(/^text\/plain; version=0\.0\.4/)])
  return parseMetrics(response.body)
}

/** The value of one sample; 0 for one that is not there. */
function sampleOf(families: ReadonlyMap<string, Family>, family: string, labels: Record<string, string> = {}, suffix = ''): number {
  const wanted = JSON.stringify(Object.entries(labels).toSorted())
  const sample = families
    .get(family)
    ?.samples.find((each) => each.name === family + suffix && JSON.stringify(Object.entries(each.labels).toSorted()) === wanted)
  return sample?.value ?? 0
}

async function start(options: TestAppOptions = {}): Promise<void> {
  current = await createTestApp(options)
}

const ask = (payload: object = { question: '全年增长多少？' }) => current.app.inject({ method: 'POST', url: '/api/chat', headers: { host }, payload })

async function upload(): Promise<void> {
  const { payload, headers } = await multipart([{ name: '甲县报告.txt', content: '甲县2025年报告\n全年增长5%。' }])
  const job = await current.app.inject({ method: 'POST', url: '/api/documents', payload, headers: { ...headers, host } })
  await current.services.jobs.settled(job.json().id)
}

describe('GET /metrics', () => {
  test('tells of the library, questions, jobs and requests', async () => {
    await start()
    await upload()
    await ask()
    await ask()
    current.engine.gate = async () => {
      throw new Error('exploded')
    }
    await ask()
    await current.app.inject({ url: '/api/documents/d1', headers: { host } })
    await current.app.inject({ url: '/api/documents/d2?x=1', headers: { host } })
    const families = await read()
    expect(sampleOf(families, 'youju_info', { version: '0.0.0' })).toBe(1)
    expect(sampleOf(families, 'youju_ready')).toBe(1)
    expect(sampleOf(families, 'youju_library_documents')).toBe(1)
    expect(sampleOf(families, 'youju_library_generation')).toBe(1)
    expect(sampleOf(families, 'youju_ingest_jobs_total', { state: 'done' })).toBe(1)
    expect(sampleOf(families, 'youju_question_duration_seconds', { outcome: 'answered', mode: 'extractive' }, '_count')).toBe(2)
    expect(sampleOf(families, 'youju_question_duration_seconds', { outcome: 'failed', mode: 'none' }, '_count')).toBe(1)
    expect(sampleOf(families, 'youju_http_requests_total', { method: 'POST', route: '/api/chat', status: '200' })).toBe(2)
    expect(sampleOf(families, 'youju_http_requests_total', { method: 'POST', route: '/api/chat', status: '500' })).toBe(1)
    expect(sampleOf(families, 'youju_http_requests_total', { method: 'GET', route: '/api/documents/:id', status: '404' })).toBe(2)
  })

  test('tells of what is at work at this moment', async () => {
    await start()
    const held = createDeferred()
    current.engine.gate = () => held.promise
    current.library.hold = held.promise
    const asked = ask()
    const uploaded = upload()
    await expect.poll(() => current.services.turns.running).toBe(1)
    await expect.poll(() => current.services.jobs.pending).toBe(1)
    const during = await read()
    expect([sampleOf(during, 'youju_running_turns'), sampleOf(during, 'youju_ingest_jobs_pending')]).toEqual([1, 1])
    held.resolve()
    await Promise.all([asked, uploaded])
    await expect
      .poll(async () => {
        const after = await read()
        return [sampleOf(after, 'youju_running_turns'), sampleOf(after, 'youju_ingest_jobs_pending')]
      })
      .toEqual([0, 0])
  })

  test('has as many series as there are routes, whatever the addresses', async () => {
    await start()
    for (let at = 0; at < 50; at += 1) {
      await current.app.inject({ url: `/nothing/${at}?q=${at}`, headers: { host } })
      await current.app.inject({ url: `/api/conversations/c${at}`, headers: { host } })
      await current.app.inject({ url: `/v1/${at}`, headers: { host } })
    }
    const requests = (await read()).get('youju_http_requests_total')?.samples ?? []
    expect(requests.length).toBeLessThanOrEqual(4)
    expect(requests.every(({ labels }) => !/\d/.test((labels.route ?? '').replace('/v1', '')))).toBe(true)
  })

  test('tells of the process where it is asked to', async () => {
    await start({ app: { processMetrics: true } })
    const families = await read()
    for (const name of [
      'process_cpu_seconds_total',
      'process_resident_memory_bytes',
      'nodejs_eventloop_lag_p99_seconds',
      'nodejs_gc_duration_seconds',
    ]) {
      expect([name, families.has(name)]).toEqual([name, true])
    }
    expect(sampleOf(families, 'process_resident_memory_bytes')).toBeGreaterThan(10_000_000)
    await current.close()
    await start()
    expect([...(await read()).keys()].every((name) => name.startsWith('youju_'))).toBe(true)
  })

  test('asks for the token as the API does', async () => {
    await start({ app: { authToken: 'a-long-enough-token' } })
    expect((await current.app.inject({ url: '/metrics', headers: { host } })).statusCode).toBe(401)
    await read({ authorization: 'Bearer a-long-enough-token' })
  })

  test('failures of the model are counted by code', async () => {
    const failures = createModelFailures()
    const model = reportFailures(
      {
        host: 'model.example',
        chat: {
          name: 'm',
          // biome-ignore lint/correctness/useYield: it fails before it says anything
          async *stream() {
            throw new CodedError('model_timeout', '超时。')
          },
        },
        agent: { run: () => Promise.reject(new Error('odd')) },
      },
      failures.report,
    )
    await start({ parts: { model: { name: 'm', host: 'model.example', check: async () => 1, onFailure: failures.watch } } })
    const read1 = async (signal?: AbortSignal) => {
      for await (const piece of model.chat.stream({ messages: [] }, signal)) void piece
    }
    await expect(read1()).rejects.toMatchObject({ code: 'model_timeout' })
    await expect(read1(AbortSignal.abort())).rejects.toThrow()
    await expect(model.agent.run({ messages: [], tools: [], maxSteps: 1, maxTokens: 1, totalMs: 1 }, () => undefined)).rejects.toThrow('odd')
    const families = await read()
    expect(sampleOf(families, 'youju_model_failures_total', { code: 'model_timeout' })).toBe(1)
    expect(sampleOf(families, 'youju_model_failures_total', { code: 'unforeseen' })).toBe(1)
  })
})
