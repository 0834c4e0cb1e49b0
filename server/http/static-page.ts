import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { App } from './app-instance.ts'
import { sendError } from './error-reply.ts'
import { isUnder } from './security-headers.ts'

const YEAR_SECONDS = 31_536_000

/**
 * Serves the built page. An address without a file is the page's own (/documents/…): it gets the page, which reads the address. Files under assets/ have a hash in
 * their name and may be kept for ever, everything else is asked for anew.
 *
 * @param webDir the folder that the build wrote; where it holds no index.html, addresses answer that the page is not built
 */
export async function addStaticPage(app: App, webDir: string): Promise<void> {
  const built = existsSync(path.join(webDir, 'index.html'))
  if (built) {
    await app.register(fastifyStatic, {
      root: webDir,
      index: ['index.html'],
      cacheControl: false,
      setHeaders(reply, file) {
        const hashed = path.relative(webDir, file).startsWith(`assets${path.sep}`)
        reply.header('cache-control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    // Nothing is returned: the static plugin's handler waits for the reply already.
    if (!wantsPage(request)) sendError(routeNotFound(), request, reply)
    else if (!built) sendError(pageNotBuilt(), request, reply)
    else sendPage(reply)
  })
}

function sendPage(reply: FastifyReply): void {
  reply.header('cache-control', 'no-cache').sendFile('index.html')
}

function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  if (['/api', '/docs', '/assets', '/v1', '/mcp', '/health', '/ready', '/metrics'].some((path) => isUnder(url, path))) return false
  return (headers.accept ?? '').includes('text/html')
}

function routeNotFound(): CodedError {
  return new CodedError('route_not_found', '没有这个地址，或它不接受这种请求方法。接口列表见 /docs。')
}

function pageNotBuilt(): CodedError {
  return new CodedError(
    'route_not_found',
    '网页还没有构建。请用 npm start 启动（会自动构建），或先运行 node scripts/build-web.mjs。接口可以照常使用，说明见 /docs。',
  )
}
