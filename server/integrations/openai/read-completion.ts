import { CodedError } from '../../../ingest/corpus/coded-error.ts'
import { MAX_QUESTION_CHARS } from '../../contract/chat.ts'
import type { ToldRequest } from '../../conversation/turn-desk.ts'
import type { CompletionMessage, CompletionRequest } from './completion-request.ts'
import { modeOfModel } from './model-names.ts'

/** Earlier questions that are read again, the latest ones: enough for any chain of follow-ups, and a bound on the work. */
export const MAX_EARLIER_QUESTIONS = 10

const ROLES: ReadonlySet<string> = new Set(['system', 'developer', 'user', 'assistant'])

/**
 * The question that a completion asks for, with the questions before it.
 *
 * @param model the configured language model's name, null where there is none
 * @throws {CodedError} model_not_found, unsupported_parameter, invalid_request, question_empty, question_too_long
 */
export function readCompletion(request: CompletionRequest, model: string | null): ToldRequest {
  const mode = modeOfModel(request.model, model)
  refuseUnsupported(request)
  for (const [index, { role }] of request.messages.entries()) {
    if (!ROLES.has(role))
      throw unsupported(`messages.${index}.role`, `消息的 role 只能是 system、developer、user 或 assistant，收到的是“${role.slice(0, 40)}”`)
  }
  const last = request.messages.length - 1
  const asked = request.messages[last]
  if (asked?.role !== 'user') {
    throw new CodedError('invalid_request', '最后一条消息应是用户的问题（role 为 user）。请把问题放在 messages 的最后。', {
      fields: [`messages.${last}.role`],
    })
  }
  const question = textOf(asked, last)
  if (question.trim() === '')
    throw new CodedError('question_empty', '问题是空的。请在最后一条消息里写下想问的内容。', { fields: [`messages.${last}.content`] })
  if (question.length > MAX_QUESTION_CHARS) {
    throw new CodedError('question_too_long', `问题太长，最多 ${MAX_QUESTION_CHARS} 个字。请只保留要问的内容；整篇材料请上传到文库。`, {
      fields: [`messages.${last}.content`],
      maxChars: MAX_QUESTION_CHARS,
    })
  }
  return { question, earlier: earlierQuestions(request.messages.slice(0, last)), ...(mode ? { mode } : {}) }
}

function earlierQuestions(messages: readonly CompletionMessage[]): string[] {
  return messages
    .flatMap((message, index) => (message.role === 'user' ? [textOf(message, index)] : []))
    .filter((text) => text.trim() !== '' && text.length <= MAX_QUESTION_CHARS)
    .slice(-MAX_EARLIER_QUESTIONS)
}

/** The text of a message, its parts joined by line breaks. */
function textOf({ content }: CompletionMessage, index: number): string {
  if (typeof content === 'string') return content
  return (content ?? [])
    .map(({ type, text }) => {
      if (type !== 'text' || text === undefined) {
        throw unsupported(`messages.${index}.content`, `消息里只能有文字（type 为 text），不能有“${type.slice(0, 40)}”`)
      }
      return text
    })
    .join('\n')
}

/** Everything that is written in the messages, for counting. */
export function textsOf(messages: readonly CompletionMessage[]): string[] {
  return messages.flatMap(({ content }) => (typeof content === 'string' ? [content] : (content ?? []).map(({ text }) => text ?? '')))
}

function refuseUnsupported(request: CompletionRequest): void {
  if (typeof request.n === 'number' && request.n !== 1) throw unsupported('n', '一次只给一个回答，n 只能是 1')
  if (isFilled(request.tools) || isFilled(request.functions))
    throw unsupported('tools', '不支持工具调用（tools、functions）。要让别的程序查文库，请用 MCP 接口 /mcp')
  if (isSet(request.tool_choice) && request.tool_choice !== 'none' && request.tool_choice !== 'auto') {
    throw unsupported('tool_choice', '不支持工具调用，tool_choice 只能是 none 或 auto')
  }
  if (request.logprobs === true) throw unsupported('logprobs', '没有词元概率可给，请去掉 logprobs')
  if (isSet(request.response_format) && typeOf(request.response_format) !== 'text') {
    throw unsupported('response_format', '回答是带引文的文字，response_format 只能是 text。需要结构化结果请用 POST /api/chat')
  }
  if (Array.isArray(request.modalities) && request.modalities.some((modality) => modality !== 'text')) {
    throw unsupported('modalities', '只能给出文字，modalities 只能是 ["text"]')
  }
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null
}

function isFilled(value: unknown): boolean {
  return isSet(value) && !(Array.isArray(value) && value.length === 0)
}

function typeOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
}

function unsupported(field: string, why: string): CodedError {
  return new CodedError('unsupported_parameter', `${why}。请改正后重试，其余参数可以照常带上。`, { fields: [field] })
}
