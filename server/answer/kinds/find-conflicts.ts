import type { Bound } from '../../../ingest/facts/qualifiers.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { factsOfRow, figureText, type MatchedFact, matchFact } from '../context/match-fact.ts'
import type { Draft, DraftStatement } from '../sentences/draft.ts'
import { periodOf } from '../sentences/period-of.ts'

/** Candidates looked at for another value. */
const LOOKED_AT = 10
/** Values closer than this are one value, rounded. */
const ROUNDING = 0.006

/** Other values that the library gives for the figure of an answer: the same indicator, attribute, year, place and kind of figure. Empty where all agree. */
export function findConflicts(
  context: AnswerContext,
  statements: readonly DraftStatement[],
  candidates: readonly Candidate[],
): NonNullable<Draft['conflicts']> {
  const [statement] = statements
  const row = statement?.rows.at(-1)
  const own = statement && row ? matchFact(context, row, statement.text) : null
  if (!own || periodOf(own.row) !== null || !['level', 'growth', 'rate', 'share'].includes(own.fact.attribute)) return []
  const others: MatchedFact[] = []
  for (const { evidence } of candidates.slice(0, LOOKED_AT)) {
    if (evidence.row === own.row || periodOf(evidence.row) !== null || context.twins(own.row).includes(evidence.row)) continue
    const fact = factsOfRow(context, evidence.row).find(
      (other) => contradicts(own.fact, other) && isMean(own.row, own.fact) === isMean(evidence.row, other),
    )
    if (fact) others.push({ fact, row: evidence.row, figure: figureText(evidence.row, fact) })
  }
  if (others.length === 0) return []
  const values = [own, ...others].map((matched) => ({ text: matched.figure, rows: [matched.row] }))
  return [{ indicator: own.fact.indicator, year: own.fact.year, place: own.fact.place, values }]
}

/** 年均增长6.5% does not contradict the growth of one year. */
function isMean({ sentence }: SentenceRow, { clause }: MatchedFact['fact']): boolean {
  return /年均|平均/.test(sentence.text.slice(clause.start, clause.end))
}

function contradicts(a: MatchedFact['fact'], b: MatchedFact['fact']): boolean {
  const sameThing =
    a.indicator === b.indicator && a.attribute === b.attribute && a.direction === b.direction && a.quantity.baseUnit === b.quantity.baseUnit
  // 占生产总值比重 without what takes that share is of no one thing.
  if (/^占/.test(a.indicator)) return false
  const sameScope = a.year !== null && a.year === b.year && a.place === b.place && a.tense === b.tense
  if (!sameThing || !sameScope || a.quantity.upper !== null || b.quantity.upper !== null) return false
  const [x, y] = [a.quantity.value, b.quantity.value]
  return Math.abs(x - y) > ROUNDING * Math.max(Math.abs(x), Math.abs(y)) && !bounded(a.quantity.bound, x, b.quantity.bound, y)
}

/** 突破500 and 520 agree; so do 不超过5 and 4. */
function bounded(a: Bound, x: number, b: Bound, y: number): boolean {
  return (a === 'at-least' && y > x) || (b === 'at-least' && x > y) || (a === 'at-most' && y < x) || (b === 'at-most' && x < y)
}
