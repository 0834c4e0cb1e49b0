import { Type } from 'typebox'
import { CodedError } from '../../../ingest/corpus/coded-error.ts'
import { createIndicatorGrouping } from '../../../ingest/facts/group-indicators.ts'
import { FactList, IndicatorComparison, type IndicatorConflict, IndicatorConflicts, IndicatorQuery } from '../../contract/indicators.ts'
import { compareIndicator } from '../../ledger/compare-indicator.ts'
import { filterFacts } from '../../ledger/filter-facts.ts'
import { type FactConflict, findConflicts } from '../../ledger/find-conflicts.ts'
import { comparisonLines, conflictLines, factLines } from '../../ledger/ledger-lines.ts'
import { viewFact } from '../../ledger/view-fact.ts'
import type { Services } from '../../services.ts'
import type { App } from '../app-instance.ts'
import { FAILURES } from '../failure-responses.ts'
import { sendCsv, wantsCsv } from '../send-csv.ts'

const PAGE_SIZE = 50
/** A table for a spreadsheet is not paged. */
const MAX_CSV_LINES = 20_000
const tags = ['indicators']
const described = 'With Accept: text/csv the same as CSV for a spreadsheet.'

export function addIndicatorRoutes(app: App, services: Services): void {
  const group = createIndicatorGrouping()
  const facts = () => services.facts.ofLibrary(services.snapshot())

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
      const { limit = PAGE_SIZE, offset = 0, ...query } = request.query
      const found = filterFacts(await facts(), query, group)
      if (wantsCsv(request)) return sendCsv(reply, '指标', factLines(found.slice(0, MAX_CSV_LINES).map(viewFact)))
      return reply.send({ items: found.slice(offset, offset + limit).map(viewFact), total: found.length })
    },
  )

  app.get(
    '/api/indicators/compare',
    {
      schema: {
        tags,
        summary: 'One indicator over years and places, target beside result',
        description: described,
        querystring: Type.Object({ name: Type.String({ minLength: 1, maxLength: 80 }) }, { additionalProperties: false }),
        response: { 200: IndicatorComparison, ...FAILURES },
      },
    },
    async (request, reply) => {
      const indicator = group(request.query.name.trim())
      const found = (await facts()).filter(({ fact }) => fact.indicator === indicator)
      if (found.length === 0) throw indicatorNotFound(request.query.name)
      const comparison = compareIndicator(services.snapshot(), indicator, found)
      return wantsCsv(request) ? sendCsv(reply, indicator, comparisonLines(comparison)) : reply.send(comparison)
    },
  )

  app.get(
    '/api/indicators/conflicts',
    { schema: { tags, summary: 'What the library says in two ways', description: described, response: { 200: IndicatorConflicts, ...FAILURES } } },
    async (request, reply) => {
      const items = findConflicts(await facts(), services.snapshot().sentences).flatMap(viewConflict)
      return wantsCsv(request) ? sendCsv(reply, '数据不一致', conflictLines(items)) : reply.send({ items, total: items.length })
    },
  )
}

export function viewConflict({ values }: FactConflict): IndicatorConflict[] {
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

function indicatorNotFound(name: string): CodedError {
  return new CodedError('indicator_not_found', `指标台账里没有“${name}”。请在“指标”页搜索名称的一部分，再从结果里选。`, { name })
}
