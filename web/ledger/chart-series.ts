import type { FactView } from '../../server/contract/indicators.ts'
import { attributeName } from './fact-words.ts'

/** What can be drawn in one chart: figures of one place, attribute and unit over the years. Values are in `unit`; null where the library states none. */
export interface ChartSeries {
  readonly key: string
  readonly place: string | null
  /** The attribute and unit, e.g. 增速（%）. */
  readonly measure: string
  readonly unit: string
  readonly years: readonly number[]
  readonly targets: readonly (number | null)[]
  readonly actuals: readonly (number | null)[]
  /** Some year has several values of one kind, of which only the first is drawn. */
  readonly ambiguous: boolean
}

/** The printed unit, unless values of one measure are printed in several: then the base unit. */
function commonUnit(facts: readonly FactView[]): { readonly unit: string; readonly base: boolean } {
  const units = new Set(facts.map(({ unit }) => unit))
  const [first] = facts
  return units.size === 1 || !first ? { unit: first?.unit ?? '', base: false } : { unit: first.baseUnit, base: true }
}

/**
 * The charts that an indicator's facts give, the fullest first. A fall counts below zero; where a year has several values of one kind, the first is drawn.
 * Only what has two values or more makes a chart.
 */
export function chartSeries(facts: readonly FactView[]): ChartSeries[] {
  const groups = new Map<string, FactView[]>()
  for (const fact of facts) {
    if (fact.year === null || fact.kind === null || fact.attribute === 'spec' || fact.attribute === 'base') continue
    const key = `${fact.place ?? ''}/${fact.attribute}/${fact.baseUnit}`
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return [...groups]
    .map(([key, group]) => drawGroup(key, group))
    .filter((series) => countValues(series) > 1)
    .sort((a, b) => countValues(b) - countValues(a) || a.key.localeCompare(b.key, 'zh-CN'))
}

function drawGroup(key: string, group: readonly FactView[]): ChartSeries {
  const { unit, base } = commonUnit(group)
  const years = [...new Set(group.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b)
  const valueIn = (year: number, kind: 'target' | 'actual') => {
    const fact = group.find((item) => item.year === year && item.kind === kind)
    if (!fact) return null
    const value = base ? fact.baseValue : fact.value
    return fact.direction === 'down' && fact.attribute !== 'level' ? -value : value
  }
  const [first] = group
  return {
    key,
    place: first?.place ?? null,
    measure: `${attributeName(first?.attribute ?? '')}${unit === '' ? '' : `（${unit}）`}`,
    unit,
    years,
    targets: years.map((year) => valueIn(year, 'target')),
    actuals: years.map((year) => valueIn(year, 'actual')),
    ambiguous: group.some((fact) =>
      group.some((other) => other.year === fact.year && other.kind === fact.kind && other.baseValue !== fact.baseValue),
    ),
  }
}

function countValues({ targets, actuals }: ChartSeries): number {
  return [...targets, ...actuals].filter((value) => value !== null).length
}

/** The chart in words, for those who do not see it. */
export function describeSeries({ place, measure, unit, years, targets, actuals }: ChartSeries): string {
  const parts = years.map((year, index) => {
    const told = [
      ['目标', targets[index] ?? null],
      ['实绩', actuals[index] ?? null],
    ].flatMap(([name, value]) => (value === null ? [] : [`${name}${value}${unit}`]))
    return `${year}年${told.join('、')}`
  })
  return `${place ?? ''}${measure}：${parts.join('；')}`
}
