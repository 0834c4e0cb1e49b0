import type { SentenceTense } from '../../../ingest/corpus/sentence.ts'
import { extractFacts } from '../../../ingest/facts/extract-facts.ts'
import { findFigures } from '../../../ingest/facts/find-figures.ts'
import type { IndicatorGrouping } from '../../../ingest/facts/group-indicators.ts'
import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'
import { statedTense } from '../../../ingest/facts/read-clause-facets.ts'
import type { Problem, Verdict } from '../../contract/chat.ts'
import { type CitedFact, checkFigure, checkPlainNumerals } from './verify-figures.ts'
import { checkNegation } from './verify-negation.ts'
import { comparableText, coverage, type HanPairs, hanPairs, standsIn } from './verify-text.ts'
import { checkPlaces, checkYears, findPlaces, findYears } from './verify-year-place.ts'

export interface StatementToVerify {
  readonly text: string
  /** The year and place that the statement claims where its text does not write them out (a table's column, a heading). */
  readonly year?: number | null
  readonly place?: string | null
}

/** A cited sentence with what it is about. */
export interface CitedSentence {
  readonly quote: string
  readonly year: number | null
  readonly place: string | null
  readonly tense: SentenceTense | null
  readonly sectionPath?: readonly string[]
  readonly title?: string
}

export interface Verification {
  readonly verdict: Verdict
  readonly problems: readonly Problem[]
}

export type StatementVerifier = (statement: StatementToVerify, cited: readonly CitedSentence[]) => Verification

/** Below this share of common words the quotes do not speak of the statement at all. */
const MIN_COVERAGE = 0.3

/**
 * Makes the verifier. It compares words and figures only, so the same statement and quotes always have the same verdict.
 *
 * @param group names equal indicators alike
 * @param knownPlaces names of places, full and short, that are recognised in a statement; full names are recognised by their shape as well
 */
export function createStatementVerifier(group: IndicatorGrouping, knownPlaces: readonly string[] = []): StatementVerifier {
  // Several statements of an answer rest on one citation: its facts are read once.
  const read = new WeakMap<CitedSentence, readonly IndicatorFact[]>()
  const factsOf = (citation: CitedSentence): readonly IndicatorFact[] => {
    const facts = read.get(citation) ?? extractFacts({ text: citation.quote, facets: citation }, group)
    read.set(citation, facts)
    return facts
  }
  return (statement, cited) => verifyStatement(statement, cited, { group, knownPlaces, factsOf })
}

interface VerifierParts {
  readonly group: IndicatorGrouping
  readonly knownPlaces: readonly string[]
  readonly factsOf: (citation: CitedSentence) => readonly IndicatorFact[]
}

/**
 * Does every figure, year, place and negation of a statement stand in the sentences that it cites? supported: yes. mismatch: the quotes say it otherwise;
 * `problems` says how. unsupported: nothing is cited, or the quotes speak of something else. A statement that quotes word for word is supported.
 */
function verifyStatement(statement: StatementToVerify, cited: readonly CitedSentence[], parts: VerifierParts): Verification {
  if (cited.length === 0) return { verdict: 'unsupported', problems: [{ kind: 'no-citation', message: '没有引用原文' }] }
  const text = comparableText(statement.text)
  const quotes = cited.map((citation) => comparableText(citation.quote))
  if (quotes.some((quote) => standsIn(text, quote))) return { verdict: 'supported', problems: [] }
  const held = hanPairs(cited.map((citation) => [citation.quote, ...(citation.sectionPath ?? []), citation.title ?? ''].join('\n')).join('\n'))
  const facts = checkFacts(statement.text.replace(/\[[0-9]{1,3}\]/g, ''), cited, held, parts)
  const problems = [
    ...facts.problems,
    ...checkYears(statement.text, statement.year, cited),
    ...checkPlaces(statement.text, statement.place, cited, parts.knownPlaces),
    ...checkNegation(text, quotes),
  ]
  if (!facts.isCarried && coverage(hanPairs(text), held) < MIN_COVERAGE) {
    return { verdict: 'unsupported', problems: [{ kind: 'indicator', message: '引文没有说到这件事' }, ...problems] }
  }
  return { verdict: problems.length === 0 ? 'supported' : 'mismatch', problems: distinct(problems) }
}

interface FactsCheck {
  readonly problems: readonly Problem[]
  /** There are figures, and a quote carries each of them. */
  readonly isCarried: boolean
}

function checkFacts(text: string, cited: readonly CitedSentence[], held: HanPairs, parts: VerifierParts): FactsCheck {
  const facets = { year: null, place: null, tense: null }
  const facts = extractFacts({ text, facets, places: findPlaces(text, parts.knownPlaces) }, parts.group)
  const citedFacts: CitedFact[] = cited.flatMap((citation, index) => parts.factsOf(citation).map((fact) => ({ fact, citation: index })))
  const problems: Problem[] = []
  let carried = 0
  for (const fact of facts) {
    const check = checkFigure(fact, citedFacts, held)
    problems.push(...check.problems)
    if (check.supports.length === 0) continue
    carried++
    problems.push(...checkFacets(text, fact, check.supports, cited))
  }
  problems.push(...checkClauseTenses(text, facts, cited))
  problems.push(
    ...checkPlainNumerals(
      findFigures(text),
      cited.flatMap((citation) => findFigures([citation.quote, ...(citation.sectionPath ?? []), citation.title ?? ''].join('\n'))),
    ),
  )
  return { problems, isCarried: facts.length > 0 && carried === facts.length }
}

const CLAUSE_END = /[,，;；。:：！？!?\n]/

/** Clauses without a figure: their tense must be that of the quoted clause that is most like them. */
function checkClauseTenses(text: string, facts: readonly IndicatorFact[], cited: readonly CitedSentence[]): Problem[] {
  const quoted = cited.flatMap((citation) =>
    citation.quote.split(CLAUSE_END).map((clause) => ({ pairs: hanPairs(clause), tense: statedTense(clause) ?? citation.tense })),
  )
  let from = 0
  for (const clause of text.split(CLAUSE_END)) {
    const start = from
    from += clause.length + 1
    const stated = statedTense(clause)
    if (stated === null || facts.some(({ range }) => range.start >= start && range.start < from)) continue
    const pairs = hanPairs(clause)
    const scores = quoted.map((candidate) => coverage(pairs, candidate.pairs))
    const best = Math.max(...scores)
    const problems = checkTense(
      stated,
      quoted.filter((_, index) => scores[index] === best).map(({ tense }) => tense),
    )
    if (problems.length > 0) return problems
  }
  return []
}

/** Year, place and tense that the statement gives to this figure must be those of a sentence that holds it. */
function checkFacets(text: string, fact: IndicatorFact, supports: readonly CitedFact[], cited: readonly CitedSentence[]): Problem[] {
  const problems: Problem[] = []
  const clause = text.slice(fact.clause.start, fact.clause.end)
  if (
    fact.year !== null &&
    supports.every(({ fact: other, citation }) => other.year !== null && other.year !== fact.year && !writesYear(cited[citation], fact.year))
  ) {
    problems.push({ kind: 'year', message: `年份不一致：原文的这一数字是${supports[0]?.fact.year}年的，不是${fact.year}年的` })
  }
  const places = findPlaces(text.slice(0, fact.range.start), [])
  const place = cited.length > 1 ? places.at(-1) : undefined
  if (place && supports.every(({ citation }) => isElsewhere(cited[citation], place))) {
    problems.push({ kind: 'place', message: `地区不一致：原文的这一数字属于${cited[supports[0]?.citation ?? 0]?.place}，不属于${place}` })
  }
  problems.push(
    ...checkTense(
      statedTense(clause),
      supports.map(({ fact: other }) => other.tense),
    ),
  )
  return problems
}

function writesYear(citation: CitedSentence | undefined, year: number | null): boolean {
  return citation !== undefined && findYears(citation.quote).some((mention) => mention.year === year && !mention.isCompared)
}

function isElsewhere(citation: CitedSentence | undefined, place: string): boolean {
  if (!citation?.place) return false
  return !citation.place.endsWith(place) && !place.endsWith(citation.place) && !comparableText(citation.quote).includes(place)
}

function checkTense(stated: SentenceTense | null, held: readonly (SentenceTense | null)[]): Problem[] {
  if (stated === null || held.some((tense) => tense === null || tense === stated)) return []
  const message = stated === 'actual' ? '原文说的是目标或计划，不是已完成的结果' : '原文说的是已完成的结果，不是目标或计划'
  return [{ kind: 'tense', message }]
}

function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ kind, message }) => {
    const key = `${kind} ${message}`
    return seen.has(key) ? false : seen.add(key)
  })
}
