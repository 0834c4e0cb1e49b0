import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { lockDataDir } from '../../ingest/library/data-dir-lock.ts'
import { openLibraryDatabase } from '../../ingest/library/open-library-database.ts'
import { exerciseTools, textOf } from '../support/exercise-tools.ts'
import { INVENTED_LIBRARY } from '../support/invented-library.ts'
import { spawnProgram } from '../support/spawned-program.ts'

const ROOT = path.resolve(import.meta.dirname, '..', '..')
const work = mkdtempSync(path.join(tmpdir(), 'youju-mcp-'))
const environment = { DATA_DIR: path.join(work, 'data'), SEEDS_DIR: path.join(work, 'seeds'), EMBEDDING: 'none' }

beforeAll(() => {
  mkdirSync(environment.SEEDS_DIR)
  for (const [file, text] of Object.entries(INVENTED_LIBRARY)) writeFileSync(path.join(environment.SEEDS_DIR, file), text)
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** Each test starts processes that open a library, on a machine that may be busy. */
const PATIENCE_MS = 300_000

let client: Client | undefined
let said = ''
vi.setConfig({ testTimeout: PATIENCE_MS })
afterEach(() => client?.close())

async function connect(command = process.execPath, args = ['--import', 'tsx', 'server/mcp.ts']): Promise<Client> {
  const transport = new StdioClientTransport({
    command,
    args,
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', HOME: work, ...environment },
    stderr: 'pipe',
  })
  said = ''
  transport.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  client = new Client({ name: 'test', version: '1.0.0' })
  await client.connect(transport, { timeout: PATIENCE_MS })
  return client
}

/** Waits until the library is open; the client's own patience with a call is a minute. */
async function ready(connected: Client): Promise<Client> {
  await connected.callTool({ name: 'search', arguments: { query: '水渠' } }, undefined, { timeout: PATIENCE_MS })
  return connected
}

test('the official client calls each tool; an empty library is filled first, briefs are kept', async () => {
  await exerciseTools(await ready(await connect()))
  expect(said).toContain('已收录 4 个文档')
  const database = openLibraryDatabase(environment.DATA_DIR, { readOnly: true })
  expect(database.store.listBriefs({ limit: 5, offset: 0 }).total).toBe(1)
  database.close()
})

test('beside a server that holds the library the tools read; a brief is given without being kept, and says so', async () => {
  const lock = lockDataDir(environment.DATA_DIR)
  try {
    await exerciseTools(await ready(await connect()), false)
  } finally {
    lock.release()
  }
})

test('documents that come in meanwhile are found, without a new start', async () => {
  const connected = await ready(await connect())
  const search = () => connected.callTool({ name: 'search', arguments: { query: '跨江大桥' } })
  expect(textOf(await search())).not.toContain('贯通')
  const file = path.join(work, '红石2032.txt')
  writeFileSync(file, '红石市2032年政府工作报告\n\n各位代表：\n\n一、2031年工作回顾\n\n过去一年，红石跨江大桥全线贯通。\n')
  expect(await spawnProgram('ingest/cli.ts', [file], environment).ended).toBe(0)
  expect(textOf(await search())).toContain('红石跨江大桥全线贯通')
})

test('the way of the README works: npm run mcp', async () => {
  const connected = await connect('npm', ['run', '--silent', 'mcp'])
  expect((await connected.listTools()).tools).toHaveLength(5)
})

test('standard output carries the protocol alone, rubbish does not end it, the end of the input does', async () => {
  const messages = [
    {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } },
    },
    { jsonrpc: '2.0', method: 'notifications/initialized' },
    { jsonrpc: '2.0', id: 2, method: 'tools/list' },
  ]
  const program = spawnProgram('server/mcp.ts', [], environment, null)
  let output = ''
  program.child.stdout?.on('data', (chunk: string) => {
    output += chunk
  })
  program.child.stdin?.write(`this is no message\n${messages.map((message) => `${JSON.stringify(message)}\n`).join('')}`)
  await expect.poll(() => output, { timeout: 120_000 }).toContain('"id":2')
  program.child.stdin?.end()
  expect(await program.ended).toBe(0)
  const lines = output.trimEnd().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual([1, 2])
  expect(program.output()).toContain('有据 MCP 已就绪')
})

test('a bad setting stops the start, says why and leaves standard output empty', async () => {
  const program = spawnProgram('server/mcp.ts', [], { ...environment, PORT: 'x' })
  expect(await program.ended).toBe(78)
  expect(program.output()).toContain('PORT')
})
