import { CodedError } from '../corpus/coded-error.ts'

/** What went wrong at an embedding endpoint, and whether trying again may help. */
export class EndpointFailure extends CodedError {
  readonly retryable: boolean
  /** What the endpoint asked for, null where it did not. */
  readonly retryAfterMs: number | null

  constructor(code: keyof typeof MESSAGES, retryable: boolean, retryAfterMs: number | null = null, options?: ErrorOptions) {
    super(code, MESSAGES[code], {}, options)
    this.retryable = retryable
    this.retryAfterMs = retryAfterMs
  }
}

const MESSAGES = {
  embedding_unreachable: '连不上向量接口。请检查 OPENAI_BASE_URL 是否正确、接口服务是否在运行、网络是否通畅。',
  embedding_unauthorized: '向量接口拒绝了密钥。请检查 OPENAI_API_KEY 是否正确、有没有使用这个向量模型的权限。',
  embedding_overloaded: '向量接口忙不过来或额度已用完。请稍后再试，或检查接口的额度。',
  embedding_timeout: '向量接口没有在限定时间内答复。请检查接口服务是否正常，稍后再试。',
  embedding_refused: '向量接口不接受请求。请检查 EMBEDDING_MODEL 的名称、OPENAI_BASE_URL 的路径（通常以 /v1 结尾）。',
  embedding_bad_reply: '向量接口的答复不合格式：向量的数量、维数或数值不对。请检查 EMBEDDING_MODEL 是不是向量模型。',
} as const

/** Whether an error, also one that crossed a thread, says that an embedding endpoint failed; words can be searched without it. */
export function isEndpointFailure(error: unknown): error is CodedError {
  return error instanceof CodedError && Object.hasOwn(MESSAGES, error.code)
}
