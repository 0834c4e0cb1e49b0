import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { CodedError } from '../../ingest/corpus/coded-error.ts'

/** Limits the requests of one address; the limit answers as rate_limited with Retry-After. Adds `app.createRateLimit`. */
export async function addRateLimit(app: FastifyInstance, maxPerMinute: number): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    max: maxPerMinute,
    timeWindow: 60_000,
    cache: 10_000,
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false, 'retry-after': false },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    errorResponseBuilder: (_request, { ttl }) =>
      new CodedError('rate_limited', '请求太频繁，请稍等片刻再试。', { retryAfterSeconds: Math.max(1, Math.ceil(ttl / 1000)) }),
  })
}
