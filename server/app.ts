import type { Server } from 'node:http'
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import fastify, { type FastifyBaseLogger } from 'fastify'
import { CodedError } from '../ingest/corpus/coded-error.ts'
import { MAX_UPLOAD_FILE_BYTES, MAX_UPLOAD_FILES, MAX_UPLOAD_TOTAL_BYTES } from './contract/documents.ts'
import type { App } from './http/app-instance.ts'
import { addAuth } from './http/auth.ts'
import { answerClientError } from './http/client-error.ts'
import { sendError } from './http/error-reply.ts'
import type { EventStreamOptions } from './http/event-stream.ts'
import { addHostCheck } from './http/host-check.ts'
import { createOpenStreams } from './http/open-streams.ts'
import { addOpenApi } from './http/openapi.ts'
import { addRateLimit } from './http/rate-limit.ts'
import { addBriefRoutes } from './http/routes/brief-routes.ts'
import { addChangeRoutes } from './http/routes/change-routes.ts'
import { addChatRoutes } from './http/routes/chat-routes.ts'
import { addConversationRoutes } from './http/routes/conversation-routes.ts'
import { addDocumentChangeRoutes, addDocumentRoutes } from './http/routes/document-routes.ts'
import { addExampleRoutes } from './http/routes/example-routes.ts'
import { addIndicatorGroupRoutes } from './http/routes/indicator-group-routes.ts'
import { addIndicatorRoutes } from './http/routes/indicator-routes.ts'
import { addModelRoutes } from './http/routes/model-routes.ts'
import { addSearchRoutes } from './http/routes/search-routes.ts'
import { addStatusRoutes } from './http/routes/status-routes.ts'
import { addUploadRoutes } from './http/routes/upload-routes.ts'
import { addSecurityHeaders } from './http/security-headers.ts'
import { addStaticPage } from './http/static-page.ts'
import { addUploads, type UploadLimits } from './http/upload-reader.ts'
import { addMcpRoutes } from './integrations/mcp/mcp-routes.ts'
import { addMetrics } from './integrations/metrics/metrics-routes.ts'
import { addOpenAiRoutes } from './integrations/openai/openai-routes.ts'
import type { Services } from './services.ts'

export interface AppOptions {
  /** Host names, lower case and without a port, under which the server may be called. */
  readonly hostnames: ReadonlySet<string>
  /** Null: no token is asked for. */
  readonly authToken: string | null
  /** The folder of the built page. */
  readonly webDir: string
  readonly version: string
  readonly logger: FastifyBaseLogger | false
  /** Whether /metrics tells of the process too; once in a process. */
  readonly processMetrics?: boolean
  readonly limits?: Partial<AppLimits>
}

export interface AppLimits {
  readonly requestsPerMinute: number
  readonly authFailuresPerMinute: number
  readonly bodyBytes: number
  /** From the first byte of a request to its last. */
  readonly requestTimeoutMs: number
  /** How long a connection may be silent while a request is at work; above `requestTimeoutMs`, so that a slow request is told why it is closed. */
  readonly idleTimeoutMs: number
  /** The same where a language model may be at work on it, which may take minutes. */
  readonly modelIdleTimeoutMs: number
  readonly headersTimeoutMs: number
  readonly maxConnections: number
  /** How long a stopping server waits for its event streams to take their last event. */
  readonly finishStreamsMs: number
  readonly upload: UploadLimits
  readonly stream: EventStreamOptions
}

const LIMITS: AppLimits = {
  requestsPerMinute: 20_000,
  authFailuresPerMinute: 20,
  bodyBytes: 256 * 1024,
  requestTimeoutMs: 50_000,
  idleTimeoutMs: 60_000,
  modelIdleTimeoutMs: 300_000,
  headersTimeoutMs: 15_000,
  maxConnections: 1_000,
  finishStreamsMs: 2_000,
  upload: { maxFiles: MAX_UPLOAD_FILES, maxFileBytes: MAX_UPLOAD_FILE_BYTES, maxTotalBytes: MAX_UPLOAD_TOTAL_BYTES },
  stream: { heartbeatMs: 10_000, stallMs: 30_000 },
}

/** The whole server, not yet listening; closing it ends its event streams and stops the services' work, but leaves the services open. */
export async function buildApp(services: Services, options: AppOptions): Promise<App> {
  const limits = { ...LIMITS, ...options.limits }
  const app = createServer(options, services.model === null ? limits : { ...limits, idleTimeoutMs: limits.modelIdleTimeoutMs })
  const streams = createOpenStreams(limits.stream)
  let stopping = false

  app.setErrorHandler((error, request, reply) => sendError(error, request, reply))
  addSecurityHeaders(app)
  app.addHook('onRequest', async () => {
    if (stopping) throw new CodedError('server_stopping', '服务器正在停止。请等它重新启动后再试。', { retryAfterSeconds: 5 })
  })
  addHostCheck(app, options)
  await addRateLimit(app, limits.requestsPerMinute)
  addAuth(app, { token: options.authToken, maxFailuresPerMinute: limits.authFailuresPerMinute })
  app.addHook('preClose', async () => {
    stopping = true
    // Turns end with their own last event, which their streams pass on; streams of longer work are ended here.
    await Promise.all([services.turns.stop(), services.jobs.stop(), streams.finishAll(limits.finishStreamsMs)])
  })

  await addOpenApi(app, options.version, options.authToken !== null)
  await addUploads(app, limits.upload)
  addMetrics(app, services, streams, { version: options.version, process: options.processMetrics ?? false })
  addStatusRoutes(app, services)
  addModelRoutes(app, services)
  addChatRoutes(app, services, streams)
  addConversationRoutes(app, services)
  addDocumentRoutes(app, services)
  addDocumentChangeRoutes(app, services)
  addUploadRoutes(app, services, streams, limits.upload)
  addExampleRoutes(app, services)
  addBriefRoutes(app, services)
  addIndicatorRoutes(app, services)
  addIndicatorGroupRoutes(app, services)
  addSearchRoutes(app, services)
  addChangeRoutes(app, services)
  addMcpRoutes(app, services, options.version)
  await addOpenAiRoutes(app, services, streams)
  await addStaticPage(app, options.webDir)
  return app
}

function createServer({ logger }: AppOptions, limits: AppLimits): App {
  const app = fastify({
    ...(logger === false ? { logger: false } : { loggerInstance: logger }),
    logController: new fastify.LogController({ disableRequestLogging: true }),
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestTimeoutMs,
    connectionTimeout: limits.idleTimeoutMs,
    forceCloseConnections: true,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    http: { headersTimeout: limits.headersTimeoutMs, connectionsCheckingInterval: Math.min(5_000, limits.headersTimeoutMs) },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => {
      sendError(error, request, reply)
    },
  })
  const server: Server = app.server
  server.maxConnections = limits.maxConnections
  // One serialisation for JSON answers and event streams, so that both carry the same bytes; response schemas describe, tests check them.
  return app
    .setValidatorCompiler(TypeBoxValidatorCompiler)
    .setSerializerCompiler(() => (data) => JSON.stringify(data))
    .withTypeProvider()
}
