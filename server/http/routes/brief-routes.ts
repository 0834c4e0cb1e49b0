import { Type } from 'typebox'
import type { ComposeRequest } from '../../briefs/brief-composer.ts'
import { BriefFormat, BriefList, BriefPatch, BriefPreview, BriefQuery, BriefRequest, BriefVersionList, BriefView } from '../../contract/briefs.ts'
import type { Services } from '../../services.ts'
import type { App } from '../app-instance.ts'
import { closeSignal } from '../close-signal.ts'
import { FAILURES } from '../failure-responses.ts'
import { sendBrief } from '../send-brief.ts'
import { ID_PARAMS } from './id-params.ts'

const PAGE_SIZE = 50
const tags = ['briefs']
const versionParams = Type.Object({ id: Type.String({ maxLength: 64 }), version: Type.Integer({ minimum: 1 }) })

export function addBriefRoutes(app: App, { briefs }: Services): void {
  app.post(
    '/api/briefs',
    {
      schema: {
        tags,
        summary: 'Compose a brief and keep it; format markdown or docx answers with the file',
        body: BriefRequest,
        response: { 200: BriefView, ...FAILURES },
      },
    },
    async ({ body }, reply) => {
      const { request = '', conversationId, format } = body
      if (conversationId !== undefined) return sendBrief(reply, briefs.composeFromConversation(conversationId, request), format)
      return sendBrief(reply, await briefs.compose(composeRequest(body), closeSignal(reply)), format)
    },
  )

  app.post(
    '/api/briefs/preview',
    {
      schema: {
        tags,
        summary: 'How a request is understood and what sections it would have; nothing is kept',
        body: BriefRequest,
        response: { 200: BriefPreview, ...FAILURES },
      },
    },
    async ({ body }) => briefs.preview(composeRequest(body)),
  )

  app.get(
    '/api/briefs',
    { schema: { tags, summary: 'Kept briefs, the latest change first', querystring: BriefQuery, response: { 200: BriefList, ...FAILURES } } },
    async ({ query }) => {
      const { items, total } = briefs.list({ limit: query.limit ?? PAGE_SIZE, offset: query.offset ?? 0 })
      return {
        items: items.map(({ id, title, request, createdAt, updatedAt, version }) => ({ briefId: id, title, request, createdAt, updatedAt, version })),
        total,
      }
    },
  )

  app.get(
    '/api/briefs/:id',
    {
      schema: {
        tags,
        summary: 'A kept brief, as JSON or as a file',
        params: ID_PARAMS,
        querystring: Type.Object({ format: Type.Optional(BriefFormat) }, { additionalProperties: false }),
        response: { 200: BriefView, ...FAILURES },
      },
    },
    async (request, reply) => sendBrief(reply, briefs.get(request.params.id), request.query.format),
  )

  app.patch(
    '/api/briefs/:id',
    {
      schema: {
        tags,
        summary: 'Edit; every statement is verified again',
        params: ID_PARAMS,
        body: BriefPatch,
        response: { 200: BriefView, ...FAILURES },
      },
    },
    async (request) => briefs.edit(request.params.id, request.body),
  )

  app.delete(
    '/api/briefs/:id',
    { schema: { tags, summary: 'Delete with its versions', params: ID_PARAMS, response: { 204: Type.Null(), ...FAILURES } } },
    async (request, reply) => {
      briefs.remove(request.params.id)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/briefs/:id/versions',
    { schema: { tags, summary: 'Versions of a brief, newest first', params: ID_PARAMS, response: { 200: BriefVersionList, ...FAILURES } } },
    async (request) => briefs.versions(request.params.id),
  )

  app.get(
    '/api/briefs/:id/versions/:version',
    { schema: { tags, summary: 'A brief as it was in a version', params: versionParams, response: { 200: BriefView, ...FAILURES } } },
    async ({ params: { id, version } }) => briefs.version(id, version),
  )

  app.post(
    '/api/briefs/:id/versions/:version/restore',
    {
      schema: {
        tags,
        summary: 'Makes an earlier version the newest; none is lost',
        params: versionParams,
        response: { 200: BriefView, ...FAILURES },
      },
    },
    async ({ params: { id, version } }) => briefs.restore(id, version),
  )
}

function composeRequest({ request = '', filters = {}, length, plan, mode }: BriefRequest): ComposeRequest {
  return { request, filters, ...(length ? { length } : {}), ...(plan ? { plan } : {}), ...(mode ? { mode } : {}) }
}
