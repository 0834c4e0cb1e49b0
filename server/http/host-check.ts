import type { FastifyInstance } from 'fastify'
import { CodedError } from '../../ingest/corpus/coded-error.ts'

export interface HostCheckOptions {
  /** Host names, lower case and without a port, under which this server may be called. */
  readonly hostnames: ReadonlySet<string>
}

/**
 * Refuses requests that name another host (a foreign page whose name was made to resolve to this machine), and requests that a page of another origin sent.
 * The port of Host is not checked: a tunnel may carry it. The origin must be exactly the host that is addressed.
 */
export function addHostCheck(app: FastifyInstance, { hostnames }: HostCheckOptions): void {
  app.addHook('onRequest', async (request) => {
    const host = request.headers.host?.toLowerCase()
    const hostname = host === undefined ? undefined : hostnameOf(`http://${host}`)
    if (hostname === undefined || !hostnames.has(hostname)) {
      throw new CodedError('foreign_host', '请求的主机名不是本服务的，已拒绝。请用启动时显示的地址访问；经域名访问请让管理员设置 ALLOWED_HOSTS。')
    }
    const { origin } = request.headers
    if (origin !== undefined && originHost(origin) !== host) {
      throw new CodedError('foreign_origin', '请求来自别的网站，已拒绝。请直接打开本服务的页面操作。')
    }
  })
}

function hostnameOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const parsed = new URL(url)
  // Anything besides host and port (a path, credentials) is no Host header.
  return parsed.pathname === '/' && parsed.username === '' && parsed.search === '' ? parsed.hostname : undefined
}

function originHost(origin: string): string | undefined {
  return /^https?:\/\/([^/]+)$/i.exec(origin)?.[1]?.toLowerCase()
}
