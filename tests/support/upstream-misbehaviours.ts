import type { ServerResponse } from 'node:http'
import { loopTurns } from './loop-turns.ts'

/** Ways in which an endpoint that was reached can go wrong. */
export const MISBEHAVIOURS = [
  'unauthorized',
  'rate-limited',
  'internal-error',
  'unavailable',
  'hang-before-headers',
  'hang-after-headers',
  'one-byte-at-a-time',
  'cut-in-json',
  'cut-in-character',
  'end-without-done',
  'reset',
  'error-event-then-end',
  'endless',
] as const
export type Misbehaviour = (typeof MISBEHAVIOURS)[number]

/** Between two bytes, and between two events of an endless reply: to be far above, and far below, the time limits of a test. */
const SLOW_BYTE_MS = 150
const ENDLESS_MS = 5

/** @param text what it says before it goes wrong, where it comes to that */
export async function misbehave(how: Misbehaviour, response: ServerResponse, text: string): Promise<void> {
  const chunk = (content: string) =>
    `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta: { content }, finish_reason: null }] })}\n\n`
  const fail = (status: number, headers: Record<string, string> = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ error: { message: `scripted ${status}` } }))
  const begin = () => response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
  switch (how) {
    case 'unauthorized':
      fail(401)
      return
    case 'rate-limited':
      fail(429, { 'retry-after': '1' })
      return
    case 'internal-error':
      fail(500)
      return
    case 'unavailable':
      fail(503)
      return
    case 'hang-before-headers':
      return
    case 'hang-after-headers':
      begin()
      return
    case 'one-byte-at-a-time':
      begin()
      for (const byte of Buffer.from(chunk(text))) {
        if (response.destroyed) return
        response.write(Buffer.of(byte))
        await new Promise((resolve) => setTimeout(resolve, SLOW_BYTE_MS))
      }
      return
    case 'cut-in-json':
      begin()
      response.write(chunk(text))
      response.end(chunk('后面还有').slice(0, -25))
      return
    case 'cut-in-character': {
      begin()
      response.write(chunk(text))
      const bytes = Buffer.from(chunk('字'))
      response.end(bytes.subarray(0, bytes.indexOf(Buffer.from('字')) + 1))
      return
    }
    case 'end-without-done':
      begin()
      response.end(chunk(text))
      return
    case 'reset':
      begin()
      await new Promise((resolve) => response.write(chunk(text), resolve))
      // A reset takes along what the client has not read yet: it would never know that the reply had begun.
      await loopTurns()
      response.socket?.resetAndDestroy()
      return
    case 'error-event-then-end':
      begin()
      response.write(chunk(text))
      response.end(`data: ${JSON.stringify({ error: { message: 'scripted failure', type: 'server_error', code: null } })}\n\n`)
      return
    case 'endless':
      begin()
      while (!response.destroyed) {
        response.write(chunk('还有'))
        await new Promise((resolve) => setTimeout(resolve, ENDLESS_MS))
      }
  }
}

/** An address on the loopback at which nobody listens: no system gives this port away by itself, as it does with one that was free a moment ago. */
export const REFUSED_BASE_URL = 'http://127.0.0.1:2/v1'

/** A name that no resolver knows (RFC 2606). */
export const UNKNOWN_HOST_BASE_URL = 'http://youju-model.invalid/v1'

/** An endpoint that does not speak TLS, called as if it did. */
export function asTls(baseUrl: string): string {
  return baseUrl.replace(/^http:/, 'https:')
}
