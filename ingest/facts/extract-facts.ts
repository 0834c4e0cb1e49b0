import type { Range } from '../corpus/range.ts'
import type { SentenceTense } from '../corpus/sentence.ts'
import { type Figure, isQuantity, type Quantity } from './figure.ts'
import { findFigures } from './find-figures.ts'
import { foldText } from './fold-text.ts'
import { createIndicatorGrouping, type IndicatorGrouping } from './group-indicators.ts'
import type { IndicatorFact } from './indicator-fact.ts'
import { nameIndicators } from './name-indicators.ts'
import { namedYear, readClauseTense, startYear } from './read-clause-facets.ts'
import { stripLeading } from './read-head.ts'
import type { SentenceToRead } from './sentence-context.ts'
import { type Clause, splitClauses } from './split-clauses.ts'

/** Reads the indicator facts of a sentence. */
export type FactExtractor = (sentence: SentenceToRead) => IndicatorFact[]

/**
 * Makes an extractor that names equal indicators by `group`.
 *
 * @example createFactExtractor()({ text: '地区生产总值完成482.6亿元，同比增长7%', facets }) // a level and a growth of 地区生产总值
 */
export function createFactExtractor(group: IndicatorGrouping = createIndicatorGrouping()): FactExtractor {
  return (sentence) => extractFacts(sentence, group)
}

/**
 * The figures of a sentence, each with the indicator it belongs to. Ranges are UTF-16 offsets in `sentence.text`; year, place and tense are those of the
 * clause where it says so, else the sentence's. A figure whose indicator cannot be told has an empty name.
 */
export function extractFacts(sentence: SentenceToRead, group: IndicatorGrouping): IndicatorFact[] {
  const figures = findFigures(sentence.text)
  const quantities = figures.filter(isQuantity).filter((quantity) => !isSpanOfYears(quantity))
  if (quantities.length === 0) return []
  const folded = foldText(sentence.text)
  const clauses = splitClauses(
    folded,
    figures.map((figure) => figure.range),
  )
  const named = nameIndicators(folded, clauses, quantities)
  const years = readYears(
    folded,
    figures,
    named.map(({ clause }) => clause),
    quantities,
  )
  const tenses = new Map<Clause, SentenceTense | null>()
  const tenseOf = (clause: Clause): SentenceTense | null => {
    const known = tenses.get(clause)
    if (known !== undefined) return known
    const tense = readClauseTense(folded.slice(clause.start, clause.end), sentence.facets.tense, sentence.leadIn ?? null)
    tenses.set(clause, tense)
    return tense
  }
  const places = sentence.places ?? (sentence.facets.place === null ? [] : [sentence.facets.place])
  return named.map(({ quantity, clause, name, attribute, direction }, index) => {
    const indicatorText = withoutPlace(name, places)
    return {
      indicator: group(indicatorText),
      indicatorText,
      attribute,
      direction,
      quantity,
      tense: tenseOf(clause),
      year: startYear(folded, quantity.range.start) ?? years[index] ?? sentence.facets.year,
      place: sentence.facets.place,
      clause: trimmed(folded, clause),
      range: quantity.range,
    }
  })
}

/** For each quantity the year that its statement names before it; a new statement (；。) begins without one. */
function readYears(folded: string, figures: readonly Figure[], clauses: readonly Clause[], quantities: readonly Quantity[]): (number | null)[] {
  let next = 0
  let opened = 0
  let year: number | null = null
  return quantities.map((quantity, index) => {
    const clause = clauses[index]
    if (clause?.opens && clause.start > opened) {
      opened = clause.start
      year = null
    }
    for (let figure = figures[next]; figure && figure.range.start < quantity.range.start; figure = figures[++next]) {
      if (figure.range.start >= opened) year = namedYear(folded, figure) ?? year
    }
    return year
  })
}

function withoutPlace(name: string, places: readonly string[]): string {
  for (const place of places) if (name.length > place.length + 1 && name.startsWith(place)) return stripLeading(name.slice(place.length))
  return name
}

/** 五年来, 连续三年: when or how long, not how much. */
function isSpanOfYears(quantity: Quantity): boolean {
  return quantity.script === 'han' && quantity.baseUnit === '年'
}

function trimmed(folded: string, range: Range): Range {
  let { start, end } = range
  while (start < end && folded.charAt(start) === ' ') start++
  while (end > start && folded.charAt(end - 1) === ' ') end--
  return { start, end }
}
