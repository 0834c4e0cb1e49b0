import { Type } from 'typebox'
import { CodedError } from '../../../ingest/corpus/coded-error.ts'
import type { App } from '../../http/app-instance.ts'
import { sendError } from '../../http/error-reply.ts'
import { FAILURES } from '../../http/failure-responses.ts'
import type { Services } from '../../services.ts'
import { createLibraryTools } from './library-tools.ts'
import { createMcpProtocol } from './mcp-protocol.ts'
import { createServiceLibrary } from './service-library.ts'

const tags = ['mcp']

/** The Model Context Protocol over streamable HTTP, without sessions: nothing is held between two requests. */
export function addMcpRoutes(app: App, services: Services, version: string): void {
  const protocol = createMcpProtocol({
    version,
    tools: createLibraryTools(),
    library: createServiceLibrary(services),
    onUnexpected: (error) => app.log.error({ err: error }, 'unforeseen error of an MCP tool'),
  })

  app.post(
    '/mcp',
    {
      schema: {
        tags,
        summary: 'One message of the Model Context Protocol (streamable HTTP, stateless)',
        description: 'Tools: ask, search, read_document, lookup_indicator, write_brief. Answers are server-sent events of JSON-RPC messages.',
        consumes: ['application/json'],
        body: Type.Unknown({ description: 'A JSON-RPC message' }),
        response: {
          200: Type.Unknown({ description: 'text/event-stream of JSON-RPC messages' }),
          202: Type.Null({ description: 'A notification was taken' }),
          ...FAILURES,
        },
      },
    },
    async ({ headers, body }, reply) => {
      const over = new AbortController()
      reply.raw.once('close', () => over.abort(new CodedError('answer_interrupted', '连接断开，没有做完。请重新提交。')))
      const known = ['accept', 'content-type', 'mcp-protocol-version', 'mcp-session-id'].flatMap((name) => {
        const value = headers[name]
        return typeof value === 'string' ? [[name, value] as const] : []
      })
      return reply.send(await protocol.answer(Object.fromEntries(known), body, over.signal))
    },
  )

  for (const method of ['GET', 'DELETE'] as const) {
    app.route({
      method,
      url: '/mcp',
      schema: { tags, summary: 'Not offered: there are no sessions and no messages of the server’s own', response: { ...FAILURES } },
      handler: (request, reply) => {
        const message = 'MCP 接口只接受 POST：每个请求各自独立，没有会话可以订阅或结束。'
        sendError(new CodedError('method_not_allowed', message), request, reply.header('allow', 'POST'))
      },
    })
  }
}
