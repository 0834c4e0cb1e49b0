import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs, parseEnv } from 'node:util'
import { CodedError } from '../corpus/coded-error.ts'
import { createByteBar } from '../pipeline/progress-bar.ts'
import { openHubModel } from './hub-files.ts'
import { pullModel } from './pull-model.ts'

const USAGE = `用法：npm run models:pull -- 名称 [--full] [--to 文件夹]

从模型站点下载一个向量模型（名称如 BAAI/bge-small-zh-v1.5），逐个文件核对校验值；中断后再运行一次，接着下载。
  --full  下载未量化的 model.onnx（更大更慢，略准）；默认优先 model_quantized.onnx
  --to    放到哪个文件夹，默认 ./models/名称
站点由环境变量 HF_ENDPOINT 指定（可用镜像站点），需要登录的仓库另设 HF_TOKEN。`

/** Organisation and model, or a model alone; no part may lead out of the folder. */
const NAME = /^(?!\.)[\w.-]+(?:\/(?!\.)[\w.-]+)?$/

export interface PullSurroundings {
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly workingDir: string
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
}

interface Request {
  readonly name: string
  readonly full: boolean
  readonly to: string | undefined
}

/**
 * `npm run models:pull`.
 *
 * @returns the exit code: 0 all well, 1 when the model could not be fetched, 2 for a wrong call, 78 for a wrong setting
 */
export async function runPull(parameters: readonly string[], { variables, workingDir, stdout, stderr }: PullSurroundings): Promise<number> {
  const request = readRequest(parameters)
  if (request === null) {
    stderr.write(`${USAGE}\n`)
    return 2
  }
  const { name, full, to } = request
  const bar = createByteBar(stderr)
  try {
    const { endpoint, token } = readHubSettings(variables, workingDir)
    const folder = path.resolve(workingDir, to ?? path.join('models', name))
    await pullModel(openHubModel({ name, endpoint, token }), folder, { full, onProgress: bar.show })
    bar.stop()
    const shown = path.relative(workingDir, folder)
    stdout.write(`已下载 ${name}，校验无误。在 .env 中写入下面一行，重新启动后生效（会在后台重新计算向量）：\n`)
    stdout.write(`EMBEDDING_MODEL_DIR=${shown.startsWith('..') ? folder : `./${shown.split(path.sep).join('/')}`}\n`)
    return 0
  } catch (error) {
    bar.stop()
    if (!(error instanceof CodedError)) throw error
    stderr.write(`错误：${error.message}（${error.code}）\n`)
    return error.code === 'config_invalid' ? 78 : 1
  }
}

function readRequest(parameters: readonly string[]): Request | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: { full: { type: 'boolean', default: false }, to: { type: 'string' } },
    })
    const [name, ...more] = positionals
    return name === undefined || more.length > 0 || !NAME.test(name) ? null : { name, full: values.full, to: values.to }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** From the environment, and from the file `.env` in the working folder for what the environment does not say. @throws {CodedError} config_invalid */
function readHubSettings(variables: PullSurroundings['variables'], workingDir: string): { endpoint: string | null; token: string | null } {
  const file = path.join(workingDir, '.env')
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  const settingOf = (name: string): string | null => variables[name]?.trim() || fromFile[name]?.trim() || null
  const endpoint = settingOf('HF_ENDPOINT')
  if (endpoint !== null && !(/^https?:\/\//.test(endpoint) && URL.canParse(endpoint))) {
    const message = `环境变量 HF_ENDPOINT 的值“${endpoint}”不可用，应为以 http:// 或 https:// 开头的地址。请改正后重试。`
    throw new CodedError('config_invalid', message, { fields: ['HF_ENDPOINT'] })
  }
  const token = settingOf('HF_TOKEN')
  if (token !== null && !token.startsWith('hf_')) {
    throw new CodedError('config_invalid', '环境变量 HF_TOKEN 的值不可用，应以 hf_ 开头。请改正后重试。', { fields: ['HF_TOKEN'] })
  }
  return { endpoint, token }
}
