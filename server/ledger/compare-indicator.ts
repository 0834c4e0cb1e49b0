import { createCitationBook, createTwinFinder } from '../answer/cite/citations.ts'
import { axesOf, datedFacts, factCell, TENSE_NAMES, TENSES } from '../answer/facts/fact-cells.ts'
import type { LedgerFact } from '../answer/facts/fact-reader.ts'
import type { IndicatorComparison, TargetPair } from '../contract/indicators.ts'
import { standsInPeriod } from './comparable-fact.ts'
import { judgeTarget } from './judge-target.ts'
import { viewFact } from './view-fact.ts'

/** The facts of one indicator that can stand in a table, and their cells: a row a year, for each place the target beside the result. */
export function layOutIndicator(facts: readonly LedgerFact[]) {
  const dated = datedFacts(facts)
  const { years, places } = axesOf(dated)
  const columns = places.flatMap((place) => TENSES.map((tense) => ({ place, tense })))
  const rows = years.map((year) => ({ year, cells: columns.map(({ place, tense }) => factCell(dated, year, place, tense)) }))
  return { dated, columns, rows }
}

/** One indicator over years and places: a row a year, for each place the target beside the result, every cell cited. */
export function compareIndicator(indicator: string, facts: readonly LedgerFact[]): IndicatorComparison {
  // Sentences of equal wording state equal facts: those of this indicator are all that can be twins here.
  const book = createCitationBook(createTwinFinder({ sentences: [...new Set(facts.map(({ row }) => row))] }))
  const { dated, columns, rows: lines } = layOutIndicator(facts)
  const rows = lines.map(({ year, cells }) => [
    { text: `${year}年`, citations: [] },
    ...cells.map(({ text, rows: cited }) => ({ text, citations: cited.map((row) => book.cite(row)) })),
  ])
  return {
    indicator,
    names: [...new Set(facts.map(({ fact }) => fact.indicatorText))],
    table: { caption: indicator, columns: ['年份', ...columns.map(({ place, tense }) => `${place ?? ''}${TENSE_NAMES[tense]}`)], rows },
    citations: [...book.citations],
    pairs: pairTargets(dated),
  }
}

/**
 * Every target with the result of its year, place and attribute, where the library states one. A figure of several years (过去五年) is no result of one, nor is a target
 * for several years judged by one.
 */
function pairTargets(facts: readonly LedgerFact[]): TargetPair[] {
  const pairs = new Map<string, TargetPair>()
  const results = facts.filter((item) => item.fact.tense === 'actual' && !standsInPeriod(item))
  for (const item of facts.filter(({ fact }) => fact.tense === 'target')) {
    const { year, place, attribute, quantity } = item.fact
    const key = `${year}/${place}/${attribute}/${quantity.value}/${quantity.baseUnit}`
    if (year === null || pairs.has(key)) continue
    const actual = standsInPeriod(item) ? undefined : results.find((result) => isOf(item, result))
    const outcome = actual ? judgeTarget(item, actual) : 'not_stated'
    pairs.set(key, { year, place, attribute, target: viewFact(item), actual: actual ? viewFact(actual) : null, outcome })
  }
  return [...pairs.values()].toSorted((a, b) => a.year - b.year || (a.place ?? '').localeCompare(b.place ?? '', 'zh'))
}

function isOf({ fact: target }: LedgerFact, { fact: result }: LedgerFact): boolean {
  const isSameCell = result.year === target.year && result.place === target.place && result.attribute === target.attribute
  return isSameCell && result.quantity.baseUnit === target.quantity.baseUnit
}
