/** How long a model is waited for, and how often it is asked again. Times in milliseconds. */
export interface ModelLimits {
  /** From the request to the first event of the reply; anew for each attempt. */
  readonly firstByteMs: number
  /** Between two events of the reply. */
  readonly idleMs: number
  /** From the request to the reply's end, attempts and pauses between them included. */
  readonly totalMs: number
  /** Attempts after the first one, made only while nothing of the reply has been handed on. */
  readonly maxRetries: number
  /** Pause before the first retry; doubled for the next, and up to half of it more or less by chance. An endpoint's Retry-After goes before it. */
  readonly backOffMs: number
  readonly maxReplyChars: number
}

export const MODEL_LIMITS: ModelLimits = {
  firstByteMs: 15_000,
  idleMs: 20_000,
  totalMs: 120_000,
  maxRetries: 2,
  backOffMs: 500,
  maxReplyChars: 40_000,
}
