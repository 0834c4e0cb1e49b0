import { type Static, Type } from 'typebox'
import { ChatFilters, Citation, Conflict, Statement, Table, Verdict } from './chat.ts'

export const MAX_BRIEF_REQUEST_CHARS = 2_000

export const BriefFormat = Type.Union([Type.Literal('json'), Type.Literal('markdown'), Type.Literal('docx')])
export type BriefFormat = Static<typeof BriefFormat>

export const BriefLength = Type.Union([Type.Literal('short'), Type.Literal('normal'), Type.Literal('long')])
export type BriefLength = Static<typeof BriefLength>

/** The request is checked against MAX_BRIEF_REQUEST_CHARS in the handler, which can say what to do. */
export const BriefRequest = Type.Object(
  {
    request: Type.String({ maxLength: 100_000 }),
    format: Type.Optional(BriefFormat),
    filters: Type.Optional(ChatFilters),
    length: Type.Optional(BriefLength),
    mode: Type.Optional(Type.Union([Type.Literal('extractive'), Type.Literal('llm')])),
  },
  { additionalProperties: false },
)
export type BriefRequest = Static<typeof BriefRequest>

export const BriefUnderstood = Type.Object({
  topics: Type.Array(Type.String()),
  years: Type.Array(Type.Integer()),
  places: Type.Array(Type.String()),
  audience: Type.Optional(Type.String()),
})
export type BriefUnderstood = Static<typeof BriefUnderstood>

export const BriefSection = Type.Object({ heading: Type.String(), statements: Type.Array(Statement) })
export type BriefSection = Static<typeof BriefSection>

export const ChecklistRow = Type.Object({
  statement: Type.String(),
  quote: Type.String(),
  /** The citation as officials write it: 《…》二、（三）. */
  source: Type.String(),
  verdict: Verdict,
})
export type ChecklistRow = Static<typeof ChecklistRow>

/** A brief as it is composed: all that does not depend on where it is kept. */
export const BriefBody = Type.Object({
  title: Type.String(),
  request: Type.String(),
  understood: BriefUnderstood,
  sections: Type.Array(BriefSection),
  tables: Type.Array(Table),
  conflicts: Type.Array(Conflict),
  /** What was asked for and is not in the library, in Chinese. */
  gaps: Type.Array(Type.String()),
  citations: Type.Array(Citation),
  indexFingerprint: Type.String(),
})
export type BriefBody = Static<typeof BriefBody>

export const BriefView = Type.Intersect([
  BriefBody,
  Type.Object({
    briefId: Type.String(),
    createdAt: Type.String(),
    updatedAt: Type.String(),
    /** Counts from 1; each edit adds one. */
    version: Type.Integer(),
    checklist: Type.Array(ChecklistRow),
    markdown: Type.String(),
    /** Ids of cited documents that the library no longer holds in that version; the quotes are kept. */
    stale: Type.Array(Type.String()),
  }),
])
export type BriefView = Static<typeof BriefView>

export const BriefListItem = Type.Object({
  briefId: Type.String(),
  title: Type.String(),
  request: Type.String(),
  createdAt: Type.String(),
  updatedAt: Type.String(),
  version: Type.Integer(),
})
export const BriefList = Type.Object({ items: Type.Array(BriefListItem), total: Type.Integer() })
export type BriefList = Static<typeof BriefList>

/** `limit` 1 to 200, 50 when not given; `offset` from 0. */
export const BriefQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  },
  { additionalProperties: false },
)

/** Sections replace the stored ones whole; each statement keeps the numbers of its citations and is verified again. `addCitations` brings in sentences of the library, named by document and offsets. */
export const BriefPatch = Type.Object(
  {
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    sections: Type.Optional(
      Type.Array(
        Type.Object(
          {
            heading: Type.String({ maxLength: 200 }),
            statements: Type.Array(
              Type.Object(
                { text: Type.String({ minLength: 1, maxLength: 2_000 }), citations: Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 20 }) },
                { additionalProperties: true },
              ),
              { maxItems: 300 },
            ),
          },
          { additionalProperties: false },
        ),
        { maxItems: 60 },
      ),
    ),
    addCitations: Type.Optional(
      Type.Array(
        Type.Object(
          {
            n: Type.Integer({ minimum: 1, maximum: 10_000 }),
            documentId: Type.String({ minLength: 1, maxLength: 40 }),
            start: Type.Integer({ minimum: 0 }),
            end: Type.Integer({ minimum: 0 }),
          },
          { additionalProperties: false },
        ),
        { maxItems: 100 },
      ),
    ),
  },
  { additionalProperties: false, minProperties: 1 },
)
export type BriefPatch = Static<typeof BriefPatch>
