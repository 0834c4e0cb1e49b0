import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ACCESS_TABLE } from '../../server/http/access-table.ts'
import { ERROR_CATALOG } from '../../server/http/error-catalog.ts'
import { createTestApp, type TestApp, type TestAppOptions } from '../support/test-app.ts'

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

let current: TestApp | undefined
let webDir: string
beforeEach(() => {
  webDir = mkdtempSync(path.join(tmpdir(), 'youju-page-'))
  mkdirSync(path.join(webDir, 'assets'))
  writeFileSync(path.join(webDir, 'index.html'), '<!doctype html><title>有据</title>')
  writeFileSync(path.join(webDir, 'assets', 'main-abc123.js'), 'export {}')
})
afterEach(async () => {
  await current?.close()
  current = undefined
  rmSync(webDir, { recursive: true, force: true })
})

async function start(options: TestAppOptions = {}) {
  current = await createTestApp({ ...options, app: { webDir, ...options.app } })
  return current.app
}

const host = 'localhost'
const html = 'text/html,application/xhtml+xml'

describe('headers', () => {
  test('on the page, the API, errors and unknown addresses', async () => {
    const app = await start()
    for (const url of ['/', '/documents/x', '/api/documents', '/api/nothing', '/api/documents?limit=x', '/nothing.js']) {
      const { headers } = await app.inject({ url, headers: { host, accept: html } })
      expect([url, headers['content-security-policy']]).toEqual([url, CSP])
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
      if (url.startsWith('/api')) expect(headers['cache-control']).toBe('no-store')
    }
  })

  test('the OpenAPI page names no other host', async () => {
    const app = await start()
    const page = await app.inject({ url: '/docs/', headers: { host } })
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; /)
    expect(page.headers['content-security-policy']).not.toContain('//')
    expect(page.body).not.toMatch(/(?:src|href)="https?:/)
    const script = await app.inject({ url: '/docs/static/swagger-initializer.js', headers: { host } })
    expect(script.body).toContain('validatorUrl')
    expect(script.body).not.toContain('swagger.io')
  })
})

describe('the page', () => {
  test('is served for its own addresses, its hashed files for ever', async () => {
    const app = await start()
    const get = (url: string, accept = html) => app.inject({ url, headers: { host, accept } })
    for (const url of ['/', '/documents/d1?x=1', '/index.html']) {
      const response = await get(url)
      expect([response.statusCode, response.headers['cache-control']]).toEqual([200, 'no-cache'])
      expect(response.body).toContain('有据')
    }
    expect((await get('/assets/main-abc123.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    for (const [url, accept] of [
      ['/assets/old-hash.js', html],
      ['/api/nothing', html],
      ['/documents/d1', 'application/json'],
      ['/..%2f..%2fetc/passwd', '*/*'],
      ['/.env', '*/*'],
    ] as const) {
      const response = await get(url, accept)
      expect([url, response.statusCode]).toEqual([url, response.statusCode === 403 ? 403 : 404])
      expect(response.json().error.message).toMatch(/[\u4e00-\u9fff]/)
    }
    expect((await app.inject({ method: 'PUT', url: '/api/chat', headers: { host } })).json().error.code).toBe('route_not_found')
  })

  test('says so where it is not built', async () => {
    rmSync(path.join(webDir, 'index.html'))
    const app = await start()
    const response = await app.inject({ url: '/', headers: { host, accept: html } })
    expect(response.statusCode).toBe(404)
    expect(response.json().error.message).toContain('还没有构建')
  })
})

describe('Host and Origin', () => {
  const status = async (headers: Record<string, string>) => {
    const app = current?.app ?? (await start())
    const response = await app.inject({ url: '/api/documents', headers })
    return response.statusCode === 200 ? 200 : `${response.statusCode} ${response.json().error.code}`
  }
  test('loopback names pass with any port', async () => {
    for (const name of ['localhost', 'localhost:3000', '127.0.0.1:8080', 'LOCALHOST']) expect(await status({ host: name })).toBe(200)
  })
  test('foreign and malformed hosts are refused', async () => {
    for (const name of ['evil.example', 'evil.example:3000', 'localhost.evil.example', '127.0.0.1.nip.io', 'localhost@evil.example', 'localhost/x']) {
      expect([name, await status({ host: name })]).toEqual([name, '403 foreign_host'])
    }
  })
  test('the origin must be the host that is addressed', async () => {
    expect(await status({ host: 'localhost:3000', origin: 'http://localhost:3000' })).toBe(200)
    for (const origin of ['http://evil.example', 'http://localhost:4000', 'null', 'http://localhost:3000.evil.example', 'file://', '']) {
      expect([origin, await status({ host: 'localhost:3000', origin })]).toEqual([origin, '403 foreign_origin'])
    }
  })
  test('hold for the page and unknown addresses too', async () => {
    const app = await start()
    for (const url of ['/', '/nothing', '/docs/', '/health'])
      expect((await app.inject({ url, headers: { host: 'evil.example' } })).statusCode).toBe(403)
  })
})

describe('token', () => {
  const authToken = 'a-long-enough-token'
  const authorization = `Bearer ${authToken}`

  test('every route has a row in the access table, and every row a route', async () => {
    const app = await start()
    const missing = Object.keys(ACCESS_TABLE).filter((row) => {
      const [method, url] = row.split(' ')
      const known = (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).find((each) => each === method)
      return known === undefined || !app.hasRoute({ method: known, url: url ?? '' })
    })
    expect(missing).toEqual([])
  })

  test('a route without a row cannot be registered', async () => {
    const { addAuth } = await import('../../server/http/auth.ts')
    const { default: fastify } = await import('fastify')
    const bare = fastify()
    addAuth(bare, { token: null, maxFailuresPerMinute: 1 })
    expect(() => bare.get('/forgotten', async () => '')).toThrow('access table')
    await bare.close()
  })

  test('each token route refuses without it, each public one does not', async () => {
    const app = await start({ app: { authToken } })
    for (const [row, access] of Object.entries(ACCESS_TABLE)) {
      const [method, url] = row.split(' ') as ['GET', string]
      const response = await app.inject({
        method,
        url: url.replace('*', 'x').replace(/:\w+/g, 'x'),
        headers: { host },
        remoteAddress: `10.0.0.${row.length}`,
      })
      expect([row, response.statusCode === 401]).toEqual([row, access === 'token'])
      if (access === 'token') {
        expect(response.json().error.code).toBe('unauthorized')
        expect(response.headers['www-authenticate']).toBe('Bearer')
      }
    }
    expect((await app.inject({ url: '/api/nothing', headers: { host } })).statusCode).toBe(401)
  })

  test('only the right one passes, and only as a header', async () => {
    const app = await start({ app: { authToken }, limits: { authFailuresPerMinute: 100 } })
    const status = async (headers: Record<string, string>, url = '/api/documents') =>
      (await app.inject({ url, headers: { host, ...headers } })).statusCode
    expect(await status({ authorization })).toBe(200)
    expect(await status({ authorization: `bearer  ${authToken}` })).toBe(200)
    for (const wrong of ['', 'Bearer', 'Bearer ', `Bearer ${authToken}x`, `Bearer ${authToken.slice(1)}`, `Basic ${authToken}`, authToken]) {
      expect(await status({ authorization: wrong })).toBe(401)
    }
    expect(await status({}, `/api/documents?token=${authToken}`)).toBe(401)
  })

  test('guessing is slowed down', async () => {
    const app = await start({ app: { authToken }, limits: { authFailuresPerMinute: 3 } })
    const codes: number[] = []
    for (let guess = 0; guess < 5; guess += 1) {
      codes.push((await app.inject({ url: '/api/documents', headers: { host, authorization: `Bearer guess${guess}` } })).statusCode)
    }
    expect(codes).toEqual([401, 401, 401, 429, 429])
    expect((await app.inject({ url: '/api/documents', headers: { host, authorization } })).statusCode).toBe(200)
  })
})

describe('limits', () => {
  test('requests of one address beyond the limit get 429 with Retry-After', async () => {
    const app = await start({ limits: { requestsPerMinute: 3 } })
    const responses = []
    for (let index = 0; index < 4; index += 1) responses.push(await app.inject({ url: '/health', headers: { host } }))
    expect(responses.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429])
    expect(responses[3]?.json().error.code).toBe('rate_limited')
    expect(Number(responses[3]?.headers['retry-after'])).toBeGreaterThan(0)
  })

  test('headers that never end are answered 408 and closed', async () => {
    const app = await start({ limits: { headersTimeoutMs: 1_500, requestTimeoutMs: 60_000 } })
    await app.listen({ host: '127.0.0.1', port: 0 })
    const answer = await raw('GET /health HTTP/1.1\r\nHost: localhost\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(answer).toContain('request_timeout')
  })

  test('bytes that are no HTTP get 400, headers too large 431', async () => {
    const app = await start()
    await app.listen({ host: '127.0.0.1', port: 0 })
    expect(await raw('ceci n’est pas HTTP\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"bad_request"/)
    expect(await raw(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 [\s\S]*"code":"headers_too_large"/,
    )
    expect(await raw('GET /api/documents/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 [\s\S]*"code":"bad_request"/,
    )
    expect(await raw(`GET /api/documents/${'x'.repeat(300)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 4(04|14) /,
    )
  })

  async function raw(request: string): Promise<string> {
    const address = current?.app.server.address()
    if (address === null || address === undefined || typeof address === 'string') throw new Error('not listening')
    return new Promise((resolve, reject) => {
      let received = ''
      const socket = connect(address.port, '127.0.0.1', () => socket.write(request))
      socket.setEncoding('utf8')
      socket.on('data', (chunk) => {
        received += chunk
      })
      socket.on('error', reject)
      socket.on('close', () => resolve(received))
    })
  }
})

test('the OpenAPI description lists every error code and every route of the API and of the doors for other programs', async () => {
  const app = await start()
  const description = (await app.inject({ url: '/docs/json', headers: { host } })).json()
  expect(description.components.schemas.ErrorCode.enum).toEqual(Object.keys(ERROR_CATALOG))
  for (const row of Object.keys(ACCESS_TABLE).filter((each) => / \/(?:api|v1|mcp|metrics)\b/.test(each))) {
    const [method = '', url = ''] = row.split(' ')
    const documented = description.paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
    expect([row, Object.keys(documented?.responses ?? {}).length > 1]).toEqual([row, true])
  }
})
