import { describe, expect, it } from 'vitest'
import { namePlanEnds, planFrom, plansIn } from './plan-periods.ts'

describe('plansIn', () => {
  it.each<[string, number[]]>([
    ['“十五五”时期的目标', [2026]],
    ['十四五以来，“十四五”末', [2021]],
    ['“十三五”和“十四五”', [2016, 2021]],
    ['十一五规划', [2006]],
    ['用了十五年，二十五个项目', []],
    ['十五五个点', []],
  ])('of %s: %j', (text, firsts) => {
    expect(plansIn(text)).toEqual(firsts)
  })

  it('names them by their first year', () => {
    expect([2006, 2021, 2026, 2027].map(planFrom)).toEqual(['十一五', '十四五', '十五五', null])
  })
})

describe('namePlanEnds', () => {
  const library = (years: readonly number[], mentioned: string) => ({
    places: [],
    widestPlace: null,
    years: new Set(years),
    namedYears: new Set<number>(),
    documentYears: new Set(years),
    newestYear: null,
    speakers: new Map<string, string[]>(),
    papers: [],
    rowsNear: () => [],
    mentions: (text: string) => mentioned.includes(text),
    mentionsTogether: () => false,
    namesDivision: () => false,
  })

  it('reads the last year of five as their end where the library names only these', () => {
    expect(namePlanEnds('到2030年森林覆盖率达到多少', library([2026], '“十五五”时期')).text).toBe('“十五五”末森林覆盖率达到多少')
    expect(namePlanEnds('2030年底水渠多长', library([2026], '“十五五”时期')).notes).toHaveLength(1)
  })

  it.each([
    ['到2030年森林覆盖率达到多少', [2026, 2030], '“十五五”时期'],
    ['到2030年森林覆盖率达到多少', [2026], '“十四五”时期'],
    ['到2029年森林覆盖率达到多少', [2026], '“十五五”时期'],
    ['“十五五”到2030年的目标', [2026], '“十五五”时期'],
  ])('leaves “%s” where the library speaks of %j and %s', (question, years, mentioned) => {
    expect(namePlanEnds(question, library(years, mentioned)).text).toBe(question)
  })
})
