import type { ChatFilters, ChatRequest } from '../../server/contract/chat.ts'
import type { Feedback } from '../../server/contract/conversations.ts'
import type { Api } from '../api/api.ts'
import { type ApiFailure, toFailure } from '../api/api-failure.ts'
import { createStore, type Store } from './store.ts'
import { isRunning, newTurn, type Turn, turnOfAnswer, turnOfView, withStatement, withStep } from './turn.ts'

export interface ConversationState {
  /** Null until the server has given one. */
  readonly id: string | null
  readonly title: string
  readonly status: 'loading' | 'ready' | 'failed'
  readonly failure: ApiFailure | null
  readonly turns: readonly Turn[]
}

export interface ConversationModel {
  readonly state: Store<ConversationState>
  /** Shows a kept conversation, or with null an empty one. What is running is stopped. */
  open(id: string | null): Promise<void>
  ask(question: string, filters?: ChatFilters | null): Promise<void>
  stop(): void
  rate(turnKey: string, feedback: Feedback): Promise<void>
}

type ConversationApi = Pick<Api, 'ask' | 'getConversation' | 'sendFeedback'>

/** What the conversation tells the page, and asks of it. */
export interface ConversationHost {
  /** A question of this page has been answered and kept under `conversationId`. */
  onAnswered(conversationId: string, turn: Turn): void
  onFailed(failure: ApiFailure): void
  /** How answers are wanted; undefined leaves it to the server. */
  readMode(): ChatRequest['mode']
}

const EMPTY: ConversationState = { id: null, title: '', status: 'ready', failure: null, turns: [] }

/** The conversation in the middle column: its turns, and the one question that may be running. */
export function createConversation(api: ConversationApi, host: ConversationHost): ConversationModel {
  const state = createStore<ConversationState>(EMPTY)
  let running: AbortController | null = null
  let questionCount = 0

  const change = (key: string, edit: (turn: Turn) => Turn) =>
    state.update((held) => ({ ...held, turns: held.turns.map((turn) => (turn.key === key ? edit(turn) : turn)) }))

  function stop() {
    running?.abort()
    running = null
  }

  async function open(id: string | null) {
    if (id === state.get().id && state.get().status !== 'failed' && (id !== null || state.get().turns.length === 0)) return
    stop()
    if (id === null) return state.set(EMPTY)
    state.set({ ...EMPTY, id, status: 'loading' })
    try {
      const { title, turns } = await api.getConversation(id)
      if (state.get().id === id) state.set({ ...EMPTY, id, title, turns: turns.map(turnOfView) })
    } catch (error) {
      if (state.get().id === id) state.set({ ...EMPTY, id, status: 'failed', failure: toFailure(error) })
    }
  }

  async function ask(question: string, filters: ChatFilters | null = null) {
    stop()
    const controller = new AbortController()
    running = controller
    const key = `asked-${++questionCount}`
    state.update((held) => ({ ...held, turns: [...held.turns, newTurn(key, question, filters)] }))
    const conversationId = state.get().id
    const mode = host.readMode()
    const request: ChatRequest = {
      question,
      ...(conversationId === null ? {} : { conversationId }),
      ...(filters ? { filters } : {}),
      ...(mode ? { mode } : {}),
    }
    try {
      const answer = await api.ask(request, listenTo(key, change), controller.signal)
      change(key, (turn) => turnOfAnswer(turn, answer))
      const turn = state.get().turns.find((candidate) => candidate.key === key)
      if (!turn) return
      state.update((held) => ({ ...held, id: answer.conversationId }))
      host.onAnswered(answer.conversationId, turn)
    } catch (error) {
      const failure = controller.signal.aborted ? null : toFailure(error)
      change(key, (turn) => ({ ...turn, status: failure ? 'failed' : 'stopped', failure }))
      if (failure) host.onFailed(failure)
    } finally {
      if (running === controller) running = null
    }
  }

  async function rate(turnKey: string, feedback: Feedback) {
    const turnId = state.get().turns.find(({ key }) => key === turnKey)?.answer?.turnId
    if (turnId === undefined) return
    await api.sendFeedback(turnId, feedback)
    change(turnKey, (turn) => ({ ...turn, feedback }))
  }

  return { state, open, ask, stop, rate }
}

function listenTo(key: string, change: (key: string, edit: (turn: Turn) => Turn) => void): Parameters<Api['ask']>[1] {
  return {
    onUnderstood: (understood) => change(key, (turn) => ({ ...turn, understood })),
    onStart: ({ mode }) => change(key, (turn) => ({ ...turn, mode })),
    onStep: (step) => change(key, (turn) => withStep(turn, step)),
    onStatement: (statement) => change(key, (turn) => withStatement(turn, statement)),
    onDelta: (text) => change(key, (turn) => ({ ...turn, status: 'answering', text: turn.text + text })),
    onCitation: (citation) => change(key, (turn) => ({ ...turn, citations: [...turn.citations, citation] })),
    onReconnecting: () => change(key, (turn) => ({ ...turn, status: 'reconnecting' })),
  }
}

export function runningTurn(state: ConversationState): Turn | undefined {
  return state.turns.find(isRunning)
}
