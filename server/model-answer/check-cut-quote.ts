import { extractFacts } from '../../ingest/facts/extract-facts.ts'
import type { IndicatorGrouping } from '../../ingest/facts/group-indicators.ts'
import { checkFigure } from '../answer/verify/verify-figures.ts'
import type { CitedSentence } from '../answer/verify/verify-statement.ts'
import { comparableText, hanPairs } from '../answer/verify/verify-text.ts'
import type { Problem } from '../contract/chat.ts'

/**
 * A quote that begins in the middle of a clause may have lost what narrows its figure: 接待游客2万人次, cut out of 单日接待游客2万人次, where the sentence also gives the
 * year's visitors. Its figures are held against the others of the sentence.
 */
export function checkCutQuote(text: string, cited: readonly CitedSentence[], group: IndicatorGrouping): Problem[] {
  const wanted = comparableText(text).replace(/[。;,!?.]+$/, '')
  const cut = cited.filter(({ quote }) => isCut(wanted, comparableText(quote)))
  if (cut.length === 0) return []
  const held = cut.flatMap((citation, index) =>
    extractFacts({ text: citation.quote, facets: citation }, group).map((fact) => ({ fact, citation: index })),
  )
  const pairs = hanPairs(cut.map(({ quote }) => quote).join('\n'))
  const facts = extractFacts({ text, facets: { year: null, place: null, tense: null } }, group)
  return facts.slice(0, 1).flatMap((fact) => checkFigure(fact, held, pairs).problems.filter(({ kind }) => kind === 'indicator'))
}

function isCut(wanted: string, quote: string): boolean {
  const at = quote.indexOf(wanted)
  return at > 0 && !/[,，;；。:：、!！?？]/.test(quote.charAt(at - 1))
}
