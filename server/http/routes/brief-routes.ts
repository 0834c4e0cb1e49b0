import { Type } from 'typebox'
import { BriefFormat, BriefList, BriefPatch, BriefQuery, BriefRequest, BriefView } from '../../contract/briefs.ts'
import type { Services } from '../../services.ts'
import type { App } from '../app-instance.ts'
import { closeSignal } from '../close-signal.ts'
import { FAILURES } from '../failure-responses.ts'
import { sendBrief } from '../send-brief.ts'

const PAGE_SIZE = 50
const tags = ['briefs']
const params = Type.Object({ id: Type.String({ maxLength: 64 }) })

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
      const { request = '', filters = {}, length, plan, mode, format } = body
      const wishes = { ...(length ? { length } : {}), ...(plan ? { plan } : {}), ...(mode ? { mode } : {}) }
      return sendBrief(reply, await briefs.compose({ request, filters, ...wishes }, closeSignal(reply)), format)
    },
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
        params,
        querystring: Type.Object({ format: Type.Optional(BriefFormat) }, { additionalProperties: false }),
        response: { 200: BriefView, ...FAILURES },
      },
    },
    async (request, reply) => sendBrief(reply, briefs.get(request.params.id), request.query.format),
  )

  app.patch(
    '/api/briefs/:id',
    { schema: { tags, summary: 'Edit; every statement is verified again', params, body: BriefPatch, response: { 200: BriefView, ...FAILURES } } },
    async (request) => briefs.edit(request.params.id, request.body),
  )

  app.delete(
    '/api/briefs/:id',
    { schema: { tags, summary: 'Delete with its versions', params, response: { 204: Type.Null(), ...FAILURES } } },
    async (request, reply) => {
      briefs.remove(request.params.id)
      return reply.code(204).send(null)
    },
  )
}
