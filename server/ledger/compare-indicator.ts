import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { createCitationBook, createTwinFinder } from '../answer/citations.ts'
import { axesOf, datedFacts, factCell, TENSE_NAMES, TENSES } from '../answer/fact-cells.ts'
import type { LedgerFact } from '../answer/fact-reader.ts'
import type { IndicatorComparison, TargetPair } from '../contract/indicators.ts'
import { judgeTarget } from './judge-target.ts'
import { viewFact } from './view-fact.ts'

/** One indicator over years and places: a row a year, for each place the target beside the result, every cell cited. */
export function compareIndicator(snapshot: LibrarySnapshot, indicator: string, facts: readonly LedgerFact[]): IndicatorComparison {
  const book = createCitationBook(createTwinFinder(snapshot))
  const dated = datedFacts(facts)
  const { years, places } = axesOf(dated)
  const columns = places.flatMap((place) => TENSES.map((tense) => ({ place, tense })))
  const rows = years.map((year) => [
    { text: `${year}年`, citations: [] },
    ...columns.map(({ place, tense }) => {
      const { text, rows: cited } = factCell(dated, year, place, tense)
      return { text, citations: cited.map((row) => book.cite(row)) }
    }),
  ])
  return {
    indicator,
    names: [...new Set(facts.map(({ fact }) => fact.indicatorText))],
    table: { caption: indicator, columns: ['年份', ...columns.map(({ place, tense }) => `${place ?? ''}${TENSE_NAMES[tense]}`)], rows },
    citations: [...book.citations],
    pairs: pairTargets(dated),
  }
}

/** Every target with the result of its year, place and attribute, where the library states one. */
function pairTargets(facts: readonly LedgerFact[]): TargetPair[] {
  const pairs = new Map<string, TargetPair>()
  for (const item of facts.filter(({ fact }) => fact.tense === 'target')) {
    const { year, place, attribute, quantity } = item.fact
    if (year === null) continue
    const actual = facts.find(
      ({ fact }) =>
        fact.tense === 'actual' &&
        fact.year === year &&
        fact.place === place &&
        fact.attribute === attribute &&
        fact.quantity.baseUnit === quantity.baseUnit,
    )
    const key = `${year}/${place}/${attribute}/${quantity.value}/${quantity.baseUnit}`
    if (pairs.has(key)) continue
    const outcome = actual ? judgeTarget(item.fact, actual.fact) : 'not_stated'
    pairs.set(key, { year, place, attribute, target: viewFact(item), actual: actual ? viewFact(actual) : null, outcome })
  }
  return [...pairs.values()].toSorted((a, b) => a.year - b.year || (a.place ?? '').localeCompare(b.place ?? '', 'zh'))
}
