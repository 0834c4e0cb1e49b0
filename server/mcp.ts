import { CodedError } from '../ingest/corpus/coded-error.ts'
import { createProgressBar } from '../ingest/pipeline/progress-bar.ts'
import { CONFIG_CODES, CONFIG_EXIT_CODE, type Config, readConfig } from './config.ts'
import { fillUnserved } from './fill-unserved.ts'
import { createLibraryTools } from './integrations/mcp/library-tools.ts'
import { createMcpProtocol } from './integrations/mcp/mcp-protocol.ts'
import { openReadingLibrary } from './mcp/reading-library.ts'
import { programVersion } from './program-version.ts'

/** The Model Context Protocol over stdio: standard output carries the protocol alone, everything else goes to standard error. */
async function main(): Promise<void> {
  try {
    const config = readConfig(process.cwd())
    const onUnexpected = (error: unknown): void => console.error(error instanceof CodedError ? error.message : String(error))
    const library = openReadingLibrary(config, {
      fill: () => fill(config, onUnexpected),
      onDegraded: (reason) => console.error(`提示：${reason}`),
      onUnexpected,
    })
    const protocol = createMcpProtocol({ version: programVersion(), tools: createLibraryTools(), library, onUnexpected })
    const { promise: over, resolve: end } = endSignal()
    const connection = await protocol.connect(process.stdin, process.stdout, end)
    console.error('有据 MCP 已就绪，等待客户端的消息。')
    await over
    await connection.close()
    // What was being read or filled in needs no end: the library survives a hard one at any moment.
    process.exit(0)
  } catch (error) {
    console.error(error instanceof CodedError ? error.message : `出了没有预料到的错误：${error instanceof Error ? error.message : String(error)}`)
    process.exit(error instanceof CodedError && CONFIG_CODES.has(error.code) ? CONFIG_EXIT_CODE : 1)
  }
}

async function fill(config: Config, onUnexpected: (error: unknown) => void): Promise<void> {
  const bar = createProgressBar(process.stderr)
  await fillUnserved(config, { onProgress: bar.show, onLine: (line) => console.error(line), onUnexpected }).finally(bar.stop)
}

/** Resolves when the client has gone: its end of the input is closed, nobody reads the output, or a signal says so. */
function endSignal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  for (const event of ['end', 'close', 'error'] as const) process.stdin.once(event, resolve)
  process.stdout.once('error', resolve)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve)
  return { promise, resolve }
}

await main()
