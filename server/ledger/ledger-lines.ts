import { TENSE_NAMES } from '../answer/facts/fact-cells.ts'
import type { FactView, IndicatorComparison, IndicatorConflict, WordingChanges } from '../contract/indicators.ts'

type Line = readonly (string | number | null)[]

export const CHANGE_NAMES = { added: '新增', dropped: '删去', reworded: '改写', moved: '移位' } as const
/** What a figure says of its indicator. */
export const ATTRIBUTE_NAMES: Readonly<Record<string, string>> = {
  level: '数额',
  growth: '增速',
  change: '增减量',
  share: '占比',
  rate: '比率',
  rank: '位次',
  count: '数量',
  base: '基数',
  duration: '时长',
  spec: '规格',
}

/** The tables of the ledger as lines for a spreadsheet, the first one naming the columns. */
export function factLines(facts: readonly FactView[]): Line[] {
  return [['指标', '原文名称', '数值', '单位', '限定', '性质', '年份', '地区', '原文', '文件'], ...facts.map(factLine)]
}

function factLine(fact: FactView): Line {
  const { indicator, indicatorText, value, unit, qualifier, kind, year, place, quote, title } = fact
  return [indicator, indicatorText, value, unit, qualifier, kind === null ? '' : TENSE_NAMES[kind], year, place, quote, title]
}

export function comparisonLines({ table }: IndicatorComparison): Line[] {
  return [table.columns, ...table.rows.map((cells) => cells.map(({ text }) => text))]
}

export function conflictLines(conflicts: readonly IndicatorConflict[]): Line[] {
  const lines = conflicts.flatMap(({ indicator, kind, year, place, values }) =>
    values.flatMap(({ fact, others }) =>
      [fact, ...others].map((each): Line => [indicator, TENSE_NAMES[kind], year, place, each.text.replace(/\s+/g, ''), each.quote, each.title]),
    ),
  )
  return [['指标', '性质', '年份', '地区', '数值', '原文', '文件'], ...lines]
}

export function changeLines({ changes }: WordingChanges): Line[] {
  return [['变化', '原来的说法', '现在的说法'], ...changes.map(({ kind, from, to }): Line => [CHANGE_NAMES[kind], from?.text ?? '', to?.text ?? ''])]
}
