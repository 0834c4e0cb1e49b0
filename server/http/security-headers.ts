import type { FastifyInstance } from 'fastify'

/** The page runs its own scripts and styles and nothing else; it speaks to no other host and stands in no frame. */
export const PAGE_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The OpenAPI page sets style attributes from its scripts. */
export const DOCS_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-dns-prefetch-control': 'off',
  'x-permitted-cross-domain-policies': 'none',
} as const

/** What is answered here holds for this moment and this caller. */
const NOT_KEPT = ['/api', '/v1', '/mcp', '/metrics', '/ready', '/health']

/** Sets the headers on every response, errors and unknown addresses included. */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(COMMON)
    reply.header('content-security-policy', isUnder(request.url, '/docs') ? DOCS_CSP : PAGE_CSP)
    if (NOT_KEPT.some((path) => isUnder(request.url, path))) reply.header('cache-control', 'no-store')
  })
}

/** Whether an address is a path or below it. */
export function isUnder(url: string, path: string): boolean {
  return url === path || url.startsWith(`${path}/`) || url.startsWith(`${path}?`)
}
