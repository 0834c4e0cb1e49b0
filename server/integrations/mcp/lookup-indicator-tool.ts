import { type Static, Type } from 'typebox'
import { TENSE_NAMES } from '../../answer/facts/fact-cells.ts'
import { FactView, IndicatorKind } from '../../contract/indicators.ts'
import { filterFacts } from '../../ledger/filter-facts.ts'
import { viewFact } from '../../ledger/view-fact.ts'
import { defineTool, type LibraryTool } from './library-tool.ts'

const DEFAULT_LIMIT = 30
const MAX_LIMIT = 200
const MAX_NAMES = 20

const Output = Type.Object({
  total: Type.Integer({ description: '符合条件的数值一共多少个' }),
  names: Type.Array(Type.String(), { description: '这些数值属于哪些指标' }),
  items: Type.Array(FactView, { description: '数值，各带原句和位置；kind：target 目标，actual 实绩' }),
})

/** Figures of the ledger. */
export function createLookupIndicatorTool(): LibraryTool {
  return defineTool({
    name: 'lookup_indicator',
    title: '查指标',
    description:
      '查指标台账：某个指标在各年份、各地区的目标和完成数，各带原句出处。名称可以是全称、简称或其中几个字（如“一般公共预算收入”“就业”）；目标（target）和实绩（actual）分开，不会混用。',
    readOnly: true,
    inputSchema: Type.Object(
      {
        name: Type.String({ minLength: 1, maxLength: 80, description: '指标名称或其中几个字' }),
        year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2100, description: '数值所说的年份' })),
        place: Type.Optional(Type.String({ minLength: 1, maxLength: 40, description: '地区，或其名称的一部分' })),
        kind: Type.Optional(IndicatorKind),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_LIMIT, description: `最多几个，不填为 ${DEFAULT_LIMIT}` })),
      },
      { additionalProperties: false },
    ),
    outputSchema: Output,
    async work({ limit = DEFAULT_LIMIT, ...query }, library) {
      const [snapshot, facts] = [await library.snapshot(), await library.facts()]
      const found = filterFacts(await facts.ofLibrary(snapshot), query, facts.grouping())
      const names = [...new Set(found.map(({ fact }) => fact.indicator))].slice(0, MAX_NAMES)
      const structured = { total: found.length, names, items: found.slice(0, limit).map(viewFact) }
      return { structured, text: render(query.name, structured) }
    },
  })
}

function render(name: string, { total, items }: Static<typeof Output>): string {
  if (total === 0) return `指标台账里没有符合条件的“${name}”。请换个名称或其中几个字，或去掉年份、地区；正文里的说法可以用 search 查。`
  const lines = items.map(({ indicator, attribute, text, kind, year, place, title, quote, documentId }) => {
    const scope = [year === null ? '' : `${year}年`, place ?? '', indicator, attribute, kind === null ? '' : TENSE_NAMES[kind]]
    return `${scope.filter((part) => part !== '').join(' ')}：${text}——《${title}》“${quote}”（文档 ${documentId}）`
  })
  return `共 ${total} 个数值${total > items.length ? `，列出前 ${items.length} 个` : ''}\n${lines.join('\n')}`
}
