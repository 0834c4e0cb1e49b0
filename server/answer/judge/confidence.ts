import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { type ContentWord, contentWords } from '../find/content-words.ts'

/** Where the question leaves the type of its answer open, a sentence counts as naming it this far. */
const OPEN_TYPE = 0.7
/** A document that never names the asked year counts this far. */
const OTHER_YEAR = 0.6
/** The candidates that the best one is set against. */
const RIVALS = 3

/**
 * Weights of a logistic function, fitted on RGB's Chinese questions (300 with the answer there at noise 0.8, 300 without at noise 1). Refusals at 5 % false refusals with weights
 * from the one half and questions from the other: 37 and 47 of 100.
 */
const WEIGHTS = {
  best: 0.849,
  clause: 0.716,
  document: 2.293,
  year: 1.161,
  lead: 1.256,
  typed: -0.765,
  unsaid: 0.906,
  refused: -Math.LN2,
  bias: -3.887,
} as const

/**
 * How likely it is that the library holds what was asked, from the sentences that were found alone: how well the best one fits and how far ahead it is of the next, the most of the
 * question that one clause says together with a thing of the type that is asked for, the most that one document says, and whether the year asked is named there. Words of
 * the question that no sentence found says tell nothing and are made up for; a question that names the type of its answer is matched more easily by sentences about something else.
 *
 * NOTE: no refusal is made of it. Colloquial questions share few words with their answers and lie at 0.02 to 0.2 although most are answered rightly: refusing below 0.1 would have
 * lost 25 right answers of 272 on the seed questions. It tells callers that know their own tolerance how sure the search was.
 *
 * @param isRefused whether the question was refused for want of a slot, which halves the odds
 * @returns 0 to 1, comparable across questions of one style
 */
export function confidenceOf(context: AnswerContext, candidates: readonly Candidate[], isRefused: boolean): number {
  if (candidates.length === 0) return 0
  const years = context.intent.years.map((year) => `${year}`)
  const scores = candidates.map(({ score }) => score).toSorted((a, b) => b - a)
  const rivals = scores.slice(1, 1 + RIVALS)
  const best = scores[0] ?? 0
  const documents = groupByDocument(candidates).map((group) => {
    const named = Math.max(...group.map(namedOf))
    const isOfYear = years.length === 0 || group.some(({ evidence }) => years.some((year) => evidence.row.sentence.text.includes(year)))
    return { named, isOfYear, group }
  })
  const words = contentWords(context)
  const sum =
    WEIGHTS.bias +
    WEIGHTS.best * best +
    WEIGHTS.clause * Math.max(...candidates.map((candidate) => namedOf(candidate) * candidate.coverage)) +
    WEIGHTS.document * Math.max(...documents.map(({ named, isOfYear, group }) => named * (isOfYear ? 1 : OTHER_YEAR) * sharedOf(words, group))) +
    WEIGHTS.year * (yearNamed(candidates, documents) ? 1 : 0) +
    WEIGHTS.refused * (isRefused ? 1 : 0) +
    WEIGHTS.typed * (context.intent.answerType === null ? 0 : 1) +
    WEIGHTS.unsaid * Math.max(0, allShares(words) - sharedOf(words, candidates)) +
    WEIGHTS.lead * (best - (rivals.length > 0 ? rivals.reduce((total, score) => total + score, 0) / rivals.length : 0))
  return 1 / (1 + Math.exp(-sum))
}

function allShares(words: readonly ContentWord[]): number {
  return words.reduce((sum, { share }) => sum + share, 0)
}

function namedOf({ named }: Candidate): number {
  return named ?? OPEN_TYPE
}

function groupByDocument(candidates: readonly Candidate[]): Candidate[][] {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const { id } = candidate.evidence.row.document.document
    const group = groups.get(id)
    if (group) group.push(candidate)
    else groups.set(id, [candidate])
  }
  return [...groups.values()]
}

/** Share of the question's content words that the sentences hold together. */
function sharedOf(words: readonly ContentWord[], group: readonly Candidate[]): number {
  return words.reduce((sum, { text, share }) => sum + (group.some(({ evidence }) => evidence.row.sentence.text.includes(text)) ? share : 0), 0)
}

/** Whether the document of the first candidate names the year asked, where one is. */
function yearNamed(
  candidates: readonly Candidate[],
  documents: readonly { readonly isOfYear: boolean; readonly group: readonly Candidate[] }[],
): boolean {
  const [first] = candidates
  return documents.some(({ isOfYear, group }) => isOfYear && first !== undefined && group.includes(first))
}
