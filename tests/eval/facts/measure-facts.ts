import type { SentenceFacets } from '../../../ingest/corpus/sentence.ts'
import { createFactExtractor } from '../../../ingest/facts/extract-facts.ts'
import { foldText } from '../../../ingest/facts/fold-text.ts'
import { createIndicatorGrouping } from '../../../ingest/facts/group-indicators.ts'
import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'
import { matchUnit } from '../../../ingest/facts/units.ts'
import { type GoldFigure, type GoldSentence, readGoldSentences } from './gold-sentence.ts'

/** The facets under which a gold sentence is read, from the documents' own parse; null when its document is not at hand. */
export type FacetSource = (
  sentence: Pick<GoldSentence, 'source' | 'sentence'>,
) => { readonly facets: SentenceFacets; readonly leadIn: string | null } | null

export interface Share {
  readonly right: number
  readonly of: number
}

export interface FactsReport {
  readonly figures: number
  readonly sentences: number
  readonly valueAndUnit: Share
  readonly indicator: Share
  readonly year: Share
  readonly place: Share
  readonly tense: Share
  /** Figures that the extractor sees in gold sentences and the reader did not label. */
  readonly spurious: number
  /** One line a failure: what was expected, what was read, where. */
  readonly failures: readonly string[]
}

const NO_FACETS: SentenceFacets = { year: null, place: null, tense: null }

/**
 * Reads every gold sentence and compares. An indicator is right when, grouped and without marks, it equals an accepted name or holds it with at most
 * `MAX_EXTRA_CHARS` further characters (verbs and qualifiers such as 新增, 全社会). Year, place and tense are measured only where `facetsOf` gives facets.
 */
export function measureFacts(facetsOf: FacetSource, gold: readonly GoldSentence[] = readGoldSentences()): FactsReport {
  const extract = createFactExtractor()
  const tally = { valueAndUnit: [0, 0], indicator: [0, 0], year: [0, 0], place: [0, 0], tense: [0, 0] }
  const failures: string[] = []
  let spurious = 0
  const note = (aspect: keyof typeof tally, isRight: boolean, line: () => string): void => {
    const counts = tally[aspect]
    counts[1] = (counts[1] ?? 0) + 1
    if (isRight) counts[0] = (counts[0] ?? 0) + 1
    else failures.push(`${aspect}: ${line()}`)
  }
  for (const sentence of gold) {
    const context = facetsOf(sentence)
    const facts = extract({ text: sentence.sentence, facets: context?.facets ?? NO_FACETS, leadIn: context?.leadIn ?? null })
    const taken = new Set<IndicatorFact>()
    for (const figure of sentence.figures) {
      const where = `${figure.figure}${figure.unit} in ${sentence.source.slice(0, 8)} ${sentence.sentence.slice(0, 40)}`
      const fact = facts.find((candidate) => !taken.has(candidate) && isSameFigure(candidate, figure))
      note('valueAndUnit', fact !== undefined, () => where)
      if (!fact) continue
      taken.add(fact)
      note('indicator', isIndicatorRight(fact.indicator, figure.indicator), () => `${figure.indicator.join('/')} ≠ ${fact.indicator}: ${where}`)
      if (!context) continue
      if (figure.year !== null) note('year', fact.year === figure.year, () => `${figure.year} ≠ ${fact.year}: ${where}`)
      if (figure.place !== null) note('place', isPlaceRight(fact.place, figure.place), () => `${figure.place} ≠ ${fact.place}: ${where}`)
      note('tense', fact.tense === figure.tense, () => `${figure.tense} ≠ ${fact.tense}: ${where}`)
    }
    for (const fact of facts) {
      if (taken.has(fact)) continue
      spurious++
      failures.push(`spurious: ${fact.quantity.figureText}${fact.quantity.unit} (${fact.indicator}) in ${sentence.sentence.slice(0, 40)}`)
    }
  }
  const share = ([right = 0, of = 0]: readonly number[]): Share => ({ right, of })
  return {
    figures: gold.reduce((sum, sentence) => sum + sentence.figures.length, 0),
    sentences: gold.length,
    valueAndUnit: share(tally.valueAndUnit),
    indicator: share(tally.indicator),
    year: share(tally.year),
    place: share(tally.place),
    tense: share(tally.tense),
    spurious,
    failures,
  }
}

function isSameFigure(fact: IndicatorFact, gold: GoldFigure): boolean {
  const { quantity } = fact
  if (foldText(quantity.figureText).replaceAll(',', '') !== gold.figure) return false
  if (gold.bareUnit === '番' || quantity.kind === 'rank') return quantity.value === gold.value
  if (quantity.unit !== gold.unit) return false
  const factor = matchUnit(gold.bareUnit, 0)?.factor ?? 1
  return Math.abs(quantity.value - gold.value * factor) <= 1e-9 * Math.abs(quantity.value)
}

const MAX_EXTRA_CHARS = 10
const group = createIndicatorGrouping()

function isIndicatorRight(found: string, accepted: readonly string[]): boolean {
  return accepted.some((name) => {
    const wanted = group(name)
    return found === wanted || (found.includes(wanted) && found.length <= wanted.length + MAX_EXTRA_CHARS)
  })
}

const COUNTRY_NAMES = new Set(['全国', '中国', '中华人民共和国'])

export function isPlaceRight(found: string | null, gold: string): boolean {
  if (COUNTRY_NAMES.has(gold)) return found === null || COUNTRY_NAMES.has(found)
  return found?.endsWith(gold) === true
}
