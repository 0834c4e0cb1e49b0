import { CodedError } from '../ingest/corpus/coded-error.ts'
import { CONFIG_CODES, CONFIG_EXIT_CODE, type Config, readConfig } from './config.ts'
import { type RunningServer, startServer } from './start-server.ts'

/** The data folder survives a hard end at any moment, so that a stop that hangs may be cut off. */
const MAX_STOP_MS = 9_000

async function main(): Promise<void> {
  let config: Config | undefined
  try {
    config = readConfig(process.cwd())
    const server = await startServer(config, process.stderr)
    console.log(`有据已启动：${server.url}`)
    console.log('按 Ctrl+C 停止。')
    stopOnSignals(server)
  } catch (error) {
    fail(error, config)
    // Threads that a half-opened library left behind must not keep a process alive that has said why it ends.
    process.exit()
  }
}

function stopOnSignals(server: RunningServer): void {
  let stopping = false
  const stop = async () => {
    if (stopping) process.exit(130)
    stopping = true
    console.log('正在停止……')
    setTimeout(() => process.exit(0), MAX_STOP_MS).unref()
    try {
      await server.stop()
      console.log('已停止。')
      process.exit(0)
    } catch (error) {
      fail(error, undefined)
      process.exit()
    }
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
}

/** Says in Chinese why the program ends. Only an error that was not foreseen has more to tell, to those who ask for it. */
function fail(error: unknown, config: Config | undefined): void {
  if (error instanceof CodedError) console.error(error.message)
  else if (config?.logLevel === 'debug' || config?.logLevel === 'trace') console.error(error)
  else console.error(`启动时出了没有预料到的错误：${error instanceof Error ? error.message : String(error)}。设置 LOG_LEVEL=debug 后重试可看到详情。`)
  process.exitCode = error instanceof CodedError && CONFIG_CODES.has(error.code) ? CONFIG_EXIT_CODE : 1
}

await main()
