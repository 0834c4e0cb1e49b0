import type { ChatModel } from './chat-model.ts'

const CHECK_TOKENS = 16

/**
 * Asks the model for a word.
 *
 * @returns milliseconds until its reply was whole
 * @throws {CodedError} as ChatModel does
 */
export async function checkModel(model: ChatModel, signal?: AbortSignal): Promise<number> {
  const started = performance.now()
  for await (const _piece of model.stream({ messages: [{ role: 'user', content: '请只回复一个字：好' }], maxTokens: CHECK_TOKENS }, signal)) {
    // What it says does not matter.
  }
  return Math.round(performance.now() - started)
}
