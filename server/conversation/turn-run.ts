import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import type { LibraryStore } from '../../ingest/library/library-store.ts'
import type { AnswerEngine, ComposedAnswer, TurnMemory } from '../answer/context/answer-engine.ts'
import type { ChatAnswer, ChatRequest, Understood } from '../contract/chat.ts'
import type { ChatEvent } from '../contract/events.ts'
import { conversationTitle } from './conversation-title.ts'
import { replayQuestions } from './replay-questions.ts'
import { readStoredTurn, type StoredTurn } from './stored-turn.ts'
import { closingEvents } from './turn-events.ts'
import type { WritableTurnLog } from './turn-log.ts'

/** Earlier turns that a follow-up can reach back to. */
const MAX_HISTORY_TURNS = 50

export interface TurnRun {
  readonly turnId: string
  readonly request: ChatRequest
  /** The questions asked before, of a conversation that is told rather than kept; null for one that the store keeps. */
  readonly earlier: readonly string[] | null
  readonly snapshot: LibrarySnapshot
  readonly store: LibraryStore
  readonly engine: AnswerEngine
  /** Whether the engine has a language model to ask. */
  readonly hasModel: boolean
  readonly log: WritableTurnLog
  readonly signal: AbortSignal
  readonly onUnexpected: (error: unknown) => void
}

/** Answers one question into its log, which always ends in answer-end or answer-error. True when nothing is left to be kept of it. Never rejects. */
export async function runTurn(run: TurnRun): Promise<boolean> {
  try {
    const { composed, memory, deltas } = await compose(run)
    run.signal.throwIfAborted()
    const { answer, saved } = save(run, composed, memory, deltas)
    run.log.append(...closingEvents(answer))
    return saved
  } catch (error) {
    const failure = describeFailure(run, error)
    run.log.append({ event: 'answer-error', data: { error: { code: failure.code, message: failure.message, details: failure.details } } })
    return false
  }
}

/**
 * Has the engine answer, and sends understood, answer-start and then the rest in that order, whatever the order in which the engine gives them. A log that goes on from
 * an earlier run has the first two already.
 */
async function compose(run: TurnRun) {
  const { log, request } = run
  const deltas: string[] = []
  let held: ChatEvent[] | null = log.events.some(({ event }) => event === 'answer-start') ? null : []
  function start(understood: Understood): void {
    if (held === null) return
    const mode = run.hasModel && request.mode !== 'extractive' ? 'llm' : 'extractive'
    log.append({ event: 'understood', data: understood }, { event: 'answer-start', data: { turnId: run.turnId, mode } }, ...held)
    held = null
  }
  function send(event: ChatEvent): void {
    if (held === null) log.append(event)
    else held.push(event)
  }
  function sendText(text: string): void {
    if (text === '') return
    deltas.push(text)
    send({ event: 'answer-delta', data: { text } })
  }
  const { answer: composed, memory } = await run.engine.answer(
    run.snapshot,
    { question: request.question, filters: request.filters ?? {}, history: await history(run), ...(request.mode ? { mode: request.mode } : {}) },
    {
      onUnderstood: start,
      onDelta: sendText,
      onStep: (step) => send({ event: 'step', data: step }),
      onStatement: (statement) => send({ event: 'statement', data: statement }),
    },
    run.signal,
  )
  start(composed.understood)
  const sent = deltas.join('')
  if (composed.answer.startsWith(sent)) sendText(composed.answer.slice(sent.length))
  return { composed: withModeNote(composed, run), memory, deltas }
}

async function history({ store, request, earlier, engine, snapshot, signal }: TurnRun): Promise<TurnMemory[]> {
  if (earlier !== null) return replayQuestions(engine, snapshot, earlier, signal)
  if (request.conversationId === undefined) return []
  return store
    .listTurns(request.conversationId)
    .slice(-MAX_HISTORY_TURNS)
    .flatMap((record) => readStoredTurn(record)?.memory ?? [])
}

function withModeNote(composed: ComposedAnswer, { request, hasModel }: TurnRun): ComposedAnswer {
  if (request.mode !== 'llm' || hasModel) return composed
  return {
    ...composed,
    notes: [...(composed.notes ?? []), '没有可用的语言模型，这次按原文摘句作答。要用语言模型，请管理员设置 CHAT_MODEL 和 OPENAI_BASE_URL。'],
  }
}

/** Keeps the turn. Where that fails (a full disk), the reader still gets the answer and is told that it was not kept. */
function save(run: TurnRun, composed: ComposedAnswer, memory: TurnMemory, deltas: readonly string[]): { answer: ChatAnswer; saved: boolean } {
  const { store, request, turnId } = run
  const finish = (conversationId: string, notes: readonly string[]): ChatAnswer => ({
    conversationId,
    turnId,
    ...composed,
    ...(notes.length > 0 ? { notes: [...(composed.notes ?? []), ...notes] } : {}),
  })
  if (run.earlier !== null) return { answer: finish('', []), saved: true }
  try {
    const answer = store.together(() => {
      const conversationId = request.conversationId ?? store.createConversation(conversationTitle(request.question)).id
      const whole = finish(conversationId, [])
      const stored: StoredTurn = { answer: whole, memory, deltas, ...(run.hasModel ? { events: [...run.log.events] } : {}) }
      store.addTurn({ id: turnId, conversationId, question: request.question, answer: stored })
      return whole
    })
    return { answer, saved: true }
  } catch (error) {
    run.onUnexpected(error)
    const why = error instanceof CodedError ? error.message : '写入对话记录时出错，请查看服务器日志。'
    return { answer: finish(request.conversationId ?? '', [`这一轮没有存入对话记录：${why}`]), saved: false }
  }
}

function describeFailure(run: TurnRun, error: unknown): CodedError {
  if (run.signal.aborted && run.signal.reason instanceof CodedError) return run.signal.reason
  if (error instanceof CodedError) return error
  run.onUnexpected(error)
  return new CodedError('answer_failed', '回答时出了没有预料到的错误，已记入服务器日志。请换一种问法再试；仍然不行时请把问题告诉管理员。')
}
