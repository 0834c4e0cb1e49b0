import type { LedgerFact } from '../answer/facts/fact-reader.ts'
import type { FactView } from '../contract/indicators.ts'
import { locateInOriginal } from './locate-in-original.ts'

/** A fact as the page and other programs read it. */
export function viewFact({ row, fact }: LedgerFact): FactView {
  const { document } = row.document
  const { range } = row.sentence
  const original = document.text.slice(range.start, range.end)
  const figure = locateInOriginal(row.sentence.text, original, fact.range)
  const { quantity } = fact
  const factor = quantity.printedValue === 0 ? 1 : quantity.value / quantity.printedValue
  return {
    indicator: fact.indicator,
    indicatorText: fact.indicatorText,
    attribute: fact.attribute,
    direction: fact.direction,
    text: row.sentence.text.slice(fact.range.start, fact.range.end),
    value: quantity.printedValue,
    upper: quantity.upper === null ? null : Number((quantity.upper / factor).toPrecision(12)),
    unit: quantity.unit,
    baseValue: quantity.value,
    baseUnit: quantity.baseUnit,
    qualifier: quantity.qualifier,
    kind: fact.tense,
    year: fact.year,
    place: fact.place,
    documentId: document.id,
    title: document.metadata.title,
    file: document.file,
    quote: original.replace(/\s+/g, ' ').trim(),
    start: range.start,
    end: range.end,
    figureStart: range.start + figure.start,
    figureEnd: range.start + figure.end,
  }
}
