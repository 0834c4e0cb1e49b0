import { createFactExtractor } from '../../../ingest/facts/extract-facts.ts'
import type { FacetGoldSentence } from './facet-gold.ts'
import { type FacetSource, isPlaceRight, type Share } from './measure-facts.ts'

export interface FacetsReport {
  readonly sentences: number
  readonly figures: number
  readonly year: Share
  readonly place: Share
  readonly tense: Share
  /** Figures by what they are and what they were read as, `actual > target`. Those that were read right among them. */
  readonly confusion: Readonly<Record<string, number>>
  /** One line a failure: what was expected, what was read, where. */
  readonly failures: readonly string[]
}

/** Reads the figures of sentences in their papers and compares year, place and tense with a reader's. Sentences whose paper is not at hand are left out. */
export function measureFacets(gold: readonly FacetGoldSentence[], facetsOf: FacetSource): FacetsReport {
  const extract = createFactExtractor()
  const right = { year: 0, place: 0, tense: 0 }
  const of = { year: 0, place: 0, tense: 0 }
  const confusion: Record<string, number> = {}
  const failures: string[] = []
  let sentences = 0
  let figures = 0
  for (const sentence of gold) {
    const context = facetsOf(sentence)
    if (context === null) continue
    sentences++
    const facts = extract({ text: sentence.sentence, facets: context.facets, leadIn: context.leadIn })
    for (const wanted of sentence.figures) {
      figures++
      const alike = facts.filter(({ quantity }) => quantity.figureText === wanted.figure && quantity.unit === wanted.unit)
      const fact = alike[wanted.nth ?? 0]
      const note = (aspect: keyof typeof of, isRight: boolean, expected: unknown, read: unknown): void => {
        of[aspect]++
        if (isRight) right[aspect]++
        else failures.push(`${aspect}: ${expected} ≠ ${read}: ${wanted.figure}${wanted.unit} in ${sentence.source} ${sentence.sentence.slice(0, 60)}`)
      }
      if (wanted.years) note('year', fact !== undefined && wanted.years.includes(fact.year), wanted.years.join('/'), fact?.year)
      if (wanted.place !== null) note('place', fact !== undefined && isPlaceRight(fact.place, wanted.place), wanted.place, fact?.place)
      note('tense', fact?.tense === wanted.tense, wanted.tense, fact?.tense)
      const cell = `${wanted.tense} > ${fact?.tense ?? 'none'}`
      confusion[cell] = (confusion[cell] ?? 0) + 1
    }
  }
  const share = (aspect: keyof typeof of): Share => ({ right: right[aspect], of: of[aspect] })
  return { sentences, figures, year: share('year'), place: share('place'), tense: share('tense'), confusion, failures }
}
