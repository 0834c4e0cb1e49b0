import { setTimeout as pause } from 'node:timers/promises'
import { ChatOpenAI } from '@langchain/openai'
import type { ChatModel, ModelRequest } from './chat-model.ts'
import { describeModelFailure, modelBadReply, modelInterrupted, modelTimeout } from './model-failure.ts'
import { MODEL_LIMITS, type ModelLimits } from './model-limits.ts'
import { untraced } from './untraced.ts'
import { withinLimits } from './within-limits.ts'

export interface ChatModelConfig {
  readonly model: string
  /** With its path, as http://127.0.0.1:8080/v1. */
  readonly baseUrl: string
  /** Null for endpoints that ask for none. */
  readonly apiKey: string | null
}

interface Piece {
  readonly text: string
  /** The endpoint said that the reply is over. */
  readonly isLast: boolean
}

/** The client library insists on a key. */
const NO_KEY = 'none'
/** Models that refuse any temperature but their own. */
const FIXED_TEMPERATURE = /^(?:o[0-9]|gpt-5)/

/**
 * A chat model behind an OpenAI-compatible endpoint, asked with temperature 0 where it lets itself be. Limits and retries are this file's; the client library's own are off.
 *
 * @param random for the spread of pauses between attempts
 */
export function createOpenAiChatModel(config: ChatModelConfig, limits: ModelLimits = MODEL_LIMITS, random: () => number = Math.random): ChatModel {
  return {
    name: config.model,
    async *stream(request, signal) {
      const deadline = performance.now() + limits.totalMs
      for (let attempt = 0; ; attempt += 1) {
        let begun = false
        try {
          for await (const text of readReply(config, limits, request, deadline, signal)) {
            begun = true
            yield text
          }
          return
        } catch (error) {
          signal?.throwIfAborted()
          const failure = describeModelFailure(error)
          if (begun || !failure.mayRetry || attempt >= limits.maxRetries) throw failure.error
          const waitMs = failure.retryAfterMs ?? limits.backOffMs * 2 ** attempt * (0.5 + random())
          if (performance.now() + waitMs >= deadline) throw failure.error
          await pauseFor(waitMs, signal)
        }
      }
    },
  }
}

/** One attempt. Ends without an error only where the endpoint said that the reply is whole. */
async function* readReply(
  config: ChatModelConfig,
  limits: ModelLimits,
  request: ModelRequest,
  deadline: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<string, void, undefined> {
  if (performance.now() >= deadline) throw modelTimeout('total', limits.totalMs)
  let isWhole = false
  let chars = 0
  for await (const { text, isLast } of withinLimits((closing) => openReply(config, request, closing), limits, deadline, signal)) {
    isWhole ||= isLast
    chars += text.length
    if (chars > limits.maxReplyChars) throw modelBadReply()
    if (text !== '') yield text
  }
  if (!isWhole) throw modelInterrupted()
}

async function* openReply(
  config: ChatModelConfig,
  { messages, maxTokens }: ModelRequest,
  signal: AbortSignal,
): AsyncGenerator<Piece, void, undefined> {
  const turns = messages.map(({ role, content }): [string, string] => [role, content])
  for await (const chunk of await createOpenAiClient(config, maxTokens).stream(turns, { signal, callbacks: [untraced()] })) {
    yield { text: typeof chunk.content === 'string' ? chunk.content : '', isLast: isFinished(chunk.response_metadata) }
  }
}

/** The library's own client, for its agents too. To be streamed from: asked for whole replies, it counts tokens with a table that it fetches from the network. */
export function createOpenAiClient(config: ChatModelConfig, maxTokens?: number): ChatOpenAI {
  return new ChatOpenAI({
    model: config.model,
    apiKey: config.apiKey ?? NO_KEY,
    ...(FIXED_TEMPERATURE.test(config.model) ? {} : { temperature: 0 }),
    maxRetries: 0,
    streaming: true,
    streamUsage: false,
    useResponsesApi: false,
    ...(maxTokens === undefined ? {} : { maxTokens }),
    configuration: { baseURL: config.baseUrl, organization: null, project: null, logLevel: 'off' },
  })
}

function isFinished({ finish_reason: reason }: { readonly finish_reason?: unknown }): boolean {
  return typeof reason === 'string' && reason !== ''
}

async function pauseFor(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await pause(ms, undefined, signal ? { signal } : {})
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  }
}
