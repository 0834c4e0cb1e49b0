import { refuseForWant } from './compose/refuse.ts'
import { suggestQuestions } from './compose/suggest.ts'
import { type AnswerContext, askedScope, type Candidate, type Scope } from './context/answer-context.ts'
import { findCandidates } from './find/find-candidates.ts'
import type { Draft, Refusal } from './sentences/draft.ts'

/** What an answerer came to, with the candidates that it was found among, where there was a search. */
export interface FoundOutcome {
  readonly outcome: Draft | Refusal
  readonly candidates?: readonly Candidate[]
}

const ANYWHERE: Scope = { years: [], places: [] }

/** A refusal for what is missing, with what comes nearest in the years and places that were asked for. */
export async function refuseWith(context: AnswerContext, missing: readonly string[]): Promise<Refusal> {
  return refuseForWant(context, await findCandidates(context, askedScope(context.intent)), missing)
}

/** A refusal for what no paper of the library names. */
export async function refuseAnywhere(context: AnswerContext, missing: string): Promise<Refusal> {
  return refuseForWant(context, await findCandidates(context, ANYWHERE), [missing])
}

/** A refusal by place or year still shows what the library says on the subject elsewhere. */
export async function withNearest(context: AnswerContext, refusal: Refusal): Promise<Refusal> {
  const candidates = await findCandidates(context, ANYWHERE)
  return { ...refusal, nearest: candidates.slice(0, 3).map(({ evidence }) => evidence.row), suggestions: await suggestQuestions(context, candidates) }
}
