import { Type } from 'typebox'
import {
  FactList,
  IndicatorComparison,
  type IndicatorConflict,
  IndicatorConflicts,
  IndicatorQuery,
  LedgerOverview,
  TableFormat,
} from '../../contract/indicators.ts'
import { compareIndicator } from '../../ledger/compare-indicator.ts'
import { createConflictReader } from '../../ledger/conflict-reader.ts'
import { filterFacts } from '../../ledger/filter-facts.ts'
import type { FactConflict } from '../../ledger/find-conflicts.ts'
import { indicatorNotFound } from '../../ledger/indicator-groups.ts'
import { comparisonLines, conflictLines, factLines } from '../../ledger/ledger-lines.ts'
import { overviewLedger } from '../../ledger/ledger-overview.ts'
import { comparisonSheets, conflictSheets, factSheets } from '../../ledger/ledger-sheets.ts'
import { viewFact } from '../../ledger/view-fact.ts'
import type { Services } from '../../services.ts'
import type { App } from '../app-instance.ts'
import { FAILURES } from '../failure-responses.ts'
import { sendTable, wantedFormat } from '../send-table.ts'

const PAGE_SIZE = 50
const OVERVIEW_SIZE = 14
/** A table for a spreadsheet is not paged. */
const MAX_TABLE_LINES = 20_000
const tags = ['indicators']
const described = 'With Accept: text/csv (or format=csv) the same as CSV, with the type of .xlsx (or format=xlsx) as a workbook with its sources.'

export function addIndicatorRoutes(app: App, services: Services): void {
  const facts = () => services.facts.ofLibrary(services.snapshot())
  const conflictsOf = createConflictReader()

  app.get(
    '/api/indicators',
    {
      schema: {
        tags,
        summary: 'Figures with their indicator, year, place and kind',
        description: described,
        querystring: IndicatorQuery,
        response: { 200: FactList, ...FAILURES },
      },
    },
    async (request, reply) => {
      const { limit = PAGE_SIZE, offset = 0, format: _, ...query } = request.query
      const found = filterFacts(await facts(), query, services.facts.grouping())
      const format = wantedFormat(request)
      if (format === 'json') return reply.send({ items: found.slice(offset, offset + limit).map(viewFact), total: found.length })
      const listed = found.slice(0, MAX_TABLE_LINES)
      return sendTable(reply, format, { name: '指标', lines: () => factLines(listed.map(viewFact)), sheets: () => factSheets(listed) })
    },
  )

  app.get(
    '/api/indicators/overview',
    {
      schema: {
        tags,
        summary: 'Years, places and indicators of the ledger, for choosing',
        querystring: IndicatorQuery,
        response: { 200: LedgerOverview, ...FAILURES },
      },
    },
    async (request) => {
      const { limit = OVERVIEW_SIZE, ...query } = request.query
      const all = await facts()
      return overviewLedger(all, filterFacts(all, query, services.facts.grouping()), limit)
    },
  )

  app.get(
    '/api/indicators/compare',
    {
      schema: {
        tags,
        summary: 'One indicator over years and places, target beside result',
        description: described,
        querystring: Type.Object(
          { name: Type.String({ minLength: 1, maxLength: 80 }), format: Type.Optional(TableFormat) },
          { additionalProperties: false },
        ),
        response: { 200: IndicatorComparison, ...FAILURES },
      },
    },
    async (request, reply) => {
      const all = await facts()
      const indicator = services.facts.grouping()(request.query.name.trim())
      const found = all.filter(({ fact }) => fact.indicator === indicator)
      if (found.length === 0) throw indicatorNotFound(request.query.name)
      const comparison = compareIndicator(indicator, found)
      const format = wantedFormat(request)
      if (format === 'json') return reply.send(comparison)
      return sendTable(reply, format, {
        name: indicator,
        lines: () => comparisonLines(comparison),
        sheets: () => comparisonSheets(comparison, found),
      })
    },
  )

  app.get(
    '/api/indicators/conflicts',
    {
      schema: {
        tags,
        summary: 'What the library says in two ways',
        description: described,
        querystring: Type.Object({ format: Type.Optional(TableFormat) }, { additionalProperties: false }),
        response: { 200: IndicatorConflicts, ...FAILURES },
      },
    },
    async (request, reply) => {
      const conflicts = await conflictsOf(await facts(), services.snapshot().sentences)
      const items = conflicts.flatMap(viewConflict)
      const format = wantedFormat(request)
      if (format === 'json') return reply.send({ items, total: items.length })
      return sendTable(reply, format, { name: '数据不一致', lines: () => conflictLines(items), sheets: () => conflictSheets(conflicts) })
    },
  )
}

function viewConflict({ values }: FactConflict): IndicatorConflict[] {
  const first = values[0]?.[0]?.fact
  if (!first || first.year === null || first.tense === null) return []
  return [
    {
      indicator: first.indicator,
      attribute: first.attribute,
      kind: first.tense,
      year: first.year,
      place: first.place,
      values: values.flatMap(([fact, ...others]) => (fact ? [{ fact: viewFact(fact), others: others.map(viewFact) }] : [])),
    },
  ]
}
