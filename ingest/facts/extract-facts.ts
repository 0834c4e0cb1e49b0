import type { Range } from '../corpus/range.ts'
import { isQuantity, type Quantity } from './figure.ts'
import { findFigures } from './find-figures.ts'
import { foldText } from './fold-text.ts'
import { createIndicatorGrouping, type IndicatorGrouping } from './group-indicators.ts'
import type { IndicatorFact } from './indicator-fact.ts'
import { nameIndicators } from './name-indicators.ts'
import { readClauseTense, readClauseYear } from './read-clause-facets.ts'
import type { SentenceToRead } from './sentence-context.ts'
import { splitClauses } from './split-clauses.ts'

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
  let opened = 0
  return named.map(({ quantity, clause, name, attribute, direction }) => {
    if (clause.opens) opened = clause.start
    const year = readClauseYear(folded, figures, opened, quantity.range.start)
    return {
      indicator: group(name),
      indicatorText: name,
      attribute,
      direction,
      quantity,
      tense: readClauseTense(folded.slice(clause.start, clause.end), sentence.facets.tense, sentence.leadIn ?? null),
      year: year ?? sentence.facets.year,
      place: sentence.facets.place,
      clause: trimmed(folded, clause),
      range: quantity.range,
    }
  })
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
