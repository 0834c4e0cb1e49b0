import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'

/** Whether a figure of a sentence stands in the clauses that would be quoted, which may be two stretches of it. */
export function standsIn(sentence: string, quoted: string, { quantity }: Pick<IndicatorFact, 'quantity'>): boolean {
  return quoted.split('……').some((part) => {
    const at = sentence.indexOf(part)
    return at >= 0 && quantity.range.start >= at && quantity.range.end <= at + part.length
  })
}
