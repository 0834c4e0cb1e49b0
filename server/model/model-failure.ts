import { CodedError } from '../../ingest/corpus/coded-error.ts'

/** A failure of an endpoint as callers see it, and whether asking again may help. */
export interface ModelFailure {
  readonly error: CodedError
  readonly mayRetry: boolean
  /** What the endpoint asked to wait, in milliseconds; null where it did not say. */
  readonly retryAfterMs: number | null
}

export function modelTimeout(limit: 'first-byte' | 'idle' | 'total', ms: number): CodedError {
  const what = { 'first-byte': '没有开始回复', idle: '回复到一半没有了下文', total: '没有写完' }[limit]
  const seconds = Math.max(1, Math.round(ms / 1000))
  return new CodedError('model_timeout', `语言模型在 ${seconds} 秒内${what}。请稍后再试；经常这样时，请换用较快的模型，或请管理员检查模型服务。`, {
    limit,
    seconds,
  })
}

export function modelInterrupted(): CodedError {
  return new CodedError('model_interrupted', '语言模型的回复没有传完，连接就断了。请再问一次；经常这样时请管理员检查模型服务和网络。')
}

export function modelBadReply(): CodedError {
  return new CodedError(
    'model_bad_reply',
    '语言模型服务的回复不合接口规范，无法读取。请管理员检查 OPENAI_BASE_URL 是否指向 OpenAI 兼容接口（一般以 /v1 结尾）。',
  )
}

/** What an error of the client library has that tells what happened. Its text is never handed on: endpoints repeat keys and addresses in it. */
interface ClientError {
  readonly name?: unknown
  readonly message?: unknown
  readonly status?: unknown
  readonly headers?: unknown
  readonly cause?: unknown
  readonly code?: unknown
}

/** Translates what the client library or the network threw. */
export function describeModelFailure(thrown: unknown): ModelFailure {
  if (thrown instanceof CodedError) return { error: thrown, mayRetry: thrown.code === 'model_interrupted', retryAfterMs: null }
  const error: ClientError = typeof thrown === 'object' && thrown !== null ? thrown : {}
  const retryAfterMs = readRetryAfter(error.headers)
  if (isTooLong(error)) return { error: promptTooLong(), mayRetry: false, retryAfterMs }
  if (typeof error.status === 'number') return describeStatus(error.status, retryAfterMs)
  if (thrown instanceof SyntaxError) return { error: modelBadReply(), mayRetry: false, retryAfterMs }
  const reason = networkReason(error)
  if (error.name === 'TypeError' && error.message === 'terminated') return { error: modelInterrupted(), mayRetry: true, retryAfterMs }
  if (reason !== null) return { error: unreachable(reason), mayRetry: PASSING.has(reason), retryAfterMs }
  if (/connection error/i.test(String(error.message))) return { error: unreachable('connection'), mayRetry: false, retryAfterMs }
  return { error: modelFailed(null), mayRetry: false, retryAfterMs }
}

function describeStatus(status: number, retryAfterMs: number | null): ModelFailure {
  if (status === 401 || status === 403) return { error: unauthorized(status), mayRetry: false, retryAfterMs }
  if (status === 429 || status === 503) return { error: overloaded(status, retryAfterMs), mayRetry: true, retryAfterMs }
  return { error: modelFailed(status), mayRetry: status >= 500, retryAfterMs }
}

function isTooLong({ name, message, status, code }: ClientError): boolean {
  if (name === 'ContextOverflowError' || status === 413) return true
  return status === 400 && (/context/i.test(String(code)) || /context.{0,20}(?:size|length|window)|too (?:long|many tokens)/i.test(String(message)))
}

/** Network failures that pass by themselves. */
const PASSING: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'EAI_AGAIN'])
const MAX_CAUSES = 5

/** The code that the operating system, the resolver or TLS gave, looked for along the causes. */
function networkReason(error: ClientError): string | null {
  let at: ClientError = error
  for (let depth = 0; depth < MAX_CAUSES; depth += 1) {
    if (typeof at.code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(at.code)) return at.code
    if (typeof at.cause !== 'object' || at.cause === null) return null
    at = at.cause
  }
  return null
}

const MAX_RETRY_AFTER_MS = 3_600_000

function readRetryAfter(headers: unknown): number | null {
  const value = headers instanceof Headers ? headers.get('retry-after') : null
  if (value === null || value.trim() === '') return null
  const seconds = Number(value)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now()
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), MAX_RETRY_AFTER_MS) : null
}

function unreachable(reason: string): CodedError {
  const why = /^(?:ENOTFOUND|EAI_)/.test(reason)
    ? '找不到这个主机名'
    : /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(reason)
      ? '加密连接（TLS）没有建立，证书可能不受信任'
      : reason === 'ECONNREFUSED'
        ? '对方拒绝连接，模型服务可能没有启动'
        : '网络连接失败'
  return new CodedError('model_unreachable', `连不上语言模型服务：${why}。请管理员检查 OPENAI_BASE_URL 和模型服务是否在运行。`, { reason })
}

function unauthorized(status: number): CodedError {
  return new CodedError('model_unauthorized', '语言模型服务不接受配置的密钥。请管理员检查 OPENAI_API_KEY 是否正确、是否有权使用这个模型。', {
    status,
  })
}

function overloaded(status: number, retryAfterMs: number | null): CodedError {
  return new CodedError('model_overloaded', '语言模型服务太忙或用量已到上限，暂时不接受请求。请过一会儿再试。', {
    status,
    ...(retryAfterMs === null ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) }),
  })
}

function modelFailed(status: number | null): CodedError {
  const what = status === null ? '中途报错' : `返回了错误（HTTP ${status}）`
  const todo = status === 404 ? '请管理员检查 CHAT_MODEL 的名称和 OPENAI_BASE_URL。' : '请稍后再试；仍然不行时请管理员查看模型服务的日志。'
  return new CodedError('model_failed', `语言模型服务${what}。${todo}`, status === null ? {} : { status })
}

function promptTooLong(): CodedError {
  return new CodedError('model_prompt_too_long', '问题和资料加起来超过了语言模型一次能读的长度。请把问题问得具体些，或请管理员换用上下文更长的模型。')
}
