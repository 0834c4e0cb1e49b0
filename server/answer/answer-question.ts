import { withoutInheritedMeasure } from '../understand/follow-up.ts'
import { findOutcome } from './answerers.ts'
import { suggestFollowUps } from './compose/suggest.ts'
import type { AnswerContext } from './context/answer-context.ts'
import type { FoundOutcome } from './found-outcome.ts'
import { holdToQuestion } from './hold-to-question.ts'
import { confidenceOf } from './judge/confidence.ts'
import { answerAskingClauses } from './kinds/answer-asking-clauses.ts'
import type { Draft, Refusal } from './sentences/draft.ts'

/** An outcome, and how likely it is that the library holds what was asked: see `confidenceOf`; 1 for what was read off a first page or a list of terms, 0 without a search. */
export interface Outcome {
  readonly outcome: Draft | Refusal
  readonly confidence: number
}

/** Answers one question by its kind, or says why it cannot. */
export async function answerQuestion(context: AnswerContext): Promise<Outcome> {
  const { candidates = [], outcome: whole } = await ofOwnThing(context, await findOutcome(context))
  const held = await holdToQuestion(context, await answerAskingClauses(context, whole))
  const outcome: Draft | Refusal = held.kind === 'answered' ? { ...held, suggestions: await suggestFollowUps(context, held) } : held
  const isRefused = outcome.kind === 'abstained'
  if (candidates.length > 0) return { outcome, confidence: confidenceOf(context, candidates, isRefused) }
  return { outcome, confidence: isRefused ? 0 : 1 }
}

/** A follow-up that names another thing than the measure asked for before (财政收入？粮食呢), where nothing tells of both: of that thing alone. */
async function ofOwnThing(context: AnswerContext, found: FoundOutcome): Promise<FoundOutcome> {
  const focus = found.outcome.kind === 'abstained' ? withoutInheritedMeasure(context.intent.focus) : null
  if (focus === null) return found
  const own = await findOutcome({ ...context, intent: { ...context.intent, focus } })
  return own.outcome.kind === 'answered' ? own : found
}
