import { describe, expect, it } from 'vitest'
import { readFacetGold } from './facet-gold.ts'
import { createGoldFacets } from './gold-facets.ts'
import { measureFacts, type Share } from './measure-facts.ts'
import { measureMutations } from './mutations.ts'

const percent = ({ right, of }: Share): number => (100 * right) / of

describe('facts on the gold set', () => {
  it('reaches the goals; year, place and tense on the seeds', () => {
    const report = measureFacts(createGoldFacets())
    expect(report.figures).toBeGreaterThanOrEqual(300)
    expect(percent(report.valueAndUnit)).toBeGreaterThanOrEqual(99)
    expect(percent(report.indicator)).toBeGreaterThanOrEqual(92)
    expect(percent(report.year)).toBeGreaterThanOrEqual(97)
    expect(percent(report.place)).toBeGreaterThanOrEqual(98)
    expect(percent(report.tense)).toBeGreaterThanOrEqual(95)
  })
})

describe('the gold set of facets', () => {
  it('holds sentences of many papers, each paper in one round', () => {
    const gold = readFacetGold()
    const papers = (round: string): string[] => [...new Set(gold.filter((sentence) => sentence.round === round).map(({ source }) => source))]
    expect(papers('mended').length).toBeGreaterThanOrEqual(15)
    expect(papers('held-out').filter((source) => papers('mended').includes(source))).toEqual([])
    expect(gold.flatMap(({ sentence, figures }) => figures.filter(({ figure }) => !sentence.includes(figure)))).toEqual([])
    expect(new Set(gold.flatMap(({ figures }) => figures.map(({ tense }) => tense)))).toEqual(new Set(['actual', 'target']))
  })
})

describe('verifier on changed statements', () => {
  it('catches every kind of change and keeps quiet about the unchanged', () => {
    const report = measureMutations()
    expect(report.statements).toBeGreaterThanOrEqual(500)
    for (const [kind, share] of Object.entries(report.caught)) expect(percent(share), kind).toBeGreaterThanOrEqual(97)
    expect(percent(report.falseAlarms.all)).toBeLessThanOrEqual(2)
    expect(percent(report.falseAlarms['by-hand'])).toBeLessThanOrEqual(5)
  })
})
