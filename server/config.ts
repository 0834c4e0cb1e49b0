import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { CodedError } from '../ingest/corpus/coded-error.ts'

/** sysexits.h EX_CONFIG: the process stops with it when a setting is wrong. */
export const CONFIG_EXIT_CODE = 78

/** Codes of failures that a wrong setting causes. */
export const CONFIG_CODES: ReadonlySet<string> = new Set(['config_invalid', 'bad_model_dir'])

const MIN_TOKEN_CHARS = 16

/** One row a variable: its default, its shape, and in Chinese what it must look like. `.env.example` lists the same names in the same order. */
const VARIABLES = {
  HOST: { fallback: '127.0.0.1', schema: Type.String({ pattern: '^[0-9A-Za-z.:_-]+$' }), expected: '主机名或 IP 地址，例如 127.0.0.1' },
  PORT: { fallback: '3000', schema: Type.String({ pattern: '^[0-9]{1,5}$' }), expected: '0 到 65535 之间的整数（0 表示任选空闲端口）' },
  DATA_DIR: { fallback: './data', schema: Type.String({ pattern: '^[^\\0]+$' }), expected: '一个可写的文件夹路径' },
  SEEDS_DIR: { fallback: './seeds/documents', schema: Type.String({ pattern: '^[^\\0]+$' }), expected: '一个文件夹路径' },
  AUTH_TOKEN: {
    fallback: '',
    schema: Type.String({ pattern: `^$|^[\\x21-\\x7e]{${MIN_TOKEN_CHARS},}$` }),
    expected: `至少 ${MIN_TOKEN_CHARS} 个字符的口令，只含英文字母、数字和符号，没有空格`,
  },
  ALLOWED_HOSTS: { fallback: '', schema: Type.String({ pattern: '^[0-9A-Za-z.:_, -]*$' }), expected: '用逗号分开的主机名，例如 youju.example.cn' },
  OPENAI_API_KEY: { fallback: '', schema: Type.String(), expected: '接口密钥' },
  OPENAI_BASE_URL: { fallback: '', schema: Type.String({ pattern: '^$|^https?://' }), expected: '以 http:// 或 https:// 开头的地址' },
  CHAT_MODEL: { fallback: '', schema: Type.String(), expected: '模型名称' },
  CHAT_CONTEXT_TOKENS: { fallback: '4096', schema: Type.String({ pattern: '^[0-9]{4,7}$' }), expected: '2048 到 1000000 之间的整数' },
  EMBEDDING: { fallback: 'local', schema: Type.String({ pattern: '^(local|openai|none)$' }), expected: 'local、openai 或 none' },
  EMBEDDING_MODEL_DIR: { fallback: '', schema: Type.String({ pattern: '^[^\\0]*$' }), expected: '向量模型所在的文件夹路径' },
  EMBEDDING_MODEL: { fallback: '', schema: Type.String(), expected: '向量接口的模型名称' },
  LOG_LEVEL: {
    fallback: 'warn',
    schema: Type.String({ pattern: '^(silent|fatal|error|warn|info|debug|trace)$' }),
    expected: 'silent、error、warn、info 或 debug',
  },
} as const

type VariableName = keyof typeof VARIABLES
const VARIABLE_NAMES = Object.keys(VARIABLES) as VariableName[]
const Environment = Type.Object(Object.fromEntries(VARIABLE_NAMES.map((name) => [name, VARIABLES[name].schema])) as VariableSchemas)
type VariableSchemas = { readonly [name in VariableName]: ReturnType<typeof Type.String> }
type Environment = Static<typeof Environment>

/** The program's settings, read once at the start. Paths are absolute; what was not given is null. */
export interface Config {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly dataDir: string
  readonly seedsDir: string
  readonly authToken: string | null
  /** Host names under which the program may be reached besides `host` and this machine's own. */
  readonly allowedHosts: readonly string[]
  readonly llm: {
    readonly apiKey: string | null
    readonly baseUrl: string | null
    readonly model: string
    /** What the model reads and writes at one time, in tokens. */
    readonly contextTokens: number
  } | null
  readonly embedding: 'local' | 'openai' | 'none'
  /** Null: the encoder shipped in the repository. */
  readonly embeddingModelDir: string | null
  /** Set when `embedding` is openai. */
  readonly embeddingEndpoint: { readonly apiKey: string | null; readonly baseUrl: string | null; readonly model: string } | null
  readonly logLevel: string
}

/** Whether only this machine can reach an address. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'))
}

/**
 * Reads the settings. An empty variable counts as not given; paths are taken from `workingDir`.
 *
 * @throws {CodedError} config_invalid naming every bad field at once, in `details.fields`
 */
export function parseConfig(variables: Readonly<Record<string, string | undefined>>, workingDir: string): Config {
  const environment = Object.fromEntries(VARIABLE_NAMES.map((name) => [name, variables[name]?.trim() || VARIABLES[name].fallback])) as Environment
  const problems = [...shapeProblems(environment), ...ruleProblems(environment)]
  if (problems.length > 0) {
    const lines = problems.map(({ field, message }) => `  ${field}：${message}`)
    throw new CodedError('config_invalid', `配置有误，程序没有启动。请改正下列环境变量（或 .env 文件中的同名行）后重试：\n${lines.join('\n')}`, {
      fields: problems.map(({ field }) => field),
    })
  }
  return toConfig(environment, workingDir)
}

interface Problem {
  readonly field: VariableName
  readonly message: string
}

function shapeProblems(environment: Environment): Problem[] {
  const bad = new Set(
    Compile(Environment)
      .Errors(environment)
      .map((error) => error.instancePath.slice(1)),
  )
  return VARIABLE_NAMES.filter((name) => bad.has(name)).map((field) => ({
    field,
    message: `${shownValue(field, environment[field])}不可用，应为${VARIABLES[field].expected}。`,
  }))
}

/** Rules that a pattern cannot say, on fields whose own shape is right. */
function ruleProblems(environment: Environment): Problem[] {
  const problems: Problem[] = []
  if (/^[0-9]{5}$/.test(environment.PORT) && Number(environment.PORT) > 65535) {
    problems.push({ field: 'PORT', message: `“${environment.PORT}”不可用，应为${VARIABLES.PORT.expected}。` })
  }
  if (/^[0-9]{4,7}$/.test(environment.CHAT_CONTEXT_TOKENS)) {
    const tokens = Number(environment.CHAT_CONTEXT_TOKENS)
    if (tokens < 2_048 || tokens > 1_000_000) {
      problems.push({ field: 'CHAT_CONTEXT_TOKENS', message: `“${tokens}”不可用，应为${VARIABLES.CHAT_CONTEXT_TOKENS.expected}。` })
    }
  }
  if (!isLoopbackHost(environment.HOST) && environment.AUTH_TOKEN === '') {
    problems.push({
      field: 'AUTH_TOKEN',
      message: `HOST 设为“${environment.HOST}”后别的机器也能访问，必须同时设置 AUTH_TOKEN（${VARIABLES.AUTH_TOKEN.expected}）；只在本机使用请把 HOST 改回 127.0.0.1。`,
    })
  }
  if (environment.OPENAI_BASE_URL !== '' && !URL.canParse(environment.OPENAI_BASE_URL)) {
    problems.push({ field: 'OPENAI_BASE_URL', message: `“${environment.OPENAI_BASE_URL}”不可用，应为${VARIABLES.OPENAI_BASE_URL.expected}。` })
  }
  if (environment.EMBEDDING === 'openai') {
    if (environment.EMBEDDING_MODEL === '') {
      problems.push({ field: 'EMBEDDING_MODEL', message: 'EMBEDDING 设为 openai 时必须填写向量接口的模型名称。' })
    }
    if (environment.OPENAI_BASE_URL === '' && environment.OPENAI_API_KEY === '') {
      problems.push({ field: 'OPENAI_BASE_URL', message: 'EMBEDDING 设为 openai 时，OPENAI_BASE_URL 和 OPENAI_API_KEY 至少要填一个。' })
    }
  }
  return problems
}

function toConfig(environment: Environment, workingDir: string): Config {
  const orNull = (value: string) => (value === '' ? null : value)
  const llmConfigured = environment.CHAT_MODEL !== '' && (environment.OPENAI_BASE_URL !== '' || environment.OPENAI_API_KEY !== '')
  return {
    host: environment.HOST,
    port: Number(environment.PORT),
    dataDir: path.resolve(workingDir, environment.DATA_DIR),
    seedsDir: path.resolve(workingDir, environment.SEEDS_DIR),
    authToken: orNull(environment.AUTH_TOKEN),
    allowedHosts: environment.ALLOWED_HOSTS.split(',')
      .map((host) => host.trim().toLowerCase())
      .filter((host) => host !== ''),
    llm: llmConfigured
      ? {
          apiKey: orNull(environment.OPENAI_API_KEY),
          baseUrl: orNull(environment.OPENAI_BASE_URL),
          model: environment.CHAT_MODEL,
          contextTokens: Number(environment.CHAT_CONTEXT_TOKENS),
        }
      : null,
    embedding: environment.EMBEDDING as Config['embedding'],
    embeddingModelDir: environment.EMBEDDING_MODEL_DIR === '' ? null : path.resolve(workingDir, environment.EMBEDDING_MODEL_DIR),
    embeddingEndpoint:
      environment.EMBEDDING === 'openai'
        ? { apiKey: orNull(environment.OPENAI_API_KEY), baseUrl: orNull(environment.OPENAI_BASE_URL), model: environment.EMBEDDING_MODEL }
        : null,
    logLevel: environment.LOG_LEVEL,
  }
}

/** What was given, for the message; a secret is never repeated. */
function shownValue(field: VariableName, value: string): string {
  return field === 'AUTH_TOKEN' || field === 'OPENAI_API_KEY' ? '给出的值' : `“${value}”`
}

/**
 * The settings of this process: the `.env` file of the working directory where there is one, the environment over it.
 *
 * @throws {CodedError} config_invalid
 */
export function readConfig(workingDir: string, variables: Readonly<Record<string, string | undefined>> = process.env): Config {
  return parseConfig({ ...readEnvFile(path.join(workingDir, '.env')), ...variables }, workingDir)
}

function readEnvFile(file: string): Record<string, string | undefined> {
  try {
    return parseEnv(readFileSync(file, 'utf8')) as Record<string, string | undefined>
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw new CodedError(
      'config_invalid',
      '读不出当前文件夹中的 .env 文件。请检查它是不是文本文件、当前用户有没有读取权限。',
      { fields: ['.env'] },
      { cause: error },
    )
  }
}
