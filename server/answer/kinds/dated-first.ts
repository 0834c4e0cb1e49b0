import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { contentWords } from '../find/content-words.ts'
import { readDatedEvent } from '../judge/dated-event.ts'
import { periodOf } from '../sentences/period-of.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { toFront } from './goes-first.ts'

/**
 * Where the year of an event is asked for, what tells of that event goes before what tells another time of the same thing: that it came about before that it is to,
 * an account of one year before one of several.
 */
export function datedFirst(context: AnswerContext, candidates: readonly Candidate[]): readonly Candidate[] {
  const event = candidates.length > 0 && context.intent.expected.kind === 'time' ? readDatedEvent(context, contentWords(context)) : null
  if (event === null) return candidates
  const told = candidates.filter(event.isToldBy)
  if (event.isNaming) return earliestFirst(told, candidates)
  const ofOneYear = told.filter(({ evidence }) => periodOf(evidence.row) === null)
  const best = ofOneYear.find(({ evidence }) => tenseOf(evidence.row) === 'actual') ?? ofOneYear[0] ?? told[0]
  return best === undefined ? candidates : toFront(best, candidates)
}

function earliestFirst(told: readonly Candidate[], candidates: readonly Candidate[]): readonly Candidate[] {
  const yearOf = ({ evidence }: Candidate): number => evidence.row.sentence.facets.year ?? Number.POSITIVE_INFINITY
  const [first] = told.toSorted((a, b) => yearOf(a) - yearOf(b))
  return first === undefined ? candidates : toFront(first, candidates)
}
