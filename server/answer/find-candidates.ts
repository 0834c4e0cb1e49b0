import type { Evidence } from '../retrieval/retriever.ts'
import type { FocusPart, Intent } from '../understand/intent.ts'
import { type AnswerContext, type Candidate, filterFor, type Scope, weighTerms } from './answer-context.ts'
import { bestClauseWindow } from './clause-window.ts'
import { type ContentWord, contentWords, missingWords } from './content-words.ts'

/** Sentences that are looked at closely. */
const POOL = 60
/** Longest stretch of a sentence that a fact is told in, in characters. */
const MAX_WINDOW_CHARS = 150

/** A best candidate with this share of the question's weight needs no second reading. */
const WELL_COVERED = 0.3
const REREAD = 24
const REREAD_WEIGHT = 0.5

/** Adjustments to the retrieval score, in its own units (a sentence with all of the question's words has about 1). */
const ADJUST = {
  coverage: 0.6,
  missingHeld: -0.3,
  enumeration: 0.1,
  figure: 0.08,
  noFigure: -0.12,
  tense: 0.06,
  otherTense: -0.12,
  ownYear: 0.05,
  heading: -0.15,
  narrowerPlace: -0.15,
  otherPlace: -0.25,
} as const

/** Ranks the sentences of a scope by how well their best clauses answer; sentences of equal wording count once. */
export async function findCandidates(context: AnswerContext, scope: Scope, parts: readonly FocusPart[] = context.intent.focus): Promise<Candidate[]> {
  const { intent, snapshot, retriever } = context
  const text = parts
    .filter((part) => part.weight >= 0.5)
    .map((part) => part.text)
    .join(' ')
  const { evidence, terms } = await retriever.retrieve(snapshot, { parts, text, filter: filterFor(intent, scope), limit: POOL })
  const weights = weighTerms(context, parts, terms.terms)
  const words = contentWords(context)
  const seen = new Set<number>()
  const candidates: Candidate[] = []
  for (const item of evidence) {
    if (seen.has(item.row.row)) continue
    for (const twin of context.twins(item.row)) seen.add(twin.row)
    const window = bestClauseWindow(item.row.sentence.text, weights, context.termsOf, intent.expected, MAX_WINDOW_CHARS)
    candidates.push({
      evidence: item,
      ...window,
      cosine: item.cosine,
      score:
        item.score +
        ADJUST.coverage * window.coverage +
        ADJUST.missingHeld * missingHeld(item, words) +
        adjust(item, window.hasFigure, intent, scope),
    })
  }
  return rereadByMeaning(context, text, candidates.toSorted(byScore))
}

/** Share of the question's words that the library knows and the sentence lacks. */
function missingHeld({ row }: Evidence, words: readonly ContentWord[]): number {
  return missingWords(row, words).reduce((sum, word) => sum + (word.held ? word.share : 0), 0)
}

const byScore = (a: Candidate, b: Candidate): number => b.score - a.score || a.evidence.row.row - b.evidence.row.row

/**
 * Where the question's own words are hardly found, the clauses that would be quoted are compared with the question by meaning: a long sentence blurs what one clause of it says.
 * Measured: first place right on colloquial questions 69 → 84 (seeds) and 72 → 78 (six other governments), nothing lost elsewhere.
 */
async function rereadByMeaning(context: AnswerContext, question: string, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const best = candidates[0]
  if (!best || best.coverage >= WELL_COVERED) return [...candidates]
  const head = candidates.slice(0, REREAD)
  const cosines = await context.retriever.compare(
    question,
    head.map((candidate) => candidate.text),
  )
  const reread = head.map((candidate, i) => ({ ...candidate, cosine: cosines[i] ?? 0, score: candidate.score + REREAD_WEIGHT * (cosines[i] ?? 0) }))
  return [...reread.toSorted(byScore), ...candidates.slice(REREAD)]
}

function adjust({ row }: Evidence, hasFigure: boolean, intent: Intent, scope: Scope): number {
  const { facets, role } = row.sentence
  let sum = 0
  if (intent.expected.kind === 'figure') sum += hasFigure ? ADJUST.figure : ADJUST.noFigure
  if (intent.tense !== null && facets.tense !== null) sum += facets.tense === intent.tense ? ADJUST.tense : ADJUST.otherTense
  if (facets.year !== null && scope.years.includes(facets.year)) sum += ADJUST.ownYear
  if (intent.kind === 'list' && (row.sentence.text.match(/、/g)?.length ?? 0) >= 2) sum += ADJUST.enumeration
  if (role === 'heading' || role === 'title' || role === 'attribute') sum += ADJUST.heading
  return sum + placeAdjustment(row, intent)
}

/** A place named by a part of its name is preferred to the places below it; where no place is named, wider places are preferred a little. */
function placeAdjustment(row: Evidence['row'], intent: Intent): number {
  const loose = intent.places.filter((place) => place.standing === 'held' && !place.strict).map((place) => place.name)
  if (loose.length === 0) return 0
  const { place, parentPlace } = row.document.document.metadata
  if (place !== null && loose.includes(place)) return 0
  return parentPlace !== null && loose.includes(parentPlace) ? ADJUST.narrowerPlace : ADJUST.otherPlace
}
