import { type Static, Type } from 'typebox'
import type { CodedError } from '../../../ingest/corpus/coded-error.ts'
import { statusOfCode } from '../../http/error-catalog.ts'

/** A failure as OpenAI's API tells it. */
export const OpenAiError = Type.Object({
  error: Type.Object({
    /** Chinese: what happened, why, what to do. */
    message: Type.String(),
    type: Type.String(),
    /** The field that is wrong. */
    param: Type.Union([Type.String(), Type.Null()]),
    /** As in the rest of the API. */
    code: Type.String(),
  }),
})
export type OpenAiError = Static<typeof OpenAiError>

/** What every route of /v1 may answer besides its own statuses. */
export const OPENAI_FAILURES = { '4xx': OpenAiError, '5xx': OpenAiError } as const

/** Status and body of a failure. What is wrong with the request is 400 here, as OpenAI has it, and not 422. */
export function openAiErrorBody({ code, message, details }: Pick<CodedError, 'code' | 'message' | 'details'>): { status: number; body: OpenAiError } {
  const own = statusOfCode(code)
  const status = own === 422 ? 400 : own
  const fields = Array.isArray(details.fields) ? details.fields : []
  return { status, body: { error: { message, type: typeOfStatus(status), param: typeof fields[0] === 'string' ? fields[0] : null, code } } }
}

function typeOfStatus(status: number): string {
  switch (status) {
    case 401:
      return 'authentication_error'
    case 403:
      return 'permission_error'
    case 404:
      return 'not_found_error'
    case 429:
      return 'rate_limit_error'
    default:
      return status >= 500 ? 'server_error' : 'invalid_request_error'
  }
}
