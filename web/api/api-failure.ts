import type { ErrorBody } from '../../server/contract/errors.ts'

/** A request that did not succeed. `message` is Chinese and fit to be shown; `status` is 0 when no answer came at all. */
export class ApiFailure extends Error {
  readonly status: number
  readonly code: string
  /** What the server sent, where it was JSON. */
  readonly body: unknown

  constructor(status: number, code: string, message: string, options: ErrorOptions & { readonly body?: unknown } = {}) {
    super(message, options)
    this.name = 'ApiFailure'
    this.status = status
    this.code = code
    this.body = options.body ?? null
  }
}

/** The failure that stands for "no answer came": the service is down or the network is gone. */
export function unreachable(cause: unknown): ApiFailure {
  return new ApiFailure(0, 'unreachable', '连不上有据的服务。请确认服务仍在运行、网络没有断开，然后重试。', { cause })
}

/** Reads the API's error body; an answer of another shape (a proxy's page, say) is described by its status. */
export async function readFailure(response: Response): Promise<ApiFailure> {
  const body: unknown = await response.json().catch(() => null)
  if (isErrorBody(body)) return new ApiFailure(response.status, body.error.code, body.error.message)
  return new ApiFailure(
    response.status,
    'unexpected_response',
    `服务返回了状态 ${response.status}，没有说明原因。请稍后重试；若一直如此，请联系管理员。`,
    { body },
  )
}

/** Any thrown value as a failure that can be shown. */
export function toFailure(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error
  return new ApiFailure(0, 'page_error', '页面处理结果时出错。请刷新页面后重试。', { cause: error })
}

export function isErrorBody(body: unknown): body is ErrorBody {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false
  const { error } = body
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string' &&
    'message' in error &&
    typeof error.message === 'string'
  )
}
