import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createFactReader } from '../../server/answer/facts/fact-reader.ts'
import { type AppLimits, type AppOptions, buildApp } from '../../server/app.ts'
import type { App } from '../../server/http/app-instance.ts'
import { assembleServices, type ServiceParts, type Services } from '../../server/services.ts'
import { createMemoryLibrary, type MemoryLibrary } from './memory-library.ts'
import { createScriptedEngine, type ScriptedEngine } from './scripted-engine.ts'

export interface TestApp {
  readonly app: App
  readonly services: Services
  readonly library: MemoryLibrary
  readonly engine: ScriptedEngine
  /** What was not foreseen and went to the log. */
  readonly unexpected: unknown[]
  /** Starts listening on a free port of the loopback; the address without a slash at its end. */
  listen(): Promise<string>
  close(): Promise<void>
}

export interface TestAppOptions {
  readonly app?: Partial<AppOptions>
  readonly limits?: Partial<AppLimits>
  readonly parts?: Partial<ServiceParts>
}

/** The real app over a library in memory and a scripted engine. */
export async function createTestApp({ app: appOptions, limits, parts }: TestAppOptions = {}): Promise<TestApp> {
  const library = createMemoryLibrary()
  const engine = createScriptedEngine()
  const unexpected: unknown[] = []
  const webDir = mkdtempSync(path.join(tmpdir(), 'youju-web-'))
  const services = assembleServices({
    store: library.store,
    ingestor: library.ingestor,
    engine,
    composer: {
      compose: async () => {
        throw new Error('not implemented')
      },
    },
    facts: createFactReader(),
    search: {
      search: async () => {
        throw new Error('not implemented')
      },
    },
    readSnapshot: library.readSnapshot,
    encoder: null,
    segmenter: 'test',
    degraded: () => [],
    onUnexpected: (error) => unexpected.push(error),
    close: async () => undefined,
    ...parts,
  })
  const app = await buildApp(services, {
    hostnames: new Set(['localhost', '127.0.0.1']),
    authToken: null,
    webDir,
    version: '0.0.0',
    logger: false,
    ...(limits ? { limits } : {}),
    ...appOptions,
  })
  return {
    app,
    services,
    library,
    engine,
    unexpected,
    async listen() {
      await app.listen({ host: '127.0.0.1', port: 0 })
      const address = app.server.address()
      if (address === null || typeof address === 'string') throw new Error('The test server has no port')
      return `http://127.0.0.1:${address.port}`
    },
    async close() {
      await app.close()
      await services.close()
      rmSync(webDir, { recursive: true, force: true })
    },
  }
}

/** A multipart body of files for `inject`. */
export async function multipart(
  files: readonly { name: string; content: string | Uint8Array<ArrayBuffer> }[],
): Promise<{ payload: Buffer; headers: { 'content-type': string } }> {
  const form = new FormData()
  for (const { name, content } of files) form.append('files', new Blob([content]), name)
  const response = new Response(form)
  return { payload: Buffer.from(await response.arrayBuffer()), headers: { 'content-type': response.headers.get('content-type') ?? '' } }
}
