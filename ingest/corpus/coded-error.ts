/**
 * A failure that a user can do something about. `code` is stable and snake_case, `message` is Chinese and says what happened, why, and what to do.
 * `details` holds facts (sizes, names), never paths, keys or stack traces.
 */
export class CodedError extends Error {
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CodedError'
    this.code = code
    this.details = details
  }
}
