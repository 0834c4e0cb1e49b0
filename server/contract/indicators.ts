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

/** How a table is wanted; the Accept header says the same. */
export const TableFormat = Type.Enum(['json', 'csv', 'xlsx'])
export type TableFormat = Static<typeof TableFormat>

/** `name` is an indicator's grouped name, one of the names grouped under it, or a part of one. `limit` 1 to 500, 50 when not given; `offset` from 0. */
export const IndicatorQuery = Type.Object(
  {
    name: Type.Optional(Type.String({ maxLength: 80 })),
    year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2100 })),
    place: Type.Optional(Type.String({ maxLength: 40 })),
    kind: Type.Optional(IndicatorKind),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
    format: Type.Optional(TableFormat),
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

/** One sentence that was added, dropped or reworded, or that stands elsewhere with the same words. `diff` is there for a reworded one. */
export const WordingChange = Type.Object({
  kind: Type.Enum(['added', 'dropped', 'reworded', 'moved']),
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
  moved: Type.Integer(),
  /** Headings that differ in their years alone; they are no changes. */
  redated: Type.Integer(),
  changes: Type.Array(WordingChange),
})
export type WordingChanges = Static<typeof WordingChanges>

export const ChangesQuery = Type.Object(
  {
    from: Type.String({ minLength: 1, maxLength: 40 }),
    to: Type.String({ minLength: 1, maxLength: 40 }),
    format: Type.Optional(TableFormat),
  },
  { additionalProperties: false },
)

/** Choices for filters, and what there is to compare among the facts that a filter leaves. */
export const LedgerOverview = Type.Object({
  /** Of the whole ledger, newest first. */
  years: Type.Array(Type.Integer()),
  places: Type.Array(Type.String()),
  /** Facts that the filter leaves. */
  total: Type.Integer(),
  /** Indicators among them, those with most years, places and kinds to compare first; at most `limit`. `cells` counts these. */
  indicators: Type.Array(Type.Object({ indicator: Type.String(), cells: Type.Integer(), facts: Type.Integer() })),
})
export type LedgerOverview = Static<typeof LedgerOverview>

const Name = Type.String({ minLength: 1, maxLength: 80 })

/** Names as printed that are taken for one indicator. */
export const IndicatorGroup = Type.Object({
  indicator: Type.String(),
  /** By their number of facts. `edited` is true for a name that a user put here. */
  names: Type.Array(Type.Object({ name: Type.String(), facts: Type.Integer(), edited: Type.Boolean() })),
})
export type IndicatorGroup = Static<typeof IndicatorGroup>

/** `version` goes back to the server with an edit, which is refused when somebody else has edited since. */
export const IndicatorGroups = Type.Object({
  groups: Type.Array(IndicatorGroup),
  total: Type.Integer(),
  version: Type.Integer(),
  canUndo: Type.Boolean(),
})
export type IndicatorGroups = Static<typeof IndicatorGroups>

/** Without `name` all groups of two names or more; with it the group that this name belongs to. */
export const IndicatorGroupsQuery = Type.Object(
  {
    name: Type.Optional(Name),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  },
  { additionalProperties: false },
)
export type IndicatorGroupsQuery = Static<typeof IndicatorGroupsQuery>

/** `join` puts names, or indicators with all their names, into the group of `indicator`; `leave` makes each name an indicator of its own again. */
export const IndicatorGroupsEdit = Type.Object(
  {
    indicator: Name,
    join: Type.Optional(Type.Array(Name, { maxItems: 50 })),
    leave: Type.Optional(Type.Array(Name, { maxItems: 50 })),
    version: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
)
export type IndicatorGroupsEdit = Static<typeof IndicatorGroupsEdit>
