import { type Static, Type } from 'typebox'

const Part = Type.Object({ type: Type.String(), text: Type.Optional(Type.String()) })

const Message = Type.Object({
  /** system and developer are accepted and not followed; assistant is accepted and not read. */
  role: Type.String(),
  content: Type.Optional(Type.Union([Type.String(), Type.Array(Part), Type.Null()])),
})
export type CompletionMessage = Static<typeof Message>

const orNull = <T extends ReturnType<typeof Type.Boolean> | ReturnType<typeof Type.Integer>>(type: T) =>
  Type.Optional(Type.Union([type, Type.Null()]))

/**
 * The body of POST /v1/chat/completions. Parameters that are not named here, and those that steer a model's sampling (temperature, max_tokens, stop …), are accepted
 * and have no effect: an answer is as long as its sources make it. What would be expected to change the shape of the answer is refused.
 */
export const CompletionRequest = Type.Object({
  model: Type.String({ minLength: 1, maxLength: 200, description: 'youju, youju-extractive, or youju-llm where a language model is configured' }),
  messages: Type.Array(Message, {
    minItems: 1,
    maxItems: 2_000,
    description: 'The last one is the question; earlier user messages make it complete.',
  }),
  stream: orNull(Type.Boolean()),
  stream_options: Type.Optional(Type.Union([Type.Object({ include_usage: orNull(Type.Boolean()) }), Type.Null()])),
  n: orNull(Type.Integer()),
  logprobs: orNull(Type.Boolean()),
  tools: Type.Optional(Type.Unknown()),
  functions: Type.Optional(Type.Unknown()),
  tool_choice: Type.Optional(Type.Unknown()),
  response_format: Type.Optional(Type.Unknown()),
  modalities: Type.Optional(Type.Unknown()),
})
export type CompletionRequest = Static<typeof CompletionRequest>
