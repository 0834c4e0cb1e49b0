import { type AnswerContext, type Candidate, yearOf } from '../context/answer-context.ts'
import { contentWords, lackIn } from '../find/content-words.ts'
import { tenseOf } from '../sentences/tense-of.ts'

/** Which candidate may go before the first one. */
interface Rival {
  /** From this share of the first one's score on, above 0. */
  readonly share: number
  readonly isWanted: (candidate: Candidate, first: Candidate) => boolean
}

/** The candidates with the first rival before all others, where there is one that lacks no more of the question's words than the first candidate does. */
export function goesFirst(context: AnswerContext, candidates: readonly Candidate[], { share, isWanted }: Rival): readonly Candidate[] {
  const [first] = candidates
  if (!first) return candidates
  const words = contentWords(context)
  const lackOf = ({ evidence }: Candidate): number => lackIn(context, evidence.row, words)
  const rival = candidates.find((one) => one !== first && one.score >= share * first.score && isWanted(one, first) && lackOf(one) <= lackOf(first))
  return rival ? toFront(rival, candidates) : candidates
}

/** The candidates with one of them before all others. It stands for the first one: what is nearly as good as that is told beside it. */
export function toFront(candidate: Candidate, candidates: readonly Candidate[]): readonly Candidate[] {
  const score = Math.max(candidate.score, candidates[0]?.score ?? 0)
  return [{ ...candidate, score }, ...candidates.filter((one) => one !== candidate)]
}

/** A sentence of the widest place goes before one of a place in it from this share of its score on. */
const OF_WIDEST = 0.75

/** Where no place is asked for, the city answers before its district if it says as much; the district's sentence follows. */
export function widestFirst(context: AnswerContext, candidates: readonly Candidate[]): readonly Candidate[] {
  const { intent, knowledge } = context
  const isWidest = ({ evidence }: Candidate): boolean => evidence.row.sentence.facets.place === knowledge.widestPlace
  const [first] = candidates
  if (knowledge.widestPlace === null || intent.places.length > 0 || intent.before.length > 0 || !first || isWidest(first)) return candidates
  return goesFirst(context, candidates, { share: OF_WIDEST, isWanted: isWidest })
}

/** What a newer paper says goes before an older one's words from this share of their score on. */
const NEWER = 0.7

/** Where no year is asked for and papers of several years tell of the same thing of one place, the newest of a kind goes first. An aim never goes before what has come about. */
export function newestFirst(context: AnswerContext, candidates: readonly Candidate[]): readonly Candidate[] {
  const { intent } = context
  const [first] = candidates
  const year = yearOf(first)
  if (!first || year === null || intent.years.length > 0 || intent.kind !== 'value') return candidates
  const newest = Math.max(...candidates.map((one) => yearOf(one) ?? 0))
  return newest <= year ? candidates : goesFirst(context, candidates, { share: NEWER, isWanted: (one) => isNewer(one, first, newest) })
}

function isNewer(one: Candidate, first: Candidate, newest: number): boolean {
  const [row, other] = [one.evidence.row, first.evidence.row]
  const isOfOnePlace = row.sentence.facets.place === other.sentence.facets.place
  return yearOf(one) === newest && isOfOnePlace && (tenseOf(other) === 'target' || tenseOf(row) === tenseOf(other))
}
