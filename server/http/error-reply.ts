import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { ErrorBody } from '../contract/errors.ts'
import { isCatalogued, statusOfCode } from './error-catalog.ts'
import { describeViolations } from './validation-message.ts'

/** Errors of Fastify and its plugins, by their code, as errors of this program. */
const FRAMEWORK_ERRORS: Readonly<Record<string, () => CodedError>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: malformedJson,
  FST_ERR_CTP_EMPTY_JSON_BODY: malformedJson,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: unsupportedMediaType,
  FST_INVALID_MULTIPART_CONTENT_TYPE: unsupportedMediaType,
  FST_ERR_CTP_BODY_TOO_LARGE: () => new CodedError('body_too_large', '请求正文太大，没有处理。请缩短内容后重试；整篇材料请上传到文库。'),
  FST_ERR_MAX_PARAM_LENGTH: () => new CodedError('uri_too_long', '地址太长，无法处理。请检查链接是否完整、正确。'),
  FST_ERR_BAD_URL: () => new CodedError('bad_request', '地址中有无法识别的字符。请检查链接是否完整、正确。'),
}

function malformedJson(): CodedError {
  return new CodedError('malformed_json', '请求正文不是正确的 JSON，无法读取。请检查引号、逗号和括号是否成对，并使用 UTF-8 编码。')
}

function unsupportedMediaType(): CodedError {
  return new CodedError('unsupported_media_type', '不支持这种 Content-Type。提问等接口请用 application/json，上传文件请用 multipart/form-data。')
}

/** Any failure as one with a code. What was not foreseen becomes internal_error and tells nothing of itself. */
export function toCodedError(error: unknown, requestId: string): CodedError {
  if (error instanceof CodedError && isCatalogued(error.code)) return error
  if (isFastifyError(error)) {
    if (error.validation) return describeViolations(error.validation, error.validationContext)
    const known = FRAMEWORK_ERRORS[error.code]
    if (known) return known()
    if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
      return error instanceof SyntaxError
        ? malformedJson()
        : new CodedError('bad_request', '请求的格式不对，无法处理。请对照接口说明（/docs）检查后重试。')
    }
  }
  return new CodedError('internal_error', '服务器出了没有预料到的错误，已记入日志。请重试；仍然不行时请把编号告诉管理员。', { requestId })
}

function isFastifyError(error: unknown): error is Partial<FastifyError> & Error & { code: string } {
  return error instanceof Error && ('code' in error || 'statusCode' in error)
}

export function errorBody({ code, message, details }: CodedError): ErrorBody {
  return { error: { code, message, details } }
}

/** An error in the shape of another program's protocol. */
export type ErrorView = (error: CodedError) => { readonly status: number; readonly body: unknown }

const OWN_VIEW: ErrorView = (error) => ({ status: statusOfCode(error.code), body: errorBody(error) })

/** Answers with an error, in the one shape that the API has unless another is asked for. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply, view: ErrorView = OWN_VIEW): FastifyReply {
  const coded = toCodedError(error, request.id)
  if (coded.code === 'internal_error') request.log.error({ err: error }, 'unforeseen error')
  else request.log.debug({ err: error }, coded.code)
  const { retryAfterSeconds } = coded.details
  if (typeof retryAfterSeconds === 'number') reply.header('retry-after', String(Math.ceil(retryAfterSeconds)))
  if (coded.code === 'unauthorized') reply.header('www-authenticate', 'Bearer')
  const { status, body } = view(coded)
  return reply.code(status).type('application/json; charset=utf-8').send(body)
}
