import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'
import { isBareMeasure } from '../../understand/bare-measure.ts'
import { asksForFiveYears } from '../../understand/find-years.ts'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { matchFact } from '../context/match-fact.ts'
import { type ContentWord, contentWords, holdsWord, lackIn } from '../find/content-words.ts'
import { splitClauseTexts } from '../sentences/clause-window.ts'
import { periodOf } from '../sentences/period-of.ts'
import { tenseOf } from '../sentences/tense-of.ts'

/** More years are asked for by name. */
const MOST = 4
/** Another year's figure is of the same thing from this share of the first one's score on, its name ending alike. */
const NEAR = 0.55
const LAST_WORD = 2
/** Sums and means over years are of none of them. */
const OF_SEVERAL = /累计|年均|以来|期间|时期|第几|最[高低多少]/

/** The figure that a candidate tells of one year, with that year. */
interface OfYear {
  readonly candidate: Candidate
  readonly year: number
  readonly isAim: boolean
  /** Whether its name is the first one's, not only its last word. */
  readonly isByName: boolean
}

/**
 * Where a figure is asked for without a year and papers of several years tell it of one place, each year once: results before aims, the newest first; a year that has a result needs no
 * aim beside it. Empty where only one year tells it.
 */
export function eachYear(context: AnswerContext, candidates: readonly Candidate[]): Candidate[] {
  const { intent } = context
  const [first] = candidates
  const isFigure = intent.expected.kind === 'figure' || isBareMeasure(intent.focus)
  if (!first || !isFigure || intent.kind !== 'value' || intent.years.length > 0 || intent.before.length > 0) return []
  if (OF_SEVERAL.test(intent.asked) || asksForFiveYears(intent.asked)) return []
  const words = contentWords(context)
  const lackOf = ({ evidence }: Candidate): number => lackIn(context, evidence.row, words)
  const own = readTold(context, words, first)
  const told = candidates.flatMap((candidate): OfYear[] => {
    const { row } = candidate.evidence
    const { year, place } = row.sentence.facets
    const isOfOneYear = year !== null && place === first.evidence.row.sentence.facets.place && periodOf(row) === null
    if (!isOfOneYear || candidate.score < NEAR * first.score || lackOf(candidate) > lackOf(first)) return []
    const other = readTold(context, words, candidate)
    const isByName = other.fact !== null && other.fact.indicator === own.fact?.indicator
    return isOfOneThing(own, other) ? [{ candidate, year, isAim: tenseOf(row) === 'target', isByName }] : []
  })
  const results = newestOfEach(told.filter(({ isAim }) => !isAim))
  const aims = newestOfEach(told.filter(({ isAim, year }) => isAim && !results.some((result) => result.year === year)))
  const series = [...results, ...aims].slice(0, MOST)
  return series.length > 1 ? series.map(({ candidate }) => ({ ...candidate, score: first.score })) : []
}

/** What a candidate gives a figure to. */
interface Told {
  /** The figure that was asked for, where it was read. */
  readonly fact: IndicatorFact | null
  /** The clause that names all that was asked and gives a figure; null where none does. */
  readonly clause: string | null
}

function readTold(context: AnswerContext, words: readonly ContentWord[], { evidence, text }: Candidate): Told {
  const { wordings } = context
  const namesAll = (clause: string): boolean => words.every((word) => holdsWord(wordings, wordings.ofText(clause), word))
  return {
    fact: matchFact(context, evidence.row, text)?.fact ?? null,
    clause: splitClauseTexts(text).find((clause) => /\d/.test(clause) && namesAll(clause)) ?? null,
  }
}

/** 新建户厕 and 农村牧区户厕 are told of one thing, and so are clauses that name all that was asked; an amount and how much it grew are not told alike. */
function isOfOneThing(a: Told, b: Told): boolean {
  if (a.clause !== null && b.clause !== null && PERCENT.test(a.clause) === PERCENT.test(b.clause)) return true
  if (a.fact === null || b.fact === null || (a.fact.attribute === 'growth') !== (b.fact.attribute === 'growth')) return false
  return a.fact.indicator === b.fact.indicator || a.fact.indicatorText.slice(-LAST_WORD) === b.fact.indicatorText.slice(-LAST_WORD)
}

const PERCENT = /[%％]|百分/

/** The best of each year, by the same name or as they come, the newest year first. */
function newestOfEach(told: readonly OfYear[]): OfYear[] {
  const best = told.toSorted((a, b) => Number(b.isByName) - Number(a.isByName))
  return best.filter(({ year }, at) => best.findIndex((one) => one.year === year) === at).toSorted((a, b) => b.year - a.year)
}
