import type { ChatModel } from './chat-model.ts'
import type { ResearchAgent } from './research-agent.ts'

/** The model that the settings name, and where it is. */
export interface ConfiguredModel {
  readonly chat: ChatModel
  /** The same model with tools in its hands. */
  readonly agent: ResearchAgent
  /** Host and port of the endpoint, for the reader. */
  readonly host: string
}

const DEFAULT_BASE_URL = 'https://api.openai.com/v1'

/** Loads the client libraries, which take a while and memory, only where a model is configured. Connects to nothing. */
export async function openChatModel(
  settings: { readonly model: string; readonly baseUrl: string | null; readonly apiKey: string | null } | null,
): Promise<ConfiguredModel | null> {
  if (settings === null) return null
  const [{ createOpenAiChatModel, createOpenAiClient }, { createLangchainAgent }] = await Promise.all([
    import('./openai-chat-model.ts'),
    import('./langchain-agent.ts'),
  ])
  const { model, apiKey } = settings
  const config = { model, apiKey, baseUrl: settings.baseUrl ?? DEFAULT_BASE_URL }
  return {
    chat: createOpenAiChatModel(config),
    agent: createLangchainAgent({ createModel: (maxTokens) => createOpenAiClient(config, maxTokens) }),
    host: new URL(config.baseUrl).host,
  }
}
