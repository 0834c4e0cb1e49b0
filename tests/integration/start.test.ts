import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ChatAnswer } from '../../server/contract/chat.ts'
import { DocumentDetail, type DocumentList, type JobView } from '../../server/contract/documents.ts'
import { parseEvents } from '../support/server-sent-events.ts'
import { type SpawnedProgram, spawnProgram } from '../support/spawned-program.ts'

let folder: string
let server: SpawnedProgram
let base: string
let environment: Record<string, string>
const started: SpawnedProgram[] = []

function run(entry: string, parameters: readonly string[], variables: Record<string, string>, input?: string): SpawnedProgram {
  const program = spawnProgram(entry, parameters, variables, input)
  started.push(program)
  return program
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'youju-start-'))
  const seeds = path.join(folder, 'seeds')
  mkdirSync(seeds)
  writeFileSync(
    path.join(seeds, '报告.txt'),
    '2025年云岭市政府工作报告\n\n一、2024年工作回顾\n\n全市新建公园12座。\n\n二、2025年工作安排\n\n计划新建公园20座。\n',
  )
  writeFileSync(path.join(seeds, '空.txt'), '')
  environment = { PORT: '0', DATA_DIR: path.join(folder, 'data'), SEEDS_DIR: seeds, EMBEDDING: 'none' }
  server = run('server/main.ts', [], environment)
  base = (await server.printed(/有据已启动：(http:\S+)/))[1] ?? ''
  await server.printed(/没有收录“空\.txt”/)
})

afterAll(() => {
  for (const { child } of started) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

describe('a server on its own data folder', () => {
  test('has taken the seeds in, and says what it could not', async () => {
    expect(server.output()).toContain('已收录 1 个文档')
    const ready = await fetch(`${base}/ready`)
    expect(ready.status).toBe(200)
    expect(await ready.json()).toMatchObject({ ready: true, documents: 1, encoder: null })
  })

  test('answers with a citation that stands in the text', async () => {
    const response = await fetch(`${base}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"question":"2025年计划新建公园多少座？"}',
    })
    const answer: unknown = await response.json()
    expect(Value.Errors(ChatAnswer, answer)).toEqual([])
    const { outcome, citations } = answer as ChatAnswer
    expect(outcome).toBe('answered')
    const [citation] = citations
    const text = (await (await fetch(`${base}/api/documents/${citation?.documentId}/text`)).json()) as { text: string }
    expect(text.text.slice(citation?.start, citation?.end)).toBe(citation?.quote)
    expect(citation?.quote).toContain('20座')
  })

  test('a file is uploaded, found, corrected and removed', async () => {
    const form = new FormData()
    form.append('files', new Blob(['2025年青石县政府工作报告\n\n二、2025年工作安排\n\n计划修缮桥梁7座。\n']), '青石.txt')
    const posted = await fetch(`${base}/api/documents`, { method: 'POST', body: form })
    expect(posted.status).toBe(202)
    const { id: jobId } = (await posted.json()) as JobView
    const events = parseEvents(await (await fetch(`${base}/api/jobs/${jobId}/events`)).text())
    expect(events.at(-1)).toMatchObject({ event: 'job-end', data: { state: 'done', report: { outcomes: [{ kind: 'added', file: '青石.txt' }] } } })
    const list = (await (await fetch(`${base}/api/documents?q=${encodeURIComponent('青石')}`)).json()) as DocumentList
    expect(list.total).toBe(1)
    const url = `${base}/api/documents/${list.items[0]?.id}`
    const corrected = await fetch(url, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: '{"title":"青石县报告（校订）"}' })
    expect([corrected.status, ((await corrected.json()) as DocumentDetail).title]).toEqual([200, '青石县报告（校订）'])
    const detail: unknown = await (await fetch(url)).json()
    expect(Value.Errors(DocumentDetail, detail)).toEqual([])
    expect((detail as DocumentDetail).origins.title).toMatchObject({ source: 'user' })
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(204)
    expect((await fetch(url)).status).toBe(404)
  })

  test('a second server on the same data folder is refused', async () => {
    const second = run('server/main.ts', [], environment)
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain('数据目录正被另一个有据进程使用')
    expect(second.output()).not.toMatch(/\n\s+at /)
  })

  test('a port in use is refused', async () => {
    const blocker = createServer()
    const port = await new Promise<number>((resolve) => blocker.listen(0, '127.0.0.1', () => resolve((blocker.address() as { port: number }).port)))
    const second = run('server/main.ts', [], { ...environment, DATA_DIR: path.join(folder, 'other'), PORT: String(port) })
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain(`端口 ${port} 已被别的程序占用`)
    expect(second.output()).not.toMatch(/\n\s+at /)
    await new Promise((resolve) => blocker.close(resolve))
  })

  test('npm run ask reads beside it', async () => {
    const asked = run('server/ask.ts', ['2025年计划新建公园多少座？'], environment)
    expect(await asked.ended).toBe(0)
    expect(asked.output()).toMatch(/20座[\s\S]*出处[\s\S]*\[1\] 《[^》]+》 二、2025年工作安排\n\s+“计划新建公园20座。”\n\s+文件：报告\.txt/)
  })

  test('npm run ask --json --follow prints one body a question', async () => {
    const asked = run('server/ask.ts', ['2025年计划新建公园多少座？', '--json', '--follow'], environment, '2024年呢？\n\n')
    expect(await asked.ended).toBe(0)
    const bodies = asked
      .output()
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(bodies).toHaveLength(2)
    for (const body of bodies) expect(Value.Errors(ChatAnswer, body)).toEqual([])
    const [first, second] = bodies as ChatAnswer[]
    expect(second?.conversationId).toBe(first?.conversationId)
  })

  // The last of this group: the server is gone after it.
  test('SIGTERM ends it with code 0, a silent connection notwithstanding', async () => {
    const { hostname, port } = new URL(base)
    const silent = connect(Number(port), hostname)
    await new Promise((resolve) => silent.once('connect', resolve))
    const closed = new Promise((resolve) => silent.on('error', () => undefined).once('close', resolve))
    const startedAt = performance.now()
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    // A silent connection is closed by itself after a minute.
    expect(performance.now() - startedAt).toBeLessThan(40_000)
    await closed
  })

  test('started again it is ready with what it had', async () => {
    const again = run('server/main.ts', [], environment)
    const url = (await again.printed(/有据已启动：(http:\S+)/))[1] ?? ''
    expect(await (await fetch(`${url}/ready`)).json()).toMatchObject({ ready: true, documents: 1 })
    const conversations = (await (await fetch(`${url}/api/conversations`)).json()) as { total: number }
    expect(conversations.total).toBe(1)
    again.child.kill('SIGINT')
    expect(await again.ended).toBe(0)
  })
})

describe('settings', () => {
  test('every bad value is named at once, exit code 78', async () => {
    const program = run('server/main.ts', [], { PORT: '99999', EMBEDDING: 'magic', HOST: '0.0.0.0' })
    expect(await program.ended).toBe(78)
    for (const name of ['PORT', 'EMBEDDING', 'AUTH_TOKEN']) expect(program.output()).toContain(`${name}：`)
    expect(program.output()).not.toMatch(/\n\s+at /)
  })

  test('a model folder that is not there stops the start', async () => {
    const program = run('server/main.ts', [], { ...environment, EMBEDDING: 'local', EMBEDDING_MODEL_DIR: path.join(folder, 'nowhere') })
    expect(await program.ended).toBe(78)
    expect(program.output()).toMatch(/编码器目录不能用：缺少 tokenizer\.json.*EMBEDDING_MODEL_DIR/)
    expect(program.output()).not.toMatch(/\n\s+at /)
  })

  test('npm run ask without a question says how it is called', async () => {
    const program = run('server/ask.ts', [], environment)
    expect(await program.ended).toBe(64)
    expect(program.output()).toContain('用法')
  })
})
