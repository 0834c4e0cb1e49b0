import type { LibrarySnapshot, SentenceRow } from '../../ingest/index/library-snapshot.ts'
import type { FactReader, LedgerFact } from '../answer/facts/fact-reader.ts'
import { layOutIndicator } from '../ledger/compare-indicator.ts'
import { filterFacts } from '../ledger/filter-facts.ts'
import type { ResearchTool } from '../model/research-agent.ts'
import { defineResearchTool, takesText, takesTexts, takesYear, takesYears } from './define-research-tool.ts'
import type { EvidenceBook } from './evidence-book.ts'
import { findHeldPlaces } from './find-held-places.ts'

const NAME = '指标名称，例如：城镇新增就业'
const NAME_FIRST = `请写明${NAME}。`

export interface LedgerParts {
  readonly snapshot: LibrarySnapshot
  readonly facts: FactReader
  readonly book: EvidenceBook
}

/** Figures of one indicator, with the sentences that state them. */
export function createLookupIndicatorTool(parts: LedgerParts): ResearchTool {
  return defineResearchTool({
    name: 'lookup_indicator',
    description: '查一个指标的数值（目标和完成），给出写有这个数的原文。',
    takes: { name: takesText(NAME), year: takesYear('哪一年的数'), place: takesText('哪个地区的数') },
    needs: { name: 'name', hint: NAME_FIRST },
    async run(name, given) {
      const found = await findFacts(parts, name, given.years('year'), given.texts('place'))
      if (typeof found === 'string') return found
      return parts.book.show(`查到写有这个指标的原文：`, distinctRows(found))
    },
  })
}

/** One indicator over years and places: the sentences that fill its table, in the table's order. */
export function createCompareTool(parts: LedgerParts): ResearchTool {
  return defineResearchTool({
    name: 'compare',
    description: '把一个指标在几个年份、几个地区的目标和完成放在一起比较。',
    takes: {
      indicator: takesText(NAME),
      years: takesYears('要比的年份，例如 [2024, 2025]；省略为所有年份'),
      places: takesTexts('要比的地区；省略为所有地区'),
    },
    needs: { name: 'indicator', otherName: 'name', hint: NAME_FIRST },
    async run(name, given) {
      const found = await findFacts(parts, name, given.years('years'), given.texts('places'))
      if (typeof found === 'string') return found
      const rows = layOutIndicator(found).rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.rows))
      return parts.book.show('按年份、地区列出写有这个指标的原文：', rows.length > 0 ? [...new Set(rows)] : distinctRows(found))
    },
  })
}

/** The facts, or in words why there are none. */
async function findFacts(
  { snapshot, facts }: LedgerParts,
  name: string,
  years: readonly number[],
  names: readonly string[],
): Promise<readonly LedgerFact[] | string> {
  const places = findHeldPlaces(snapshot, names)
  if (places.refusal !== null) return places.refusal
  const named = filterFacts(await facts.ofLibrary(snapshot), { name }, facts.grouping())
  if (named.length === 0) return '库中没有叫这个名称的指标。可以换个名称，或改用 search 查找。'
  const found = named.filter(
    ({ fact }) =>
      (years.length === 0 || (fact.year !== null && years.includes(fact.year))) &&
      (places.held.length === 0 || places.held.includes(fact.place ?? '')),
  )
  if (found.length > 0) return found
  const held = [...new Set(named.flatMap(({ fact }) => fact.year ?? []))].toSorted((a, b) => a - b)
  return `库中有这个指标，但没有所问年份或地区的数。库中有的年份：${held.join('、') || '没有写明'}。`
}

function distinctRows(facts: readonly LedgerFact[]): SentenceRow[] {
  return [...new Set(facts.map(({ row }) => row))]
}
