import { answerCompare } from './answer-compare.ts'
import type { AnswerContext } from './answer-context.ts'
import { answerDefinition } from './answer-definition.ts'
import { answerList } from './answer-list.ts'
import { answerMetadata } from './answer-metadata.ts'
import { answerValue, type Found } from './answer-value.ts'
import type { Draft, Refusal } from './draft.ts'
import { refuseFalsePremise } from './false-premise.ts'
import { findCandidates } from './find-candidates.ts'
import { refuseBySlots, refuseForWant } from './refuse.ts'
import { suggestQuestions } from './suggest.ts'

/** Answers one question by its kind, or says why it cannot. */
export async function answerQuestion(context: AnswerContext): Promise<Draft | Refusal> {
  const refused = refuseBySlots(context)
  if (refused) return withNearest(context, refused)
  const { kind } = context.intent
  if (kind === 'metadata') {
    const draft = answerMetadata(context)
    if (draft) return draft
    const { candidates } = await answerValue(context)
    return refuseForWant(context, candidates, ['文件信息'])
  }
  if (kind === 'definition') {
    const draft = answerDefinition(context)
    if (draft) return draft
    if (context.intent.quoted.length > 0) {
      const { candidates } = await answerValue(context)
      return refuseForWant(context, candidates, [`“${context.intent.quoted[0]}”的解释`])
    }
  }
  const premise = await refuseFalsePremise(context)
  if (premise) return premise
  const { draft, candidates, missing = [] } = await answerBySearch(context)
  return draft ?? refuseForWant(context, candidates, missing)
}

/** A refusal by place or year still shows what the library says on the subject elsewhere. */
async function withNearest(context: AnswerContext, refusal: Refusal): Promise<Refusal> {
  const candidates = await findCandidates(context, { years: [], places: [] })
  return { ...refusal, nearest: candidates.slice(0, 3).map(({ evidence }) => evidence.row), suggestions: suggestQuestions(context, candidates) }
}

function answerBySearch(context: AnswerContext): Promise<Found> {
  switch (context.intent.kind) {
    case 'compare':
    case 'change':
      return answerCompare(context)
    case 'list':
    case 'summary':
      return answerList(context)
    default:
      return answerValue(context)
  }
}
