import type { ChatAnswer, ChatRequest, Citation } from '../../server/contract/chat.ts'
import type { AnswerStart, AnswerStep, ChatEvent, StatementProgress } from '../../server/contract/events.ts'
import { ApiFailure, isErrorBody, toFailure } from './api-failure.ts'
import type { StreamEvent } from './event-stream.ts'
import { type Http, jsonBody } from './http.ts'
import { readEvents } from './read-events.ts'

export interface AskListener {
  onUnderstood(understood: ChatAnswer['understood']): void
  onStart(start: AnswerStart): void
  /** Something that the model looks up, when it begins and again when it is over. */
  onStep(step: AnswerStep): void
  /** A statement as it is written; again with each piece, and last with its verdict. */
  onStatement(statement: StatementProgress): void
  onDelta(text: string): void
  onCitation(citation: Citation): void
  onReconnecting(): void
}

const RETRY_DELAYS_MS = [300, 1_000, 2_000, 4_000, 8_000]

/**
 * Asks over POST /api/chat and reports the answer as it forms. A connection that breaks is taken up again where it stopped.
 *
 * @returns the complete answer
 * @throws {ApiFailure} what the server reported, or unreachable after the last retry; an AbortError when `signal` fires
 */
export async function askStream(
  http: Http,
  request: ChatRequest,
  listener: AskListener,
  signal: AbortSignal,
  delaysMs = RETRY_DELAYS_MS,
): Promise<ChatAnswer> {
  const progress: Progress = { turnId: null, lastEventId: '', outcome: null }
  const take = (event: StreamEvent) => takeEvent(event, progress, listener)
  for (let attempt = 0; ; attempt++) {
    try {
      const response =
        progress.turnId === null ? await startTurn(http, request, signal) : await resumeTurn(http, progress.turnId, progress.lastEventId, signal)
      if (!(response.headers.get('content-type') ?? '').includes('text/event-stream')) return (await response.json()) as ChatAnswer
      await readEvents(response, take, signal)
    } catch (error) {
      if (signal.aborted || !mayResume(error, progress)) throw error
    }
    if (progress.outcome instanceof ApiFailure) throw progress.outcome
    if (progress.outcome) return progress.outcome
    const delayMs = delaysMs[attempt]
    if (progress.turnId === null || delayMs === undefined) {
      throw new ApiFailure(0, 'stream_broken', '回答还没有完成，连接就断开了。请重新提问。')
    }
    listener.onReconnecting()
    await wait(delayMs, signal)
  }
}

interface Progress {
  turnId: string | null
  lastEventId: string
  outcome: ChatAnswer | ApiFailure | null
}

function startTurn(http: Http, request: ChatRequest, signal: AbortSignal): Promise<Response> {
  const init = jsonBody('POST', request)
  return http.send('/api/chat', { ...init, headers: { ...init.headers, accept: 'text/event-stream' }, signal })
}

function resumeTurn(http: Http, turnId: string, lastEventId: string, signal: AbortSignal): Promise<Response> {
  const headers = { accept: 'text/event-stream', 'last-event-id': lastEventId }
  return http.send(`/api/turns/${encodeURIComponent(turnId)}/events`, { headers, signal })
}

/** Only a turn that has begun can be taken up again, and only after a loss of the connection, not after a refusal. */
function mayResume(error: unknown, progress: Progress): boolean {
  return progress.turnId !== null && progress.outcome === null && error instanceof ApiFailure && (error.status === 0 || error.status === 503)
}

function takeEvent({ event, data, id }: StreamEvent, progress: Progress, listener: AskListener) {
  if (id !== '') progress.lastEventId = id
  const { event: kind, data: body } = { event, data: JSON.parse(data) } as ChatEvent
  switch (kind) {
    case 'understood':
      listener.onUnderstood(body)
      return
    case 'answer-start':
      // From here on a broken connection can be resumed.
      progress.turnId = body.turnId
      listener.onStart(body)
      return
    case 'step':
      listener.onStep(body)
      return
    case 'statement':
      listener.onStatement(body)
      return
    case 'answer-delta':
      listener.onDelta(body.text)
      return
    case 'citation':
      listener.onCitation(body)
      return
    case 'answer-end':
      progress.outcome = body
      return
    case 'answer-error':
      progress.outcome = isErrorBody(body) ? new ApiFailure(500, body.error.code, body.error.message) : toFailure(body)
  }
}

function wait(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, delayMs)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
