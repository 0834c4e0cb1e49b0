import { type Static, Type } from 'typebox'

export const MAX_QUESTION_CHARS = 2_000

export const ChatFilters = Type.Object(
  {
    years: Type.Optional(Type.Array(Type.Integer({ minimum: 1900, maximum: 2100 }), { maxItems: 20 })),
    places: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 20 })),
    documentIds: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 200 })),
  },
  { additionalProperties: false },
)
export type ChatFilters = Static<typeof ChatFilters>

export const ChatRequest = Type.Object(
  {
    question: Type.String({ minLength: 1, maxLength: MAX_QUESTION_CHARS }),
    conversationId: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    filters: Type.Optional(ChatFilters),
    mode: Type.Optional(Type.Union([Type.Literal('extractive'), Type.Literal('llm')])),
  },
  { additionalProperties: false },
)
export type ChatRequest = Static<typeof ChatRequest>

export const QuestionKind = Type.Enum(['value', 'list', 'compare', 'why', 'definition', 'change', 'metadata', 'summary'])
export type QuestionKind = Static<typeof QuestionKind>

export const Understood = Type.Object({
  /** Complete by itself: follow-ups resolved. */
  question: Type.String(),
  years: Type.Array(Type.Integer()),
  places: Type.Array(Type.String()),
  indicators: Type.Array(Type.String()),
  kind: QuestionKind,
})
export type Understood = Static<typeof Understood>

const Nullable = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Integer>>(type: T) => Type.Union([type, Type.Null()])

export const DuplicateCitation = Type.Object({
  documentId: Type.String(),
  title: Type.String(),
  file: Type.String(),
  start: Type.Integer(),
  end: Type.Integer(),
})

export const Citation = Type.Object({
  n: Type.Integer({ minimum: 1 }),
  documentId: Type.String(),
  title: Type.String(),
  file: Type.String(),
  sectionPath: Type.Array(Type.String()),
  quote: Type.String(),
  /** Half-open UTF-16 offsets into the text of GET /api/documents/{id}/text. */
  start: Type.Integer({ minimum: 0 }),
  end: Type.Integer({ minimum: 0 }),
  year: Nullable(Type.Integer()),
  place: Nullable(Type.String()),
  duplicates: Type.Optional(Type.Array(DuplicateCitation)),
})
export type Citation = Static<typeof Citation>

export const Verdict = Type.Union([Type.Literal('supported'), Type.Literal('mismatch'), Type.Literal('unsupported')])
export type Verdict = Static<typeof Verdict>

export const Problem = Type.Object({
  kind: Type.Enum(['figure', 'unit', 'year', 'place', 'indicator', 'tense', 'negation', 'no-citation']),
  /** Chinese, for the reader. */
  message: Type.String(),
})
export type Problem = Static<typeof Problem>

export const Statement = Type.Object({
  text: Type.String(),
  citations: Type.Array(Type.Integer({ minimum: 1 })),
  verdict: Verdict,
  problems: Type.Optional(Type.Array(Problem)),
  /** Model mode: the model's own words that did not stand up to the sources, and what was wrong with them; `text` is then the original's sentence. */
  withdrawn: Type.Optional(Type.Object({ text: Type.String(), problems: Type.Array(Problem) })),
})
export type Statement = Static<typeof Statement>

export const TableCell = Type.Object({ text: Type.String(), citations: Type.Array(Type.Integer({ minimum: 1 })) })
export const Table = Type.Object({ caption: Type.String(), columns: Type.Array(Type.String()), rows: Type.Array(Type.Array(TableCell)) })
export type Table = Static<typeof Table>

/** Values that two sources give for the same indicator, year, place and kind of figure. */
export const Conflict = Type.Object({
  indicator: Type.String(),
  year: Nullable(Type.Integer()),
  place: Nullable(Type.String()),
  values: Type.Array(Type.Object({ text: Type.String(), citations: Type.Array(Type.Integer({ minimum: 1 })) })),
})
export type Conflict = Static<typeof Conflict>

export const ChatAnswer = Type.Object({
  conversationId: Type.String(),
  turnId: Type.String(),
  question: Type.String(),
  understood: Understood,
  outcome: Type.Union([Type.Literal('answered'), Type.Literal('abstained')]),
  mode: Type.Union([Type.Literal('extractive'), Type.Literal('llm')]),
  /** Markdown with [1] marks. */
  answer: Type.String(),
  statements: Type.Array(Statement),
  citations: Type.Array(Citation),
  tables: Type.Optional(Type.Array(Table)),
  conflicts: Type.Optional(Type.Array(Conflict)),
  reason: Type.Optional(Type.String()),
  missing: Type.Optional(Type.Array(Type.String())),
  nearest: Type.Optional(Type.Array(Citation)),
  suggestions: Type.Optional(Type.Array(Type.String())),
  /** Notes for the reader, e.g. that the answer was composed without vectors. */
  notes: Type.Optional(Type.Array(Type.String())),
  /** Model mode: the model's name, and what it looked up, in order. */
  model: Type.Optional(Type.String()),
  steps: Type.Optional(Type.Array(Type.String())),
})
export type ChatAnswer = Static<typeof ChatAnswer>
