import { type Static, Type } from 'typebox'
import { ChatFilters, Citation, Conflict, Statement, Table, Verdict } from './chat.ts'

export const MAX_BRIEF_REQUEST_CHARS = 2_000

export const BriefFormat = Type.Union([Type.Literal('json'), Type.Literal('markdown'), Type.Literal('docx')])
export type BriefFormat = Static<typeof BriefFormat>

export const BriefLength = Type.Union([Type.Literal('short'), Type.Literal('normal'), Type.Literal('long')])
export type BriefLength = Static<typeof BriefLength>

/** Sections of a brief in the order and words that the user wants; what is not listed is left out. Keys come from the preview. */
export const BriefOutline = Type.Array(
  Type.Object({ key: Type.String({ maxLength: 300 }), heading: Type.String({ maxLength: 200 }) }, { additionalProperties: false }),
  {
    maxItems: 100,
  },
)
export type BriefOutline = Static<typeof BriefOutline>

/** What the user changed in the preview. Each field that is given replaces what was read out of the request. */
export const BriefPlanEdits = Type.Object(
  {
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    topics: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { minItems: 1, maxItems: 12 })),
    years: Type.Optional(Type.Array(Type.Integer({ minimum: 1900, maximum: 2100 }), { maxItems: 20 })),
    places: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 20 })),
    /** Empty: none. */
    audience: Type.Optional(Type.String({ maxLength: 40 })),
    outline: Type.Optional(BriefOutline),
  },
  { additionalProperties: false },
)
export type BriefPlanEdits = Static<typeof BriefPlanEdits>

/** The request is checked against MAX_BRIEF_REQUEST_CHARS in the handler, which can say what to do. */
export const BriefRequest = Type.Object(
  {
    /** May be left out with a conversation. */
    request: Type.Optional(Type.String({ maxLength: 100_000 })),
    /** Makes the brief of the cited answers of a conversation. */
    conversationId: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    plan: Type.Optional(BriefPlanEdits),
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
  /** Those of the topics that the request names as parts of another: （储能、风电）. */
  aspects: Type.Optional(Type.Array(Type.String())),
  length: Type.Optional(BriefLength),
})
export type BriefUnderstood = Static<typeof BriefUnderstood>

/** Levels are read off the number of the heading: 一、 （一） 1. A section above others may have no statements of its own. */
export const BriefSection = Type.Object({
  heading: Type.String(),
  statements: Type.Array(Statement),
  /** The same for the same section of another brief on this request; see BriefOutline. */
  key: Type.Optional(Type.String()),
})
export type BriefSection = Static<typeof BriefSection>

/** How a request is understood and divided, before anything is kept. */
export const BriefPreview = Type.Object({
  title: Type.String(),
  understood: BriefUnderstood,
  /** Sections in order. `heading` is without its number, `level` 1 to 3; `statements`: how many the section would hold now. */
  outline: Type.Array(Type.Object({ key: Type.String(), level: Type.Integer(), heading: Type.String(), statements: Type.Integer() })),
  tables: Type.Array(Type.Object({ caption: Type.String(), rows: Type.Integer(), columns: Type.Integer() })),
  gaps: Type.Array(Type.String()),
  /** Characters of the brief as it would be. */
  chars: Type.Integer(),
  /** What the library holds, to choose from. */
  held: Type.Object({ years: Type.Array(Type.Integer()), places: Type.Array(Type.String()) }),
})
export type BriefPreview = Static<typeof BriefPreview>

export const BriefVersionItem = Type.Object({
  version: Type.Integer(),
  savedAt: Type.String(),
  title: Type.String(),
  statements: Type.Integer(),
  /** The brief as it is now. */
  isCurrent: Type.Boolean(),
})
/** Newest first. */
export const BriefVersionList = Type.Object({ items: Type.Array(BriefVersionItem) })
export type BriefVersionList = Static<typeof BriefVersionList>

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
  /** llm: sections hold prose of the model, every sentence held against its sources. Left out: extractive. */
  mode: Type.Optional(Type.Union([Type.Literal('extractive'), Type.Literal('llm')])),
  /** The model's name, where one was asked. */
  model: Type.Optional(Type.String()),
  /** For the reader, e.g. which sections fell back to the originals' sentences. */
  notes: Type.Optional(Type.Array(Type.String())),
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
            key: Type.Optional(Type.String({ maxLength: 300 })),
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
