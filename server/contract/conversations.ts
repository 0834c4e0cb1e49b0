import { type Static, Type } from 'typebox'
import { ChatAnswer } from './chat.ts'

export const ConversationView = Type.Object({
  id: Type.String(),
  title: Type.String(),
  createdAt: Type.String(),
  updatedAt: Type.String(),
  turnCount: Type.Integer(),
})
export type ConversationView = Static<typeof ConversationView>

export const ConversationList = Type.Object({ items: Type.Array(ConversationView), total: Type.Integer() })
export type ConversationList = Static<typeof ConversationList>

/** A kept answer. `stale`: documents that its citations name and that the library no longer holds in that version. */
export const TurnView = Type.Object({
  id: Type.String(),
  question: Type.String(),
  createdAt: Type.String(),
  answer: ChatAnswer,
  feedback: Type.Union([
    Type.Object({ rating: Type.Union([Type.Literal('up'), Type.Literal('down')]), comment: Type.Optional(Type.String()) }),
    Type.Null(),
  ]),
  stale: Type.Array(Type.String()),
})
export type TurnView = Static<typeof TurnView>

export const ConversationDetail = Type.Intersect([ConversationView, Type.Object({ turns: Type.Array(TurnView) })])
export type ConversationDetail = Static<typeof ConversationDetail>

/** `limit` 1 to 200, 50 when not given; `offset` from 0. `q` is looked for in titles and questions. */
export const ConversationQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  },
  { additionalProperties: false },
)
export type ConversationQuery = Static<typeof ConversationQuery>

export const ConversationPatch = Type.Object({ title: Type.String({ minLength: 1, maxLength: 120 }) }, { additionalProperties: false })
export const Feedback = Type.Object(
  { rating: Type.Union([Type.Literal('up'), Type.Literal('down')]), comment: Type.Optional(Type.String({ maxLength: 2000 })) },
  { additionalProperties: false },
)
export type Feedback = Static<typeof Feedback>
