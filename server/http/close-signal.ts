import type { FastifyReply } from 'fastify'
import { CodedError } from '../../ingest/corpus/coded-error.ts'

/** Aborts when the connection of a reply closes before the reply has gone out: the work for it can stop. */
export function closeSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort(new CodedError('answer_interrupted', '连接断开，没有做完。请重新提交。'))
  })
  return controller.signal
}
