import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { McpError } from '@modelcontextprotocol/sdk/types.js'
import { afterEach, describe, expect, test } from 'vitest'
import { createDeferred } from '../support/deferred.ts'
import { createDoorApp } from '../support/door-app.ts'
import { exerciseTools, textOf } from '../support/exercise-tools.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let current: TestApp
let client: Client
afterEach(async () => {
  await client.close()
  await current.close()
})

async function connect(app: TestApp, headers: Record<string, string> = {}): Promise<void> {
  current = app
  client = new Client({ name: 'test', version: '1.0.0' })
  const transport = new StreamableHTTPClientTransport(new URL(`${await app.listen()}/mcp`), { requestInit: { headers } })
  // The class says sessionId?: string where the interface, under exactOptionalPropertyTypes, wants string | undefined.
  await client.connect(transport as Parameters<Client['connect']>[0])
}

test('the official client lists the tools and calls each, structured and cited', async () => {
  await connect(await createDoorApp())
  expect(client.getServerVersion()).toMatchObject({ name: 'youju', title: '有据', version: '0.0.0' })
  expect(client.getInstructions()).toContain('出处')
  await exerciseTools(client)
  expect(current.services.briefs.list({ limit: 5, offset: 0 }).total).toBe(1)
  expect(current.services.store.listConversations({ limit: 5, offset: 0 }).total).toBe(0)
})

test('a brief that was written is kept and can be opened', async () => {
  await connect(await createDoorApp())
  const { structuredContent: brief } = await client.callTool({ name: 'write_brief', arguments: { request: '青江市2030—2031年灌溉水渠建设简报' } })
  const { briefId } = brief as { briefId: string }
  const kept = await current.app.inject({ url: `/api/briefs/${briefId}`, headers: { host: 'localhost' } })
  expect(kept.statusCode).toBe(200)
  expect(kept.json().sections).toEqual((brief as { sections: unknown }).sections)
})

describe('over HTTP', () => {
  const ask = (question: string, signal?: AbortSignal) =>
    client.callTool({ name: 'ask', arguments: { question } }, undefined, { ...(signal ? { signal } : {}) })

  test('the token is asked for as everywhere', async () => {
    const app = await createTestApp({ app: { authToken: 'a-long-enough-token' } })
    await expect(connect(app)).rejects.toThrow(/401|unauthorized/i)
    client = new Client({ name: 'test', version: '1.0.0' })
    const right = new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${portOf(app)}/mcp`), {
      requestInit: { headers: { authorization: 'Bearer a-long-enough-token' } },
    })
    await client.connect(right as Parameters<Client['connect']>[0])
    expect((await client.listTools()).tools).toHaveLength(5)
  })

  test('a question that is left stops its work', async () => {
    await connect(await createTestApp())
    const begun = createDeferred()
    const stopped = createDeferred<unknown>()
    current.engine.gate = (_piece, signal) => {
      begun.resolve()
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          stopped.resolve(signal.reason)
          reject(signal.reason)
        })
      })
    }
    const left = ask('增长？').catch((error: unknown) => error)
    await begun.promise
    await client.close()
    expect(await stopped.promise).toMatchObject({ code: expect.any(String) })
    expect(await left).toBeInstanceOf(McpError)
    await expect.poll(() => current.services.turns.running).toBe(0)
    expect(current.unexpected).toEqual([])
  })

  test('failures of the work are tool errors in Chinese', async () => {
    await connect(await createTestApp({ parts: { maxRunningTurns: 1 } }))
    const held = createDeferred()
    current.engine.gate = () => held.promise
    const first = ask('增长？')
    await expect.poll(() => current.services.turns.running).toBe(1)
    const refused = await ask('增长？')
    expect(refused).toMatchObject({ isError: true, _meta: { 'youju/error': { code: 'overloaded' } } })
    expect(textOf(refused)).toContain('忙不过来')
    held.resolve()
    expect((await first).isError).toBeUndefined()
    current.engine.gate = async () => {
      throw new Error('/secret/path exploded')
    }
    const failed = await ask('增长？')
    expect(textOf(failed)).not.toContain('secret')
    expect(failed).toMatchObject({ isError: true, _meta: { 'youju/error': { code: 'answer_failed' } } })
  })

  test('no session is held: GET and DELETE are refused, messages that are none too, notifications are taken', async () => {
    await connect(await createTestApp())
    const call = (method: 'GET' | 'DELETE' | 'POST', payload?: object | string, headers: Record<string, string> = {}) =>
      current.app.inject({
        method,
        url: '/mcp',
        headers: {
          host: 'localhost',
          accept: 'application/json, text/event-stream',
          ...(payload ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        ...(payload === undefined ? {} : { payload }),
      })
    for (const method of ['GET', 'DELETE'] as const) {
      const { statusCode, headers, json } = await call(method)
      expect([statusCode, headers.allow]).toEqual([405, 'POST'])
      if (method === 'DELETE') expect(json().error).toMatchObject({ code: 'method_not_allowed', message: expect.stringContaining('POST') })
    }
    expect((await call('POST', { jsonrpc: '2.0', method: 'notifications/initialized' })).statusCode).toBe(202)
    expect((await call('POST', { hello: 1 })).json()).toMatchObject({ jsonrpc: '2.0', error: { code: -32700 } })
    expect((await call('POST', '{')).json().error.code).toBe('malformed_json')
    expect((await call('POST', { jsonrpc: '2.0', id: 1, method: 'tools/list', params: { pad: 'x'.repeat(300_000) } })).json().error.code).toBe(
      'body_too_large',
    )
    expect((await call('POST', { jsonrpc: '2.0', id: 1, method: 'ping' }, { origin: 'http://evil.example' })).json().error.code).toBe(
      'foreign_origin',
    )
    const many = Array.from({ length: 1_000 }, (_, id) => ({ jsonrpc: '2.0', id, method: 'ping' }))
    expect((await call('POST', many)).statusCode).toBe(400)
    const listed = await call('POST', { jsonrpc: '2.0', id: 7, method: 'tools/list' })
    expect(listed.headers['content-type']).toContain('text/event-stream')
    expect(listed.headers['x-content-type-options']).toBe('nosniff')
    expect(listed.headers['mcp-session-id']).toBeUndefined()
    expect(JSON.parse(/^data: (.*)$/m.exec(listed.body)?.[1] ?? '')).toMatchObject({ id: 7, result: { tools: expect.any(Array) } })
  })

  test('a server that stops gives the question at work its last word', async () => {
    await connect(await createTestApp({ limits: { finishStreamsMs: 40_000 } }))
    const begun = createDeferred()
    current.engine.gate = (_piece, signal) => {
      begun.resolve()
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    }
    const asked = ask('增长？').catch((error: unknown) => error)
    await begun.promise
    const stopping = performance.now()
    await current.app.close()
    expect(performance.now() - stopping).toBeLessThan(20_000)
    expect(await asked).toMatchObject({ isError: true, _meta: { 'youju/error': { code: 'server_stopping' } } })
  })
})

function portOf({ app }: TestApp): number {
  const address = app.server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}
