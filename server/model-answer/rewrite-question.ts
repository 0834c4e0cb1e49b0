import type { ComposedAnswer } from '../answer/context/answer-engine.ts'
import type { Understood } from '../contract/chat.ts'
import type { ChatModel } from '../model/chat-model.ts'
import type { Retriever } from '../retrieval/retriever.ts'
import { rewriteMessages } from './answer-prompt.ts'
import { cleanForPrompt } from './clean-for-prompt.ts'

const REWRITE_TOKENS = 80
const MAX_CHARS = 80
const MIN_CHARS = 5
/** A question in other words means the same: their vectors are near, and what it found is near the question that was asked. */
const MIN_LIKENESS = 0.6
const MIN_LIKENESS_OF_ANSWER = 0.4

/** Refusals by what the question asks for: no other words would find a year, a place or a document that is not there, nor make a premise true. */
const SLOT_MISSING = /^(?:年份|地区|文件信息|文档|要查的事项)|的解释$/

/**
 * May other words help? Only where the extractive engine searched and found nothing, without being able to name what is missing.
 */
export function mayRewrite({ outcome, missing = [], reason = '' }: ComposedAnswer): boolean {
  return outcome === 'abstained' && !missing.some((what) => SLOT_MISSING.test(what)) && reason.startsWith('在文库中查找了')
}

/**
 * The question as papers would put it.
 *
 * @returns null where the model's reply is no such question: another year, a figure or a place of its own, too long, the same again, or of another meaning
 * @throws {CodedError} as ChatModel does
 */
export async function rewriteQuestion(model: ChatModel, retriever: Retriever, understood: Understood, signal: AbortSignal): Promise<string | null> {
  const { question } = understood
  let reply = ''
  for await (const piece of model.stream({ messages: rewriteMessages(question), maxTokens: REWRITE_TOKENS }, signal)) {
    reply += piece
    if (reply.length > 4 * MAX_CHARS || reply.trimStart().includes('\n')) break
  }
  const rewritten = cleanForPrompt(reply.trim().split('\n')[0] ?? '')
    .replace(/^(?:改写(?:后)?|问题)?[:：]?\s*/, '')
    .replace(/^["“]|["”]$/g, '')
  if (rewritten.length < MIN_CHARS || rewritten.length > MAX_CHARS || rewritten === question) return null
  if (!sameNumbers(question, rewritten)) return null
  const [likeness = 0] = await retriever.compare(question, [rewritten])
  return likeness >= MIN_LIKENESS ? rewritten : null
}

/** Was what other words found asked for? The same years and places are understood, and a cited sentence is near the question that was asked. */
export async function isAskedFor(retriever: Retriever, asked: Understood, found: ComposedAnswer): Promise<boolean> {
  if (found.outcome !== 'answered') return false
  const same = (a: readonly (string | number)[], b: readonly (string | number)[]) => a.length === b.length && a.every((one) => b.includes(one))
  if (!same(asked.years, found.understood.years) || !same(asked.places, found.understood.places)) return false
  const likenesses = await retriever.compare(
    asked.question,
    found.statements.map(({ text }) => text),
  )
  return Math.max(0, ...likenesses) >= MIN_LIKENESS_OF_ANSWER
}

function sameNumbers(a: string, b: string): boolean {
  const numbers = (text: string) => [...new Set(text.normalize('NFKC').match(/[0-9]+(?:\.[0-9]+)?/g) ?? [])].sort().join(' ')
  return numbers(a) === numbers(b)
}
