import type { Readable, Writable } from 'node:stream'
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js'
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv'
import { CodedError } from '../../../ingest/corpus/coded-error.ts'
import type { LibraryTool } from './library-tool.ts'
import type { ToolLibrary } from './tool-library.ts'

export interface McpOptions {
  readonly version: string
  readonly tools: readonly LibraryTool[]
  readonly library: ToolLibrary
  /** Told of what was not foreseen; the caller is told in words that it happened. */
  readonly onUnexpected: (error: unknown) => void
}

/** The Model Context Protocol over a library's tools. */
export interface McpProtocol {
  /**
   * Answers one POST of the streamable HTTP transport. Nothing is held between requests (no sessions): each has its own server, which ends with `signal`.
   *
   * @param body the parsed JSON
   */
  answer(headers: Readonly<Record<string, string>>, body: unknown, signal: AbortSignal): Promise<Response>
  /** Speaks over a pair of streams, one message a line, until `close` is called. `onClose` is called when the protocol ends by itself. */
  connect(input: Readable, output: Writable, onClose: () => void): Promise<{ close(): Promise<void> }>
}

const INSTRUCTIONS =
  '有据：政府工作报告、计划、政策等文件的文库。先用 ask 直接提问（回答每句带出处），要核对或细读用 search、read_document，要数据用 lookup_indicator，要成稿用 write_brief。引用时请带上给出的出处；文库没有的不要补。'
const MAX_LINE_BYTES = 1024 * 1024

/** The only file that knows the protocol's library. */
export function createMcpProtocol({ version, tools, library, onUnexpected }: McpOptions): McpProtocol {
  const listed = tools.map(viewTool)
  const byName = new Map(tools.map((tool) => [tool.name, tool]))
  // The library makes one a server otherwise; nothing is validated with it here.
  const jsonSchemaValidator = new AjvJsonSchemaValidator()

  function createServer(): Server {
    const server = new Server(
      { name: 'youju', title: '有据', version },
      { capabilities: { tools: {} }, instructions: INSTRUCTIONS, jsonSchemaValidator },
    )
    server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: listed }))
    server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
      const tool = byName.get(params.name)
      if (tool === undefined) {
        const names = tools.map(({ name }) => name).join('、')
        throw new McpError(ErrorCode.InvalidParams, `没有名为“${params.name.slice(0, 80)}”的工具，可用的有：${names}`)
      }
      return call(tool, params.arguments, signal)
    })
    return server
  }

  async function call(tool: LibraryTool, args: unknown, signal: AbortSignal): Promise<CallToolResult> {
    try {
      const { structured, text } = await tool.run(args, library, signal)
      return { content: [{ type: 'text', text }], structuredContent: structured }
    } catch (error) {
      // A call that was cancelled gets no answer any more.
      if (error instanceof CodedError) return failure(error)
      if (!signal.aborted) onUnexpected(error)
      return failure(
        new CodedError('internal_error', `工具 ${tool.name} 出了没有预料到的错误，已记入日志。请换一种问法再试；仍然不行时请告诉管理员。`),
      )
    }
  }

  return {
    async answer(headers, body, signal) {
      const transport = new WebStandardStreamableHTTPServerTransport({ keepAliveMs: 10_000 })
      const server = createServer()
      await server.connect(transport)
      const end = () => void server.close().catch(onUnexpected)
      signal.addEventListener('abort', end, { once: true })
      if (signal.aborted) end()
      return transport.handleRequest(new Request('http://localhost/mcp', { method: 'POST', headers: { ...headers } }), { parsedBody: body })
    },
    async connect(input, output, onClose) {
      const server = createServer()
      server.onclose = onClose
      server.onerror = onUnexpected
      await server.connect(new StdioServerTransport(input, output, { maxBufferSize: MAX_LINE_BYTES }))
      return { close: () => server.close() }
    },
  }
}

function viewTool({ name, title, description, inputSchema, outputSchema, readOnly }: LibraryTool): Tool {
  return {
    name,
    title,
    description,
    inputSchema: asJsonSchema(inputSchema),
    outputSchema: asJsonSchema(outputSchema),
    annotations: { title, readOnlyHint: readOnly, destructiveHint: false, idempotentHint: readOnly, openWorldHint: false },
  }
}

/** A TypeBox schema as the JSON Schema that it is, without what only this process sees of it. */
function asJsonSchema(schema: LibraryTool['inputSchema']): Tool['inputSchema'] {
  return JSON.parse(JSON.stringify(schema)) as Tool['inputSchema']
}

function failure({ code, message, details }: CodedError): CallToolResult {
  return { isError: true, content: [{ type: 'text', text: message }], _meta: { 'youju/error': { code, details } } }
}
