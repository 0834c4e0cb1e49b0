import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChatAnswer } from '../../server/contract/chat.ts'
import type { JobView } from '../../server/contract/documents.ts'
import type { ReadyView } from '../../server/contract/status.ts'
import { createDeferred } from '../support/deferred.ts'
import { answerWith, type EmbeddingEndpointServer, type EndpointScript, startEmbeddingEndpoint } from '../support/embedding-endpoint.ts'
import { inventReport } from '../support/invented-reports.ts'
import { type SpawnedProgram, spawnProgram } from '../support/spawned-program.ts'

const KEY = 'canary-key-93ab'
const QUESTION = '2025年计划新建公园多少座？'

const NEW_TEXT = inventReport(5, 400)

let folder: string
let endpoint: EmbeddingEndpointServer
let environment: Record<string, string>
let server: SpawnedProgram
let base: string
const started: SpawnedProgram[] = []
let output = ''

async function start(): Promise<void> {
  server = spawnProgram('server/main.ts', [], environment)
  started.push(server)
  base = (await server.printed(/有据已启动：(http:\S+)/))[1] ?? ''
}
async function stop(): Promise<void> {
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
  output += server.output()
}
const ready = async (): Promise<ReadyView> => (await (await fetch(`${base}/ready`)).json()) as ReadyView

async function ask(question = QUESTION): Promise<ChatAnswer> {
  const response = await fetch(`${base}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question, mode: 'extractive' }),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as ChatAnswer
}

async function upload(name: string, text: string): Promise<JobView> {
  const form = new FormData()
  form.append('files', new Blob([text]), name)
  const { id } = (await (await fetch(`${base}/api/documents`, { method: 'POST', body: form })).json()) as JobView
  await (await fetch(`${base}/api/jobs/${id}/events`)).text()
  return (await (await fetch(`${base}/api/jobs/${id}`)).json()) as JobView
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'youju-openai-'))
  const seeds = path.join(folder, 'seeds')
  mkdirSync(seeds)
  writeFileSync(path.join(seeds, '报告.txt'), '2025年云岭市政府工作报告\n\n二、2025年工作安排\n\n计划新建公园20座。\n')
  endpoint = await startEmbeddingEndpoint()
  environment = {
    PORT: '0',
    DATA_DIR: path.join(folder, 'data'),
    SEEDS_DIR: seeds,
    EMBEDDING: 'openai',
    EMBEDDING_MODEL: 'test/encoder',
    OPENAI_BASE_URL: endpoint.baseUrl,
    OPENAI_API_KEY: KEY,
  }
})

afterAll(async () => {
  for (const { child } of started) child.kill('SIGKILL')
  await endpoint.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a server whose encoder is behind an endpoint', () => {
  test('takes its documents in with the endpoint’s vectors, from the ingest thread too', async () => {
    await start()
    await server.printed(/已收录 1 个文档/)
    expect(await ready()).toMatchObject({ ready: true, documents: 1, encoder: expect.stringMatching(/^test-encoder@\w{12}$/), degraded: [] })
    expect(endpoint.requests.flatMap(({ body }) => body.input)).toContain('计划新建公园20座。')
    const before = endpoint.requests.length
    const answer = await ask()
    expect(answer).toMatchObject({ outcome: 'answered' })
    expect(answer.notes ?? []).toEqual([])
    expect(endpoint.requests.length).toBeGreaterThan(before)
  })

  test('answers by words when the endpoint is gone, says so, and still takes documents in', async () => {
    endpoint.away = true
    const answer = await ask()
    expect(answer.outcome).toBe('answered')
    expect(answer.answer).toContain('20座')
    expect(answer.notes?.join()).toMatch(/语义检索暂时不可用，只按字词检索/)
    expect((await ready()).degraded.join()).toContain('连不上向量接口')
    expect(await upload('新.txt', NEW_TEXT)).toMatchObject({ state: 'done', report: { outcomes: [{ kind: 'added' }] } })
    expect(await ready()).toMatchObject({ documents: 2 })
    await stop()
  })

  test('starts without the endpoint', async () => {
    await start()
    expect(await ready()).toMatchObject({ ready: true, documents: 2, encoder: null })
    expect((await ready()).degraded.join()).toContain('连不上向量接口')
    expect((await ask()).outcome).toBe('answered')
    await stop()
  })

  test('embeds what is missing behind the answers once the endpoint is back', async () => {
    endpoint.away = false
    const held = createDeferred()
    // Requests that tell the dimension, and those of questions, are answered at once.
    const holdSentences: EndpointScript = (request, response, vectors) => {
      const isSentences = request.body.input.some((text) => NEW_TEXT.includes(text))
      void (isSentences ? held.promise : Promise.resolve()).then(() => answerWith(vectors)(request, response, vectors))
    }
    endpoint.scripts.push(...Array<EndpointScript>(200).fill(holdSentences))
    await start()
    await expect.poll(async () => (await ready()).degraded.join(), { timeout: 120_000 }).toMatch(/重新计算向量.*计算向量 \d+\/\d+/)
    const meanwhile = await ask()
    expect(meanwhile).toMatchObject({ outcome: 'answered' })
    held.resolve()
    await expect.poll(async () => (await ready()).degraded, { timeout: 120_000 }).toEqual([])
    expect(await ready()).toMatchObject({ documents: 2, encoder: expect.stringMatching(/^test-encoder@/) })
    await stop()
  })

  test('shows its key to nobody', () => {
    expect(endpoint.requests.length).toBeGreaterThan(0)
    expect(endpoint.requests.every(({ authorization }) => authorization === `Bearer ${KEY}`)).toBe(true)
    expect(output).not.toContain(KEY)
    const data = environment.DATA_DIR ?? ''
    const files = (readdirSync(data, { recursive: true }) as string[]).map((name) => path.join(data, name)).filter((name) => statSync(name).isFile())
    expect(files.length).toBeGreaterThan(2)
    for (const file of files) expect(readFileSync(file).includes(KEY), path.basename(file)).toBe(false)
  })
})
