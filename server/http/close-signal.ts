import type { FastifyReply } from 'fastify'
import { CodedError } from '../../ingest/corpus/coded-error.ts'

/**
 * Aborts when the connection of a reply closes before the reply has gone out: the work for it can stop. Until then the connection may be silent for as long as the
 * work takes; the server's own limit holds again from the next request on.
 */
export function closeSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  // There is no connection where a request is injected.
  reply.raw.socket?.setTimeout?.(0)
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort(new CodedError('answer_interrupted', '连接断开，没有做完。请重新提交。'))
  })
  return controller.signal
}
