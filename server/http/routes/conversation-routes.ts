import { Type } from 'typebox'
import {
  ConversationDetail,
  ConversationList,
  ConversationPatch,
  ConversationQuery,
  ConversationView,
  Feedback,
} from '../../contract/conversations.ts'
import { viewConversation, viewConversationDetail } from '../../conversation/conversation-views.ts'
import { conversationNotFound } from '../../conversation/turn-desk.ts'
import type { Services } from '../../services.ts'
import type { App } from '../app-instance.ts'
import { FAILURES } from '../failure-responses.ts'
import { turnNotFound } from './chat-routes.ts'
import { ID_PARAMS } from './id-params.ts'

const PAGE_SIZE = 50
const tags = ['conversations']

export function addConversationRoutes(app: App, { store }: Services): void {
  app.get(
    '/api/conversations',
    {
      schema: { tags, summary: 'Conversations, the latest first', querystring: ConversationQuery, response: { 200: ConversationList, ...FAILURES } },
    },
    async ({ query }) => {
      const words = query.q?.trim()
      const page = store.listConversations({ ...(words ? { query: words } : {}), limit: query.limit ?? PAGE_SIZE, offset: query.offset ?? 0 })
      return { items: page.items.map(viewConversation), total: page.total }
    },
  )

  app.get(
    '/api/conversations/:id',
    { schema: { tags, summary: 'A conversation with its turns', params: ID_PARAMS, response: { 200: ConversationDetail, ...FAILURES } } },
    async (request) => {
      const record = store.getConversation(request.params.id)
      if (record === undefined) throw conversationNotFound()
      return viewConversationDetail(store, record)
    },
  )

  app.patch(
    '/api/conversations/:id',
    { schema: { tags, summary: 'Rename', params: ID_PARAMS, body: ConversationPatch, response: { 200: ConversationView, ...FAILURES } } },
    async (request) => {
      const { id } = request.params
      if (!store.renameConversation(id, request.body.title)) throw conversationNotFound()
      const record = store.getConversation(id)
      if (record === undefined) throw conversationNotFound()
      return viewConversation(record)
    },
  )

  app.delete(
    '/api/conversations/:id',
    { schema: { tags, summary: 'Delete with all turns', params: ID_PARAMS, response: { 204: Type.Null(), ...FAILURES } } },
    async (request, reply) => {
      if (!store.deleteConversation(request.params.id)) throw conversationNotFound()
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/turns/:turnId/feedback',
    {
      schema: {
        tags,
        summary: 'Rate an answer; a second rating replaces the first',
        params: Type.Object({ turnId: Type.String({ maxLength: 64 }) }),
        body: Feedback,
        response: { 204: Type.Null(), ...FAILURES },
      },
    },
    async (request, reply) => {
      if (!store.setFeedback(request.params.turnId, request.body)) throw turnNotFound()
      return reply.code(204).send(null)
    },
  )
}
