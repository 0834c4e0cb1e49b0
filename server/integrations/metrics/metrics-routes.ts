import { Type } from 'typebox'
import type { App } from '../../http/app-instance.ts'
import { FAILURES } from '../../http/failure-responses.ts'
import type { OpenStreams } from '../../http/open-streams.ts'
import type { Services } from '../../services.ts'
import { createMetrics } from './prometheus.ts'

export interface MetricsOptions {
  readonly version: string
  /** Also of the process; once in a process. */
  readonly process: boolean
}

/** GET /metrics for Prometheus, and what it counts. Register before the routes: those that come before are not counted. */
export function addMetrics(app: App, services: Services, streams: OpenStreams, { version, process }: MetricsOptions): void {
  const metrics = createMetrics(
    () => {
      const { ready, generation, documents, sentences } = services.status()
      const { turns, jobs } = services
      return { version, ready, generation, documents, sentences, runningTurns: turns.running, pendingJobs: jobs.pending, openStreams: streams.count }
    },
    { process },
  )
  services.turns.onFinished(metrics.countQuestion)
  services.jobs.onFinished(metrics.countJob)
  services.model?.onFailure?.(metrics.countModelFailure)
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    metrics.countRequest(method, routeOptions.url ?? null, reply.statusCode)
  })

  app.get(
    '/metrics',
    {
      schema: {
        tags: ['status'],
        summary: 'Measures for Prometheus (text format)',
        response: { 200: Type.String({ description: 'text/plain; version=0.0.4' }), ...FAILURES },
      },
    },
    async (_request, reply) => {
      const { type, text } = await metrics.render()
      return reply
        .type(type)
        .serializer((body) => String(body))
        .send(text)
    },
  )
}
