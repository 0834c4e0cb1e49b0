import { type Static, Type } from 'typebox'
import { Citation, Table } from './chat.ts'

const nullable = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Integer> | ReturnType<typeof Type.Number>>(type: T) =>
  Type.Union([type, Type.Null()])

export const IndicatorKind = Type.Union([Type.Literal('target'), Type.Literal('actual')])
export type IndicatorKind = Static<typeof IndicatorKind>

export const FactView = Type.Object({
  /** The name under which equal indicators are grouped, and as the sentence has it. */
  indicator: Type.String(),
  indicatorText: Type.String(),
  attribute: Type.String(),
  direction: Type.Union([Type.Literal('up'), Type.Literal('down'), Type.Null()]),
  /** The figure as printed, unit and qualifier included. */
  text: Type.String(),
  /** In units of `unit`; `upper` is the other end of a range. */
  value: Type.Number(),
  upper: nullable(Type.Number()),
  unit: Type.String(),
  /** The same in `baseUnit`, for comparing. */
  baseValue: Type.Number(),
  baseUnit: Type.String(),
  qualifier: nullable(Type.String()),
  kind: Type.Union([IndicatorKind, Type.Null()]),
  year: nullable(Type.Integer()),
  place: nullable(Type.String()),
  documentId: Type.String(),
  title: Type.String(),
  file: Type.String(),
  quote: Type.String(),
  /** The sentence and the figure in the document's text, half-open UTF-16 offsets. */
  start: Type.Integer(),
  end: Type.Integer(),
  figureStart: Type.Integer(),
  figureEnd: Type.Integer(),
})
export type FactView = Static<typeof FactView>

export const FactList = Type.Object({ items: Type.Array(FactView), total: Type.Integer() })
export type FactList = Static<typeof FactList>

/** `name` is an indicator's grouped name, one of the names grouped under it, or a part of one. `limit` 1 to 500, 50 when not given; `offset` from 0. */
export const IndicatorQuery = Type.Object(
  {
    name: Type.Optional(Type.String({ maxLength: 80 })),
    year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2100 })),
    place: Type.Optional(Type.String({ maxLength: 40 })),
    kind: Type.Optional(IndicatorKind),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  },
  { additionalProperties: false },
)
export type IndicatorQuery = Static<typeof IndicatorQuery>

/** What became of a target in the year that it was set for. */
export const TargetPair = Type.Object({
  year: Type.Integer(),
  place: nullable(Type.String()),
  attribute: Type.String(),
  target: FactView,
  actual: Type.Union([FactView, Type.Null()]),
  outcome: Type.Union([Type.Literal('reached'), Type.Literal('missed'), Type.Literal('not_stated')]),
})
export type TargetPair = Static<typeof TargetPair>

export const IndicatorComparison = Type.Object({
  indicator: Type.String(),
  /** The names as printed that are grouped under it. */
  names: Type.Array(Type.String()),
  /** A row a year; for each place the target and beside it the result. */
  table: Table,
  citations: Type.Array(Citation),
  pairs: Type.Array(TargetPair),
})
export type IndicatorComparison = Static<typeof IndicatorComparison>

export const IndicatorConflict = Type.Object({
  indicator: Type.String(),
  attribute: Type.String(),
  kind: IndicatorKind,
  year: Type.Integer(),
  place: nullable(Type.String()),
  /** One fact for each value; facts that say the same are in `others`. */
  values: Type.Array(Type.Object({ fact: FactView, others: Type.Array(FactView) })),
})
export type IndicatorConflict = Static<typeof IndicatorConflict>
export const IndicatorConflicts = Type.Object({ items: Type.Array(IndicatorConflict), total: Type.Integer() })
export type IndicatorConflicts = Static<typeof IndicatorConflicts>

const Side = Type.Object({
  index: Type.Integer(),
  text: Type.String(),
  sectionPath: Type.Array(Type.String()),
  start: Type.Integer(),
  end: Type.Integer(),
})

/** One sentence that was added, dropped or reworded. `diff` is there for a reworded one. */
export const WordingChange = Type.Object({
  kind: Type.Union([Type.Literal('added'), Type.Literal('dropped'), Type.Literal('reworded')]),
  from: Type.Union([Side, Type.Null()]),
  to: Type.Union([Side, Type.Null()]),
  similarity: Type.Number(),
  diff: Type.Array(Type.Object({ kind: Type.Union([Type.Literal('same'), Type.Literal('added'), Type.Literal('dropped')]), text: Type.String() })),
})
export type WordingChange = Static<typeof WordingChange>

const Document = Type.Object({ documentId: Type.String(), title: Type.String() })
export const WordingChanges = Type.Object({
  from: Document,
  to: Document,
  unchanged: Type.Integer(),
  added: Type.Integer(),
  dropped: Type.Integer(),
  reworded: Type.Integer(),
  changes: Type.Array(WordingChange),
})
export type WordingChanges = Static<typeof WordingChanges>

export const ChangesQuery = Type.Object(
  { from: Type.String({ minLength: 1, maxLength: 40 }), to: Type.String({ minLength: 1, maxLength: 40 }) },
  { additionalProperties: false },
)
