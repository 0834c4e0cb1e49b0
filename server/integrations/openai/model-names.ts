import { CodedError } from '../../../ingest/corpus/coded-error.ts'
import type { ChatAnswer } from '../../contract/chat.ts'

/** The ways of answering as names of models: the server's own choice, without a language model, and with the configured one. */
const MODES: ReadonlyMap<string, ChatAnswer['mode'] | undefined> = new Map([
  ['youju', undefined],
  ['youju-extractive', 'extractive'],
  ['youju-llm', 'llm'],
])

/** @param model the configured language model's name, null where there is none */
export function modelNames(model: string | null): string[] {
  return [...MODES].filter(([, mode]) => mode !== 'llm' || model !== null).map(([name]) => name)
}

/**
 * @returns undefined where the server decides
 * @throws {CodedError} model_not_found
 */
export function modeOfModel(name: string, model: string | null): ChatAnswer['mode'] | undefined {
  const names = modelNames(model)
  if (names.includes(name)) return MODES.get(name)
  const why = name === 'youju-llm' ? '服务器没有配置语言模型，不能用 youju-llm' : `没有名为“${name.slice(0, 80)}”的模型`
  throw new CodedError('model_not_found', `${why}。可用的有：${names.join('、')}。`, { fields: ['model'] })
}
