import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { CodedError } from '../../ingest/corpus/coded-error.ts'
import { type Access, accessOf } from './access-table.ts'
import { isUnder } from './security-headers.ts'

export interface AuthOptions {
  /** Null: no token is asked for (the server is reachable from this machine only). */
  readonly token: string | null
  readonly maxFailuresPerMinute: number
}

/**
 * The one place where access is decided: by the access table, with the token as `Authorization: Bearer …`.
 *
 * @throws {Error} at the start, for a route that the access table does not name
 */
export function addAuth(app: FastifyInstance, { token, maxFailuresPerMinute }: AuthOptions): void {
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of Array.isArray(method) ? method : [method]) {
      if (accessOf(each, url) === undefined) throw new Error(`Cannot register "${each} ${url}": it has no row in the access table`)
    }
  })
  if (token === null) return
  const expected = digest(token)
  const countFailure = app.createRateLimit({ max: maxFailuresPerMinute, timeWindow: 60_000 })
  app.addHook('onRequest', async (request) => {
    if (requestAccess(request) === 'public') return
    const given = /^Bearer +(.+)$/i.exec(request.headers.authorization ?? '')?.[1]
    // Digests are of equal length, so that the comparison takes the same time whatever was given.
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return
    const failures = await countFailure(request)
    if (!failures.isAllowed && failures.isExceeded) {
      throw new CodedError('rate_limited', '口令错误次数太多，请稍后再试。', { retryAfterSeconds: failures.ttlInSeconds })
    }
    throw new CodedError('unauthorized', '没有访问口令或口令不对。请输入管理员设置的访问口令（AUTH_TOKEN）。')
  })
}

const CLOSED = ['/api', '/v1', '/mcp', '/metrics']

/** The row of the request's route. Addresses below closed ones that no route serves tell a stranger nothing, not even that they do not exist. */
function requestAccess({ method, url, routeOptions }: FastifyRequest): Access {
  const served = routeOptions.url === undefined || routeOptions.url === '/*' ? undefined : accessOf(method, routeOptions.url)
  return served ?? (CLOSED.some((path) => isUnder(url, path)) ? 'token' : 'public')
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest()
}
