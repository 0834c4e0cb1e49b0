import { comparableText } from '../../ingest/structure/shingles.ts'
import type { StatementProgress } from '../contract/events.ts'
import type { ChatModel, ModelMessage } from '../model/chat-model.ts'
import { answerMessages, type FailedStatement, repairMessages } from './answer-prompt.ts'
import type { Fence } from './fence-evidence.ts'
import { type JudgedStatement, type JudgeParts, judgeStatement } from './judge-statement.ts'
import type { ModelAnswerLimits } from './model-answer-limits.ts'
import { createStatementReader, type DraftedStatement } from './read-statements.ts'
import type { ModelEvidence } from './select-evidence.ts'

export interface DraftParts {
  readonly model: ChatModel
  readonly limits: ModelAnswerLimits
  readonly question: string
  readonly evidence: readonly ModelEvidence[]
  readonly fence: Fence
  readonly judge: JudgeParts
  readonly onStatement: (statement: StatementProgress) => void
  readonly signal: AbortSignal
}

/** What the model says when it finds no answer in the evidence. */
const NOTHING = /^(?:根据.{0,6})?(?:给出的|提供的)?资料(?:中|里)?(?:不足|没有(?:相关|提到|答案)?)/
/** Characters by which a statement at work must grow before it is shown again. */
const SHOWN_STEP_CHARS = 8
const DELETED = /^(?:\(?删去\)?|（删去）)/

/**
 * Has the model answer from the evidence; every statement is held against it as it completes, those that fail are asked for once more with what was found. Those that
 * still fail stay announced as being checked: what becomes of them is not known here.
 *
 * @returns the statements in the order in which the model wrote them; none where it says that the evidence does not answer
 * @throws {CodedError} as ChatModel does; the signal's reason
 */
export async function draftStatements(parts: DraftParts): Promise<JudgedStatement[]> {
  const { question, evidence, fence, judge, onStatement } = parts
  const lines = evidence.map(({ line }) => line)
  const judged: JudgedStatement[] = []
  const take = ({ text, handles }: DraftedStatement): void => {
    const index = judged.length
    const judgement = judgeStatement(text, handles, judge)
    judged.push(judgement)
    onStatement({ index, text, verdict: judgement.verdict === 'supported' ? 'supported' : 'checking' })
  }
  const isAnswered = await readReply(parts, answerMessages(question, lines, fence), () => judged.length, take)
  if (!isAnswered) return []
  const failed = judged.flatMap((judgement, index) => (judgement.verdict === 'mismatch' ? [{ judgement, index }] : []))
  if (failed.length > 0) {
    const findings = failed.map(({ judgement: { text, problems } }): FailedStatement => ({ text, findings: problems.map(({ message }) => message) }))
    const mended = await readRepair(parts, repairMessages(question, lines, findings, fence), failed.length)
    for (const [position, { index, judgement: wrong }] of failed.entries()) {
      const again = mended[position]
      const judgement = again && judgeStatement(again.text, again.handles, judge)
      if (judgement?.verdict !== 'supported') continue
      const isGiven = judged.some(({ text, verdict }) => verdict === 'supported' && comparableText(text) === comparableText(judgement.text))
      judged[index] = judgement
      const withdrawn = { text: wrong.text, problems: [...wrong.problems] }
      onStatement(isGiven ? { index, text: '', verdict: wrong.verdict, withdrawn } : { index, text: judgement.text, verdict: 'supported' })
    }
  }
  return judged
}

/** Hands on each statement as it completes. False where the model says that there is no answer. */
async function readReply(
  { model, limits, onStatement, signal }: DraftParts,
  messages: readonly ModelMessage[],
  count: () => number,
  take: (statement: DraftedStatement) => void,
): Promise<boolean> {
  const reader = createStatementReader()
  let chars = 0
  let shown = ''
  for await (const piece of model.stream({ messages, maxTokens: limits.replyTokens }, signal)) {
    chars += piece.length
    for (const statement of reader.push(piece)) {
      if (NOTHING.test(statement.text)) return count() > 0
      take(statement)
      shown = ''
      if (count() >= limits.maxStatements) return true
    }
    const { unfinished } = reader
    if (unfinished.length >= shown.length + SHOWN_STEP_CHARS && !NOTHING.test(unfinished)) {
      shown = unfinished
      onStatement({ index: count(), text: unfinished, verdict: 'checking' })
    }
    if (chars > limits.maxReplyChars) return true
  }
  for (const statement of reader.finish()) {
    if (NOTHING.test(statement.text)) return count() > 0
    take(statement)
  }
  return true
}

/** The rewritten statements, in the order of those that failed; undefined for one that the model gave up. */
async function readRepair(
  { model, limits, signal }: DraftParts,
  messages: readonly ModelMessage[],
  count: number,
): Promise<(DraftedStatement | undefined)[]> {
  let reply = ''
  for await (const piece of model.stream({ messages, maxTokens: limits.replyTokens }, signal)) {
    reply += piece
    if (reply.length > limits.maxReplyChars) break
  }
  const mended: (DraftedStatement | undefined)[] = Array.from({ length: count }, () => undefined)
  for (const [position, line] of reply
    .split('\n')
    .filter((one) => one.trim() !== '')
    .entries()) {
    const number = /^\s*([0-9]{1,2})\s*[.．、)）](?![0-9])/.exec(line)?.[1]
    const at = number === undefined ? position : Number(number) - 1
    const reader = createStatementReader()
    const read = [...reader.push(line), ...reader.finish()]
    const text = read.map((one) => one.text).join('')
    if (at < 0 || at >= count || mended[at] !== undefined || text === '' || DELETED.test(text)) continue
    mended[at] = { text, handles: [...new Set(read.flatMap(({ handles }) => handles))] }
  }
  return mended
}
