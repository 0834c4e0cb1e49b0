import { Type } from 'typebox'
import { ExamplesView } from '../../contract/status.ts'
import type { Services } from '../../services.ts'
import type { App } from '../app-instance.ts'
import { FAILURES } from '../failure-responses.ts'

const DEFAULT_COUNT = 6

export function addExampleRoutes(app: App, services: Services): void {
  app.get(
    '/api/examples',
    {
      schema: {
        tags: ['chat'],
        summary: 'Questions that this library answers',
        querystring: Type.Object({ count: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })) }, { additionalProperties: false }),
        response: { 200: ExamplesView, ...FAILURES },
      },
    },
    async ({ query }) => ({ questions: [...services.examples(query.count ?? DEFAULT_COUNT)] }),
  )
}
