import type { SentenceTense } from '../../ingest/corpus/sentence.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { type CitationBook, createCitationBook, createTwinFinder } from '../answer/citations.ts'
import type { LedgerFact } from '../answer/fact-reader.ts'
import type { IndicatorComparison, TargetPair } from '../contract/indicators.ts'
import { judgeTarget } from './judge-target.ts'
import { viewFact } from './view-fact.ts'

/** What describes a thing, its length of time or its rank is no figure of the year. */
const UNCOMPARED: ReadonlySet<string> = new Set(['spec', 'base', 'duration', 'rank'])
const TENSES = ['target', 'actual'] as const
const TENSE_NAMES = { target: '目标', actual: '实绩' } as const
/** Cited beside the first where several sentences give the same figure. */
const MAX_CITATIONS = 3

/** One indicator over years and places: a row a year, for each place the target beside the result, every cell cited. */
export function compareIndicator(snapshot: LibrarySnapshot, indicator: string, facts: readonly LedgerFact[]): IndicatorComparison {
  const book = createCitationBook(createTwinFinder(snapshot))
  const dated = facts.filter(({ fact }) => fact.year !== null && fact.tense !== null && !UNCOMPARED.has(fact.attribute))
  const years = [...new Set(dated.map(({ fact }) => fact.year ?? 0))].toSorted((a, b) => a - b)
  const places = [...new Set(dated.map(({ fact }) => fact.place))].toSorted((a, b) => (a ?? '').localeCompare(b ?? '', 'zh'))
  const columns = places.flatMap((place) => TENSES.map((tense) => ({ place, tense })))
  const rows = years.map((year) => [
    { text: `${year}年`, citations: [] },
    ...columns.map(({ place, tense }) => createCell(pick(dated, year, place, tense), book)),
  ])
  return {
    indicator,
    names: [...new Set(facts.map(({ fact }) => fact.indicatorText))],
    table: { caption: indicator, columns: ['年份', ...columns.map(({ place, tense }) => `${place ?? ''}${TENSE_NAMES[tense]}`)], rows },
    citations: [...book.citations],
    pairs: pairTargets(dated),
  }
}

function pick(facts: readonly LedgerFact[], year: number, place: string | null, tense: SentenceTense): LedgerFact[] {
  return facts.filter(({ fact }) => fact.year === year && fact.place === place && fact.tense === tense)
}

function createCell(facts: readonly LedgerFact[], book: CitationBook): { text: string; citations: number[] } {
  const texts = new Map<string, LedgerFact[]>()
  for (const item of facts.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const text = figureText(item)
    texts.set(text, [...(texts.get(text) ?? []), item])
  }
  const cited = [...texts.values()].flatMap((items) => items.slice(0, MAX_CITATIONS).map(({ row }) => book.cite(row)))
  return { text: [...texts.keys()].join('；'), citations: [...new Set(cited)] }
}

/** The amount before its growth. */
function rankOf({ fact }: LedgerFact): number {
  return fact.attribute === 'growth' || fact.attribute === 'change' ? 1 : 0
}

/** The figure as printed, with the word that says which way it goes. */
function figureText({ row, fact }: LedgerFact): string {
  const figure = row.sentence.text.slice(fact.range.start, fact.range.end).replace(/\s+/g, '')
  return fact.direction === null || fact.attribute === 'level' ? figure : `${fact.direction === 'up' ? '增长' : '下降'}${figure}`
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
