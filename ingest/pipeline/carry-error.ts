import { CodedError } from '../corpus/coded-error.ts'
import type { CarriedError } from './worker-messages.ts'

export function carryError(error: unknown): CarriedError {
  if (error instanceof CodedError) return { code: error.code, message: error.message, details: error.details, stack: error.stack }
  if (error instanceof Error) return { code: null, message: error.message, details: {}, stack: error.stack }
  return { code: null, message: String(error), details: {}, stack: undefined }
}

export function revealError({ code, message, details, stack }: CarriedError): Error {
  const error = code === null ? new Error(message) : new CodedError(code, message, details)
  if (stack !== undefined) error.stack = stack
  return error
}
