import { Value } from 'typebox/value'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DocumentDetail, DocumentList, DocumentText, JobView } from '../../server/contract/documents.ts'
import { ErrorBody } from '../../server/contract/errors.ts'
import { createDeferred } from '../support/deferred.ts'
import { parseEvents, readUntil } from '../support/server-sent-events.ts'
import { createTestApp, multipart, type TestApp } from '../support/test-app.ts'

let current: TestApp
beforeEach(async () => {
  current = await createTestApp()
})
afterEach(async () => {
  await current.close()
})

const host = 'localhost'
const get = (url: string) => current.app.inject({ url, headers: { host } })

async function upload(...files: { name: string; content: string | Uint8Array<ArrayBuffer> }[]) {
  const { payload, headers } = await multipart(files)
  return current.app.inject({ method: 'POST', url: '/api/documents', headers: { host, ...headers }, payload })
}

async function uploaded(...files: { name: string; content: string }[]) {
  const job: JobView = (await upload(...files)).json()
  await current.services.jobs.settled(job.id)
  return (await get(`/api/jobs/${job.id}`)).json<JobView>()
}

describe('upload', () => {
  test('several files give one job, whose report names each', async () => {
    const response = await upload({ name: '甲县 报告.txt', content: '甲县报告' }, { name: 'b.txt', content: '乙县报告' })
    expect(response.statusCode).toBe(202)
    const job = response.json()
    expect(Value.Errors(JobView, job)).toEqual([])
    expect(response.headers.location).toBe(`/api/jobs/${job.id}`)
    await current.services.jobs.settled(job.id)
    const done = (await get(`/api/jobs/${job.id}`)).json()
    expect(Value.Errors(JobView, done)).toEqual([])
    expect(done.state).toBe('done')
    expect(done.report.outcomes.map(({ file }: { file: string }) => file)).toEqual(['甲县 报告.txt', 'b.txt'])
    expect(done.progress).toEqual({ phase: 'parsing', done: 2, total: 2, file: 'b.txt' })
  })

  test('events of a job: each change, and its end', async () => {
    const held = createDeferred()
    current.library.hold = held.promise
    const base = await current.listen()
    const { payload, headers } = await multipart([{ name: 'a.txt', content: '甲县报告' }])
    const posted = await fetch(`${base}/api/documents`, { method: 'POST', headers, body: new Uint8Array(payload) })
    const job = (await posted.json()) as JobView
    const response = await fetch(`${base}/api/jobs/${job.id}/events`)
    const begun = await readUntil(response, (text) => text.includes('job-progress'))
    held.resolve()
    const all = parseEvents(begun + (await readUntil(response, () => false)))
    expect(all.at(-1)).toMatchObject({ event: 'job-end', data: { id: job.id, state: 'done' } })
    expect(all.slice(0, -1).every(({ event }) => event === 'job-progress')).toBe(true)
    const over = parseEvents(await (await fetch(`${base}/api/jobs/${job.id}/events`)).text())
    expect(over.map(({ event }) => event)).toEqual(['job-end'])
  })

  test('a library that cannot be written marks the job failed with its code', async () => {
    current.services.ingestor.ingest = async () => {
      throw Object.assign(new Error('secret'), { stack: '' })
    }
    const done = await uploaded({ name: 'a.txt', content: '甲' })
    expect(done).toMatchObject({ state: 'failed', error: { code: 'internal_error' } })
    expect(JSON.stringify(done)).not.toContain('secret')
    expect(current.unexpected).toHaveLength(1)
  })

  test('names lose folders and invisible characters', async () => {
    const names = ['../../etc/passwd', 'C:\\报告\\甲.txt', '报\u202e告.txt', '\u0000', '..']
    const done = await uploaded(...names.map((name, index) => ({ name, content: `第${index}份` })))
    expect(done.report?.outcomes.map(({ file }) => file)).toEqual(['passwd', '甲.txt', '报告.txt', '未命名', '未命名'])
  })

  test('no file, too many, too large', async () => {
    await current.close()
    current = await createTestApp({ limits: { upload: { maxFiles: 2, maxFileBytes: 100, maxTotalBytes: 150 } } })
    const file = (size: number) => ({ name: 'a.txt', content: 'a'.repeat(size) })
    const cases = [
      [[], 422, 'no_files'],
      [[file(1), file(1), file(1)], 413, 'too_many_files'],
      [[file(101)], 413, 'document_too_large'],
      [[file(90), file(90)], 413, 'upload_too_large'],
    ] as const
    for (const [files, status, code] of cases) {
      const response = await upload(...files)
      expect({ status: response.statusCode, code: response.json().error.code }).toEqual({ status, code })
    }
    expect((await get('/api/documents')).json().total).toBe(0)
    expect((await upload(file(100))).statusCode).toBe(202)
  })

  test('files of which none can be read are refused at once, each with its reason', async () => {
    const cases = [
      ['空.txt', '', 'empty_file'],
      ['图.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1), 'not_text'],
      ['坏.txt', Uint8Array.of(0xff, 0x41, 0xff, 0xff, 0x80, 0x41), 'undecodable'],
      ['表.xyz', '甲', 'unsupported_format'],
    ] as const
    for (const [name, content, code] of cases) {
      const response = await upload({ name, content })
      expect([name, response.statusCode, response.json().error.code]).toEqual([name, 422, code])
      expect(response.json().error.message).toContain(name)
    }
    const all = await upload(...cases.map(([name, content]) => ({ name, content })))
    expect(new Set(all.json().error.details.files.map((each: { code: string }) => each.code))).toEqual(new Set(cases.map(([, , code]) => code)))
    expect((await upload(...cases.slice(0, 1).map(([name, content]) => ({ name, content })), { name: 'a.txt', content: '甲' })).statusCode).toBe(202)
  })

  test('a body that is not multipart, or cut short', async () => {
    const plain = await current.app.inject({ method: 'POST', url: '/api/documents', headers: { host }, payload: { a: 1 } })
    expect([plain.statusCode, plain.json().error.code]).toEqual([415, 'unsupported_media_type'])
    const { payload, headers } = await multipart([{ name: 'a.txt', content: 'a'.repeat(1000) }])
    const cut = await current.app.inject({ method: 'POST', url: '/api/documents', headers: { host, ...headers }, payload: payload.subarray(0, 600) })
    expect([cut.statusCode, cut.json().error.code]).toEqual([400, 'malformed_upload'])
    const noBoundary = await current.app.inject({
      method: 'POST',
      url: '/api/documents',
      headers: { host, 'content-type': 'multipart/form-data' },
      payload,
    })
    expect(noBoundary.statusCode).toBeGreaterThanOrEqual(400)
    expect(noBoundary.statusCode).toBeLessThan(500)
  })

  test('jobs beyond the limit are refused with Retry-After', async () => {
    await current.close()
    current = await createTestApp({ parts: { maxPendingJobs: 1 } })
    const held = createDeferred()
    current.library.hold = held.promise
    const first = (await upload({ name: 'a.txt', content: '甲' })).json()
    const second = await upload({ name: 'b.txt', content: '乙' })
    expect([second.statusCode, second.json().error.code]).toEqual([503, 'overloaded'])
    expect(Number(second.headers['retry-after'])).toBeGreaterThan(0)
    held.resolve()
    await current.services.jobs.settled(first.id)
    expect((await upload({ name: 'b.txt', content: '乙' })).statusCode).toBe(202)
  })

  test('an unknown job is 404', async () => {
    for (const url of ['/api/jobs/j0', '/api/jobs/j0/events']) {
      const response = await get(url)
      expect([response.statusCode, response.json().error.code]).toEqual([404, 'job_not_found'])
    }
  })
})

describe('documents', () => {
  beforeEach(async () => {
    await uploaded(
      { name: '甲.txt', content: '甲县2024年报告\n增长5%。' },
      { name: '乙.txt', content: '乙县2025年报告\n增长6%。' },
      { name: 'ＡＢ.txt', content: '丙县报告\n增长7%。' },
    )
  })

  test('list: the newest first, paged, searched by folded words, filtered', async () => {
    const all = (await get('/api/documents')).json()
    expect(Value.Errors(DocumentList, all)).toEqual([])
    const files = (body: { items: { file: string }[] }) => body.items.map(({ file }) => file)
    expect(files(all)).toEqual(['乙.txt', '甲.txt', 'ＡＢ.txt'])
    const paged = (await get('/api/documents?limit=1&offset=1')).json()
    expect([files(paged), paged.total]).toEqual([['甲.txt'], 3])
    const by = async (query: string) => files((await get(`/api/documents?${query}`)).json())
    expect(await by(`q=${encodeURIComponent('县 报告 甲')}`)).toEqual(['甲.txt'])
    expect(await by('q=ab')).toEqual(['ＡＢ.txt'])
    expect(await by('year=2025')).toEqual(['乙.txt'])
    expect(await by(`kind=${encodeURIComponent('通知')}`)).toEqual([])
    expect(await by(`place=${encodeURIComponent('甲县')}`)).toEqual([])
  })

  test('detail, text and file', async () => {
    const { id } = (await get('/api/documents?year=2024')).json().items[0]
    const detail = (await get(`/api/documents/${id}`)).json()
    expect(Value.Errors(DocumentDetail, detail)).toEqual([])
    expect(detail.outline.map(({ heading }: { heading: string }) => heading)).toEqual(['一、总体'])
    const text = (await get(`/api/documents/${id}/text`)).json()
    expect(Value.Errors(DocumentText, text)).toEqual([])
    expect(text.text).toBe('甲县2024年报告\n增长5%。')
    expect(text.sentences.map(({ start, end }: { start: number; end: number }) => text.text.slice(start, end))).toEqual([
      '甲县2024年报告',
      '增长5%。',
    ])
    const file = await get(`/api/documents/${id}/file`)
    expect(file.rawPayload.toString()).toBe('甲县2024年报告\n增长5%。')
    expect(file.headers['content-type']).toBe('application/octet-stream')
    expect(file.headers['content-disposition']).toBe(`attachment; filename="_.txt"; filename*=UTF-8''${encodeURIComponent('甲.txt')}`)
  })

  test('correct metadata', async () => {
    const { id } = (await get('/api/documents?year=2024')).json().items[0]
    const patch = (payload: object) => current.app.inject({ method: 'PATCH', url: `/api/documents/${id}`, headers: { host }, payload })
    const changed = await patch({ title: '改过的标题', year: 2023 })
    expect(changed.statusCode).toBe(200)
    expect(changed.json()).toMatchObject({ title: '改过的标题', year: 2023 })
    for (const bad of [{}, { year: 'x' }, { colour: 1 }, { title: '' }]) {
      expect((await patch(bad)).json().error.code).toBe('invalid_request')
    }
  })

  test('remove', async () => {
    const { id } = (await get('/api/documents?year=2024')).json().items[0]
    const removed = await current.app.inject({ method: 'DELETE', url: `/api/documents/${id}`, headers: { host } })
    expect([removed.statusCode, removed.body]).toEqual([204, ''])
    expect((await get(`/api/documents/${id}`)).statusCode).toBe(404)
    expect((await get('/api/documents')).json().total).toBe(2)
  })

  test('unknown ids are 404 everywhere', async () => {
    for (const id of ['d0000000000000000', 'nonsense', '..%2F..%2Fetc', '%00', encodeURIComponent('文')]) {
      for (const [method, url, payload] of [
        ['GET', `/api/documents/${id}`],
        ['GET', `/api/documents/${id}/text`],
        ['GET', `/api/documents/${id}/file`],
        ['DELETE', `/api/documents/${id}`],
        ['PATCH', `/api/documents/${id}`, { title: 'x' }],
      ] as const) {
        const response = await current.app.inject({ method, url, headers: { host }, ...(payload ? { payload } : {}) })
        expect([url, response.statusCode, response.json().error.code]).toEqual([url, 404, 'document_not_found'])
        expect(Value.Check(ErrorBody, response.json())).toBe(true)
      }
    }
  })

  test('bad queries are named', async () => {
    for (const query of ['limit=0', 'limit=x', 'offset=-1', 'year=abc', 'colour=red', 'limit=501']) {
      const response = await get(`/api/documents?${query}`)
      expect([query, response.statusCode, response.json().error.details.fields]).toEqual([query, 422, [query.split('=')[0]]])
    }
  })
})
