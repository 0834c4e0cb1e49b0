import { Type } from 'typebox'
import { ReadyView } from '../../contract/status.ts'
import type { Services } from '../../services.ts'
import type { App } from '../app-instance.ts'
import { FAILURES } from '../failure-responses.ts'

const HealthView = Type.Object({ status: Type.Literal('ok') })

export function addStatusRoutes(app: App, services: Services): void {
  app.get(
    '/health',
    { schema: { tags: ['status'], summary: 'The process lives', response: { 200: HealthView, ...FAILURES } } },
    async () => ({ status: 'ok' }) as const,
  )
  app.get(
    '/ready',
    {
      schema: {
        tags: ['status'],
        summary: 'The library is open; what works less well, and why',
        response: { 200: ReadyView, 503: ReadyView, ...FAILURES },
      },
    },
    async (_request, reply) => {
      const status = services.status()
      if (!status.ready) reply.header('retry-after', '2')
      return reply.code(status.ready ? 200 : 503).send(status)
    },
  )
}
