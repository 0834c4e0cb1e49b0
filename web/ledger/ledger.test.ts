import { describe, expect, it } from 'vitest'
import type { FactView } from '../../server/contract/indicators.ts'
import { chartSeries, describeSeries } from './chart-series.ts'
import { figureText } from './fact-words.ts'
import { groupColumns } from './split-columns.ts'

const fact = (part: Partial<FactView>): FactView => ({
  indicator: '绿地面积',
  indicatorText: '绿地面积',
  attribute: 'level',
  direction: null,
  text: '8万亩',
  value: 8,
  upper: null,
  unit: '万亩',
  baseValue: 80_000,
  baseUnit: '亩',
  qualifier: null,
  kind: 'target',
  year: 2024,
  place: '甲市',
  documentId: 'd1',
  title: '甲市报告',
  file: 'a.txt',
  quote: '绿地面积达到8万亩。',
  start: 0,
  end: 10,
  figureStart: 6,
  figureEnd: 9,
  ...part,
})

describe('chartSeries', () => {
  it('puts targets beside results over the years, in the printed unit', () => {
    const [series] = chartSeries([fact({}), fact({ kind: 'actual', value: 8.2, baseValue: 82_000 }), fact({ year: 2023, kind: 'actual', value: 7 })])
    expect(series).toMatchObject({ place: '甲市', measure: '数额（万亩）', years: [2023, 2024], targets: [null, 8], actuals: [7, 8.2] })
    expect(series && describeSeries(series)).toBe('甲市数额（万亩）：2023年实绩7万亩；2024年目标8万亩、实绩8.2万亩')
  })

  it('takes the base unit where units differ, and draws a fall below zero', () => {
    const [mixed] = chartSeries([fact({}), fact({ kind: 'actual', value: 82_000, unit: '亩', baseValue: 82_000 })])
    expect(mixed).toMatchObject({ unit: '亩', targets: [80_000], actuals: [82_000] })
    const growth = { attribute: 'growth', unit: '%', baseUnit: '%', value: 3 }
    const [falling] = chartSeries([fact({ ...growth, direction: 'up' }), fact({ ...growth, kind: 'actual', direction: 'down' })])
    expect(falling).toMatchObject({ targets: [3], actuals: [-3] })
  })

  it('says when a year has several values of one kind', () => {
    const results = [fact({}), fact({ kind: 'actual', baseValue: 82_000 })]
    expect(chartSeries(results)[0]?.ambiguous).toBe(false)
    expect(chartSeries([...results, fact({ kind: 'actual', baseValue: 83_000 })])[0]?.ambiguous).toBe(true)
  })

  it('keeps places and measures apart and drops what has one value only', () => {
    expect(chartSeries([fact({}), fact({ place: '乙区' }), fact({ attribute: 'growth', unit: '%', baseUnit: '%' })])).toEqual([])
    expect(chartSeries([fact({}), fact({ year: null, kind: 'actual' }), fact({ kind: null })])).toEqual([])
  })
})

it('says which way a rate goes', () => {
  expect(figureText({ text: '5 %左右', direction: 'up', attribute: 'growth' })).toBe('增长5%左右')
  expect(figureText({ text: '5%', direction: 'down', attribute: 'growth' })).toBe('下降5%')
  expect(figureText({ text: '8万亩', direction: 'up', attribute: 'level' })).toBe('8万亩')
})

it('gathers columns by place, or not at all', () => {
  expect(groupColumns(['目标', '实绩', '甲市目标', '甲市实绩'])).toEqual([
    { place: '', kinds: ['目标', '实绩'] },
    { place: '甲市', kinds: ['目标', '实绩'] },
  ])
  expect(groupColumns(['甲市目标', '备注'])).toBeNull()
})
