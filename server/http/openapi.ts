import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { App } from './app-instance.ts'
import { ERROR_CATALOG } from './error-catalog.ts'

/** The OpenAPI description at /docs/json and its page at /docs. Register before the routes. */
export async function addOpenApi(app: App, version: string, needsToken: boolean): Promise<void> {
  const codes = Object.entries(ERROR_CATALOG)
  const listed = codes.map(([code, { status, meaning }]) => `| \`${code}\` | ${status} | ${meaning} |`).join('\n')
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '有据',
        version,
        description: `Questions about a library of documents, answered with every sentence cited.\n\nEvery failure is \`{"error":{"code","message","details"}}\`. Codes:\n\n| code | status | meaning |\n|---|---|---|\n${listed}`,
      },
      // Relative: the description holds under whatever name the server is reached.
      servers: [{ url: '/' }],
      components: {
        schemas: {
          ErrorCode: { type: 'string', enum: codes.map(([code]) => code), description: 'Every code that a failure may carry.' },
        },
        ...(needsToken ? { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } } : {}),
      },
      ...(needsToken ? { security: [{ token: [] }] } : {}),
    },
  })
  await app.register(swaggerUi, { routePrefix: '/docs', uiConfig: { validatorUrl: null, docExpansion: 'list' } })
}
