import type { ChatModel } from './chat-model.ts'
import type { ChatModelConfig } from './openai-chat-model.ts'

/** The model that the settings name, and where it is. */
export interface ConfiguredModel {
  readonly chat: ChatModel
  /** Host and port of the endpoint, for the reader. */
  readonly host: string
  /** With the key: for this program's own adapters, never to be shown. */
  readonly config: ChatModelConfig
}

const DEFAULT_BASE_URL = 'https://api.openai.com/v1'

/** Loads the client library, which takes a while and memory, only where a model is configured. Connects to nothing. */
export async function openChatModel(
  settings: { readonly model: string; readonly baseUrl: string | null; readonly apiKey: string | null } | null,
): Promise<ConfiguredModel | null> {
  if (settings === null) return null
  const { createOpenAiChatModel } = await import('./openai-chat-model.ts')
  const config = { ...settings, baseUrl: settings.baseUrl ?? DEFAULT_BASE_URL }
  return { chat: createOpenAiChatModel(config), host: new URL(config.baseUrl).host, config }
}
