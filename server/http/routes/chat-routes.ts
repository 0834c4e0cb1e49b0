import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { CodedError } from '../../../ingest/corpus/coded-error.ts'
import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import { ChatAnswer, type ChatFilters, ChatRequest } from '../../contract/chat.ts'
import { awaitAnswer } from '../../conversation/await-answer.ts'
import type { TurnLog } from '../../conversation/turn-log.ts'
import type { Services } from '../../services.ts'
import type { App } from '../app-instance.ts'
import { closeSignal } from '../close-signal.ts'
import { FAILURES } from '../failure-responses.ts'
import type { OpenStreams } from '../open-streams.ts'
import { parseLastEventId, turnEventSource, turnStoppedEvent } from '../turn-event-source.ts'
import { questionEmpty } from '../validation-message.ts'

const MAX_BODY_BYTES = 1024 * 1024

export function addChatRoutes(app: App, services: Services, streams: OpenStreams): void {
  const stream = (reply: FastifyReply, log: TurnLog, after: number) =>
    streams.send(reply.header('x-turn-id', log.turnId), turnEventSource(log, after), () => turnStoppedEvent(log))

  app.post(
    '/api/chat',
    {
      bodyLimit: MAX_BODY_BYTES,
      schema: {
        tags: ['chat'],
        summary: 'Ask; JSON, or server-sent events with Accept: text/event-stream',
        body: ChatRequest,
        response: { 200: ChatAnswer, ...FAILURES },
      },
    },
    async (request, reply) => {
      if (request.body.question.trim() === '') throw questionEmpty()
      const snapshot = services.snapshot()
      checkDocumentIds(snapshot, request.body.filters)
      const log = services.turns.start(request.body, snapshot)
      if (wantsEvents(request)) return stream(reply, log, 0)
      return awaitAnswer(log, closeSignal(reply))
    },
  )

  app.get(
    '/api/turns/:turnId/events',
    {
      schema: {
        tags: ['chat'],
        summary: "A turn's events, after Last-Event-ID where it is given",
        params: Type.Object({ turnId: Type.String({ maxLength: 64 }) }),
        response: { 200: Type.Unknown({ description: 'text/event-stream' }), ...FAILURES },
      },
    },
    async (request, reply) => {
      const { turnId } = request.params
      const log = services.turns.find(turnId)
      if (log === undefined) throw turnNotFound()
      return stream(reply, log, parseLastEventId(request.headers['last-event-id'], turnId))
    },
  )
}

export function turnNotFound(): CodedError {
  return new CodedError('turn_not_found', '找不到这一轮问答，可能所在的对话已被删除。请重新提问。')
}

function wantsEvents(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').toLowerCase().includes('text/event-stream')
}

function checkDocumentIds(snapshot: LibrarySnapshot, filters: ChatFilters | undefined): void {
  if (!filters?.documentIds?.length) return
  const held = new Set<string>(snapshot.documents.map(({ document }) => document.id))
  const unknown = filters.documentIds.filter((id) => !held.has(id))
  if (unknown.length > 0) {
    throw new CodedError('document_not_found', '限定的文档有的已不在文库中。请重新选择文档后再问。', { documentIds: unknown.slice(0, 20) })
  }
}
