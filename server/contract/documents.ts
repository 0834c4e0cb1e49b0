import { type Static, Type } from 'typebox'

const text = Type.Union([Type.String(), Type.Null()])

export const DocumentListItem = Type.Object({
  id: Type.String(),
  title: Type.String(),
  file: Type.String(),
  kind: Type.String(),
  number: text,
  issuer: text,
  place: text,
  year: Type.Union([Type.Integer(), Type.Null()]),
  date: text,
  speaker: text,
  sha256: Type.String(),
  byteLength: Type.Integer(),
  sentenceCount: Type.Integer(),
  ingestedAt: Type.String(),
})
export type DocumentListItem = Static<typeof DocumentListItem>

export const DocumentList = Type.Object({ items: Type.Array(DocumentListItem), total: Type.Integer() })
export type DocumentList = Static<typeof DocumentList>

/** `limit` 1 to 500, 50 when not given; `offset` from 0. `q` is looked for in title, file name, number, issuer and place; `place` holds what it names. */
export const DocumentQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 200 })),
    year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2100 })),
    place: Type.Optional(Type.String({ maxLength: 40 })),
    kind: Type.Optional(Type.String({ maxLength: 40 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  },
  { additionalProperties: false },
)
export type DocumentQuery = Static<typeof DocumentQuery>

/** Limits of POST /api/documents. */
export const MAX_UPLOAD_FILES = 100
export const MAX_UPLOAD_FILE_BYTES = 50 * 1024 * 1024
export const MAX_UPLOAD_TOTAL_BYTES = 100 * 1024 * 1024

export const OutlineEntry = Type.Object({
  index: Type.Integer(),
  level: Type.Integer(),
  heading: Type.String(),
  start: Type.Integer(),
  end: Type.Integer(),
})
export type OutlineEntry = Static<typeof OutlineEntry>

export const DocumentDetail = Type.Intersect([
  DocumentListItem,
  Type.Object({
    meeting: text,
    /** Field name → where its value comes from; `reason` is Chinese and given for inferred values. */
    origins: Type.Record(Type.String(), Type.Object({ source: Type.String(), reason: Type.Optional(Type.String()) })),
    outline: Type.Array(OutlineEntry),
    repairs: Type.Array(Type.Object({ kind: Type.String(), start: Type.Integer(), end: Type.Integer(), before: Type.String() })),
    nearDuplicates: Type.Array(Type.Object({ documentId: Type.String(), title: Type.String(), kind: Type.String(), share: Type.Number() })),
  }),
])
export type DocumentDetail = Static<typeof DocumentDetail>

export const DocumentText = Type.Object({
  documentId: Type.String(),
  text: Type.String(),
  sections: Type.Array(OutlineEntry),
  sentences: Type.Array(
    Type.Object({
      index: Type.Integer(),
      start: Type.Integer(),
      end: Type.Integer(),
      section: Type.Integer(),
      year: Type.Union([Type.Integer(), Type.Null()]),
      place: text,
    }),
  ),
})
export type DocumentText = Static<typeof DocumentText>

export const DocumentPatch = Type.Object(
  {
    title: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 300 }), Type.Null()])),
    kind: Type.Optional(text),
    number: Type.Optional(text),
    issuer: Type.Optional(text),
    place: Type.Optional(text),
    year: Type.Optional(Type.Union([Type.Integer({ minimum: 1900, maximum: 2100 }), Type.Null()])),
    date: Type.Optional(text),
    speaker: Type.Optional(text),
  },
  { additionalProperties: false, minProperties: 1 },
)
export type DocumentPatch = Static<typeof DocumentPatch>

export const JobView = Type.Object({
  id: Type.String(),
  state: Type.Enum(['queued', 'running', 'done', 'failed', 'interrupted']),
  createdAt: Type.String(),
  updatedAt: Type.String(),
  progress: Type.Union([
    Type.Object({ phase: Type.String(), done: Type.Integer(), total: Type.Integer(), file: Type.Optional(Type.String()) }),
    Type.Null(),
  ]),
  report: Type.Union([
    Type.Object({
      generation: Type.Integer(),
      elapsedMs: Type.Number(),
      outcomes: Type.Array(
        Type.Object({
          kind: Type.String(),
          file: Type.String(),
          documentId: Type.Optional(Type.String()),
          code: Type.Optional(Type.String()),
          message: Type.Optional(Type.String()),
        }),
      ),
    }),
    Type.Null(),
  ]),
  error: Type.Union([Type.Object({ code: Type.String(), message: Type.String() }), Type.Null()]),
})
export type JobView = Static<typeof JobView>
