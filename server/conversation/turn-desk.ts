import { randomUUID } from 'node:crypto'
import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import type { LibraryStore } from '../../ingest/library/library-store.ts'
import type { AnswerEngine } from '../answer/context/answer-engine.ts'
import type { ChatAnswer, ChatRequest } from '../contract/chat.ts'
import type { ChatEvent } from '../contract/events.ts'
import { readStoredTurn } from './stored-turn.ts'
import { beforeText, replayEvents } from './turn-events.ts'
import { createTurnLog, finishedTurnLog, type TurnLog, type WritableTurnLog } from './turn-log.ts'
import { runTurn } from './turn-run.ts'

export interface TurnDeskDependencies {
  readonly store: LibraryStore
  readonly engine: AnswerEngine
  /** Whether the engine has a language model to ask. */
  readonly hasModel: boolean
  /** Questions at work at one time; one more is refused as overloaded. */
  readonly maxRunning: number
  /** Called with what was not foreseen; the reader is told answer_failed. */
  readonly onUnexpected: (error: unknown) => void
}

/** A question of a conversation that somebody else keeps: what was asked before comes with it, and nothing of it is stored. */
export type ToldRequest = Omit<ChatRequest, 'conversationId'> & { readonly earlier: readonly string[] }

/** How a question came out. `interrupted`: its reader left, or the server stopped. */
export interface FinishedTurn {
  readonly outcome: ChatAnswer['outcome'] | 'failed' | 'interrupted'
  /** Null where no answer came about. */
  readonly mode: ChatAnswer['mode'] | null
  readonly elapsedMs: number
}

/** Runs questions and keeps their events, so that a reader who lost the connection can go on where it stopped. */
export interface TurnDesk {
  /**
   * Starts the work on a question over one snapshot.
   *
   * @throws {CodedError} conversation_not_found, overloaded, server_stopping
   */
  start(request: ChatRequest, snapshot: LibrarySnapshot): TurnLog
  /**
   * The same for a question that is not kept; it cannot be found again. Its answer has an empty conversation id.
   *
   * @throws {CodedError} overloaded, server_stopping
   */
  startTold(request: ToldRequest, snapshot: LibrarySnapshot): TurnLog
  /** The events of a turn: at work, stopped (the work begins again, over the snapshot of then), or kept in the store. */
  find(turnId: string): TurnLog | undefined
  readonly running: number
  /** Calls `listener` after each question, for as long as the desk is there. */
  onFinished(listener: (turn: FinishedTurn) => void): void
  /** Ends every running turn with server_stopping; further ones are refused. Resolves when none is at work. */
  stop(): Promise<void>
}

/** Turns that failed or were left are remembered so that their readers can come back. Finished ones are read from the store. */
const MAX_REMEMBERED = 200

interface LiveTurn {
  readonly request: ChatRequest
  readonly snapshot: LibrarySnapshot
  readonly controller: AbortController
  readonly log: WritableTurnLog
  readonly work: Promise<void>
}

export function createTurnDesk(dependencies: TurnDeskDependencies): TurnDesk {
  const live = new Map<string, LiveTurn>()
  const finishedListeners: ((turn: FinishedTurn) => void)[] = []
  let running = 0
  let stopping = false

  function launch(
    turnId: string,
    request: ChatRequest,
    snapshot: LibrarySnapshot,
    { earlier = null, before = [] }: { readonly earlier?: readonly string[] | null; readonly before?: readonly ChatEvent[] } = {},
  ): TurnLog {
    if (stopping) throw serverStopping()
    if (running >= dependencies.maxRunning) throw overloaded()
    const controller = new AbortController()
    const log = createTurnLog(turnId, () => controller.abort(answerInterrupted()), before)
    running += 1
    const begun = performance.now()
    const work = runTurn({ ...dependencies, turnId, request, earlier, snapshot, log, signal: controller.signal }).then((saved) => {
      running -= 1
      if (saved || earlier !== null) live.delete(turnId)
      const finished = describeEnd(log, controller.signal, performance.now() - begun)
      for (const listener of finishedListeners) listener(finished)
    })
    live.set(turnId, { request, snapshot, controller, log, work })
    forgetOldest(live)
    return log
  }

  return {
    get running() {
      return running
    },
    start(request, snapshot) {
      if (request.conversationId !== undefined && dependencies.store.getConversation(request.conversationId) === undefined) {
        throw conversationNotFound()
      }
      return launch(newTurnId(), request, snapshot)
    },
    startTold: ({ earlier, ...request }, snapshot) => launch(newTurnId(), request, snapshot, { earlier }),
    onFinished(listener) {
      finishedListeners.push(listener)
    },
    find(turnId) {
      const turn = live.get(turnId)
      if (turn?.controller.signal.aborted && !stopping) return launch(turnId, turn.request, turn.snapshot, { before: beforeText(turn.log.events) })
      if (turn) return turn.log
      const record = dependencies.store.getTurn(turnId)
      const stored = record && readStoredTurn(record)
      return stored && finishedTurnLog(turnId, replayEvents(stored))
    },
    async stop() {
      stopping = true
      for (const { controller, log } of live.values()) if (!log.ended) controller.abort(serverStopping())
      await Promise.all([...live.values()].map(({ work }) => work))
    },
  }
}

function newTurnId(): string {
  return `t${randomUUID().replaceAll('-', '')}`
}

function describeEnd(log: TurnLog, signal: AbortSignal, elapsedMs: number): FinishedTurn {
  const last = log.events.at(-1)
  if (last?.event === 'answer-end') return { outcome: last.data.outcome, mode: last.data.mode, elapsedMs }
  return { outcome: signal.aborted ? 'interrupted' : 'failed', mode: null, elapsedMs }
}

function forgetOldest(live: Map<string, LiveTurn>): void {
  for (const [turnId, turn] of live) {
    if (live.size <= MAX_REMEMBERED) return
    if (turn.log.ended) live.delete(turnId)
  }
}

function overloaded(): CodedError {
  return new CodedError('overloaded', '同时提问的人太多，服务器暂时忙不过来。请过几秒再问。', { retryAfterSeconds: 2 })
}

function serverStopping(): CodedError {
  return new CodedError('server_stopping', '服务器正在停止，这次回答没有完成。请等服务器重新启动后再问。')
}

function answerInterrupted(): CodedError {
  return new CodedError('answer_interrupted', '连接断开，回答没有完成。请重新提问，或重新连接以继续。')
}

export function conversationNotFound(): CodedError {
  return new CodedError('conversation_not_found', '找不到这个会话，可能已被删除。请在会话列表中另选一个，或开始新的会话。')
}
