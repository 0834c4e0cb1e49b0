import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { CodedError } from '../ingest/corpus/coded-error.ts'
import { createProgressBar } from '../ingest/pipeline/progress-bar.ts'
import { type AskSession, createAskSession } from './ask/ask-session.ts'
import { type OpenForAsking, openForAsking } from './ask/open-for-asking.ts'
import { renderAnswer } from './ask/render-answer.ts'
import { CONFIG_CODES, CONFIG_EXIT_CODE, type Config, readConfig } from './config.ts'
import { fillUnserved } from './fill-unserved.ts'

const USAGE = `用法：npm run ask -- "问题" [--json] [--follow]
  --json    输出与接口 POST /api/chat 相同的 JSON，一问一行
  --follow  回答后继续从标准输入读取追问，一行一问，空行或 Ctrl+D 结束`
const USAGE_EXIT_CODE = 64

interface Request {
  readonly question: string
  readonly json: boolean
  readonly follow: boolean
}

async function main(): Promise<void> {
  const request = readArguments()
  if (request === null) {
    console.error(USAGE)
    process.exitCode = USAGE_EXIT_CODE
    return
  }
  try {
    const open = await openFilled(readConfig(process.cwd()))
    for (const reason of open.degraded) console.error(`提示：${reason}`)
    await converse(createAskSession(open.engine, open.snapshot), request)
    await open.close()
  } catch (error) {
    console.error(error instanceof CodedError ? error.message : `出了没有预料到的错误：${error instanceof Error ? error.message : String(error)}`)
    process.exit(error instanceof CodedError && CONFIG_CODES.has(error.code) ? CONFIG_EXIT_CODE : 1)
  }
}

function readArguments(): Request | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, follow: { type: 'boolean', default: false } },
    })
    const question = positionals.join(' ').trim()
    return question === '' && !values.follow ? null : { question, ...values }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** The library for reading; where it is empty and no server is at work on it, the seed documents are taken in first. */
async function openFilled(config: Config): Promise<OpenForAsking> {
  const open = await openForAsking(config, tellUnexpected)
  if (open !== null) return open
  const bar = createProgressBar(process.stderr)
  await fillUnserved(config, { onProgress: bar.show, onLine: (line) => console.error(line), onUnexpected: tellUnexpected }).finally(bar.stop)
  const filled = await openForAsking(config, tellUnexpected)
  if (filled === null) throw new CodedError('library_missing', '文库是空的，没有可以查询的文档。请先运行 npm run ingest -- 文件或文件夹，再提问。')
  return filled
}

function tellUnexpected(error: unknown): void {
  console.error(String(error))
}

async function converse(session: AskSession, { question, json, follow }: Request): Promise<void> {
  const show = async (asked: string) => {
    const answer = await session.ask(asked)
    process.stdout.write(json ? `${JSON.stringify(answer)}\n` : renderAnswer(answer))
  }
  if (question !== '') await show(question)
  if (!follow) return
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: process.stdin.isTTY ?? false, prompt: '\n追问> ' })
  if (process.stdin.isTTY) lines.prompt()
  for await (const line of lines) {
    if (line.trim() === '') break
    await show(line)
    if (process.stdin.isTTY) lines.prompt()
  }
  lines.close()
}

await main()
