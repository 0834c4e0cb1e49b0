import type { QuestionKind } from '../contract/chat.ts'
import type { EvidenceLimits } from './select-evidence.ts'

export interface ModelAnswerLimits {
  /** Tokens that the model reads and writes together, at most; evidence takes what rules, question and reply leave. */
  readonly contextTokens: number
  /** Tokens of a reply. */
  readonly replyTokens: number
  /** Sentences shown as evidence. */
  readonly maxSentences: number
  /** For all that the model is asked for one answer, in milliseconds. */
  readonly totalMs: number
  /** Statements and characters of a reply that are read; the rest is left. */
  readonly maxStatements: number
  readonly maxReplyChars: number
}

export const MODEL_ANSWER_LIMITS: ModelAnswerLimits = {
  contextTokens: 4_096,
  replyTokens: 700,
  maxSentences: 12,
  totalMs: 120_000,
  maxStatements: 20,
  maxReplyChars: 2_000,
}

/** Rules, marks and the question; and once more the reply, for a repair of what was wrong in it. */
const RULE_TOKENS = 700

export function evidenceLimits({ contextTokens, replyTokens, maxSentences }: ModelAnswerLimits): EvidenceLimits {
  return { maxTokens: Math.max(200, contextTokens - RULE_TOKENS - 2 * replyTokens), maxSentences }
}

/** Kinds of questions that are answered in prose: what else the sources say on the matter belongs to the answer. */
const PROSE: ReadonlySet<QuestionKind> = new Set(['why', 'summary'])
const LONG: ReadonlySet<QuestionKind> = new Set(['list', 'compare', 'definition', 'change', 'summary'])

export function mayAdd(kind: QuestionKind): boolean {
  return PROSE.has(kind)
}

/** Characters of an answer, marks left out. */
export function maxAnswerChars(kind: QuestionKind): number {
  return LONG.has(kind) ? 800 : 300
}
