import { type Static, Type } from 'typebox'
import { type ChatAnswer, ChatAnswer as ChatAnswerShape, Citation } from '../../contract/chat.ts'
import { countTokens, TOKEN_COUNTING } from './count-tokens.ts'

const Usage = Type.Object({
  prompt_tokens: Type.Integer(),
  completion_tokens: Type.Integer(),
  total_tokens: Type.Integer(),
})
export type Usage = Static<typeof Usage>

/** What an answer has beside its text and citations: outcome, what was understood, statements with their verdicts, tables, what is missing. */
const AnswerExtras = Type.Intersect([
  Type.Omit(ChatAnswerShape, ['conversationId', 'turnId', 'question', 'answer', 'citations']),
  Type.Object({ tokenCounting: Type.String({ description: 'How usage is counted' }) }),
])

export const Completion = Type.Object({
  id: Type.String(),
  object: Type.Literal('chat.completion'),
  created: Type.Integer(),
  model: Type.String(),
  system_fingerprint: Type.String({ description: 'The state of the library' }),
  choices: Type.Array(
    Type.Object({
      index: Type.Integer(),
      message: Type.Object({
        role: Type.Literal('assistant'),
        content: Type.String({ description: 'Markdown with [1] marks' }),
        refusal: Type.Null(),
        citations: Type.Array(Citation),
        youju: AnswerExtras,
      }),
      logprobs: Type.Null(),
      finish_reason: Type.Literal('stop'),
    }),
  ),
  usage: Usage,
})
export type Completion = Static<typeof Completion>

/** What all objects of one completion share. */
export interface CompletionHead {
  readonly turnId: string
  /** Seconds since 1970. */
  readonly created: number
  /** As the request named it. */
  readonly model: string
  readonly fingerprint: string
  /** All texts of the request's messages. */
  readonly prompt: readonly string[]
}

export function viewCompletion(head: CompletionHead, answer: ChatAnswer): Completion {
  return {
    ...viewHead(head),
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: answer.answer, refusal: null, citations: answer.citations, youju: extrasOf(answer) },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage: usageOf(head, answer),
  }
}

export function viewHead({ turnId, created, model, fingerprint }: CompletionHead) {
  return { id: `chatcmpl-${turnId}`, created, model, system_fingerprint: `fp_${fingerprint.slice(0, 12)}` }
}

export function usageOf({ prompt }: CompletionHead, { answer }: ChatAnswer): Usage {
  const [prompted, completed] = [countTokens(prompt), countTokens([answer])]
  return { prompt_tokens: prompted, completion_tokens: completed, total_tokens: prompted + completed }
}

export function extrasOf(chat: ChatAnswer): Static<typeof AnswerExtras> {
  const { conversationId: _conversation, turnId: _turn, question: _question, answer: _answer, citations: _citations, ...extras } = chat
  return { ...extras, tokenCounting: TOKEN_COUNTING }
}
