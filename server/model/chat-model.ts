/** One message of a conversation with a language model. */
export interface ModelMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

export interface ModelRequest {
  readonly messages: readonly ModelMessage[]
  /** Tokens of the reply at most; the endpoint's own default where it is left out. */
  readonly maxTokens?: number
}

/**
 * A language model behind an OpenAI-compatible endpoint. What it says is never trusted: callers verify it.
 *
 * Failures are thrown as CodedError: model_unreachable (refused, unknown host, TLS), model_unauthorized (401, 403), model_overloaded (429, 503; retried first),
 * model_failed (other statuses, an error in the stream), model_timeout (first byte 15 s, idle 20 s, total 120 s), model_interrupted (ended before it was whole),
 * model_bad_reply (not what the protocol says), model_prompt_too_long. An abort by the caller's signal is thrown as that signal's reason.
 */
export interface ChatModel {
  /** The model's name at the endpoint. */
  readonly name: string
  /** The reply's text in pieces as they come. Leaving the loop, or an abort, closes the connection. */
  stream(request: ModelRequest, signal?: AbortSignal): AsyncIterable<string>
}
