import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { CodedError } from '../ingest/corpus/coded-error.ts'
import { createProgressBar } from '../ingest/pipeline/progress-bar.ts'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { describeJob, fillEmptyLibrary } from './fill-library.ts'
import type { App } from './http/app-instance.ts'
import { servedHostnames } from './http/hostnames.ts'
import { openServices } from './open-services.ts'
import { programVersion } from './program-version.ts'
import type { Services } from './services.ts'
import { createTerminalLog } from './terminal/terminal-log.ts'

const ROOT = path.resolve(import.meta.dirname, '..')

export interface RunningServer {
  /** Where the page is, e.g. http://127.0.0.1:3000 */
  readonly url: string
  /** Resolves when the seed documents are in, or at once where there was nothing to take in. */
  readonly filled: Promise<void>
  /** Ends streams with a final event, stops the work, closes everything. */
  stop(): Promise<void>
}

/**
 * Opens the library, listens, and then takes the seed documents in where the library is empty.
 *
 * @throws {CodedError} port_in_use, address_unavailable, and those of openServices; nothing is left open then
 */
export async function startServer(config: Config, terminal: NodeJS.WriteStream): Promise<RunningServer> {
  const logger = createTerminalLog(config.logLevel, (line) => terminal.write(line))
  const onUnexpected = (error: unknown) => logger.error({ err: error })
  const rebuild = createProgressBar(terminal)
  const services = await openServices(config, { onUnexpected, onRebuild: rebuild.show, onRebuilt: rebuild.stop, serveMeanwhile: true })
  try {
    const app = await buildApp(services, {
      hostnames: servedHostnames(config.host, config.allowedHosts),
      authToken: config.authToken,
      webDir: path.join(ROOT, 'web', 'dist'),
      version: programVersion(),
      logger,
      processMetrics: true,
    })
    const url = await listen(app, config)
    const filled = fill(services, config, terminal).catch(onUnexpected)
    return {
      url,
      filled,
      async stop() {
        await app.close()
        await filled
        await services.close()
      },
    }
  } catch (error) {
    await services.close()
    throw error
  }
}

async function listen(app: App, { host, port }: Config): Promise<string> {
  try {
    await app.listen({ host, port, listenTextResolver: () => '' })
  } catch (error) {
    await app.close()
    throw describeListenError(error, host, port)
  }
  const { address, family, port: actual } = app.server.address() as AddressInfo
  const shown = address === '0.0.0.0' || address === '::' ? 'localhost' : family === 'IPv6' ? `[${address}]` : address
  return `http://${shown}:${actual}`
}

function describeListenError(error: unknown, host: string, port: number): unknown {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return new CodedError(
        'port_in_use',
        `端口 ${port} 已被别的程序占用，服务没有启动。请关闭占用它的程序，或用环境变量 PORT 换一个端口（PORT=0 表示任选）。`,
        { port },
      )
    case 'EACCES':
      return new CodedError('address_unavailable', `没有权限使用端口 ${port}，服务没有启动。请用环境变量 PORT 换一个大于 1023 的端口。`, { port })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new CodedError('address_unavailable', `HOST“${host}”不是本机的地址，服务没有启动。请改为 127.0.0.1，或本机网卡的地址。`, { host })
    default:
      return error
  }
}

async function fill(services: Services, { seedsDir }: Config, terminal: NodeJS.WriteStream): Promise<void> {
  const bar = createProgressBar(terminal)
  const job = await fillEmptyLibrary(services, seedsDir, () => terminal.write('文库是空的，正在收录自带的文档……\n'), bar.show)
  bar.stop()
  if (job !== null) for (const line of describeJob(job)) terminal.write(`${line}\n`)
}
