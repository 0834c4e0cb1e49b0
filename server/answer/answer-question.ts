import { answerCompare } from './answer-compare.ts'
import type { AnswerContext } from './answer-context.ts'
import { answerDefinition } from './answer-definition.ts'
import { answerList } from './answer-list.ts'
import { answerMetadata } from './answer-metadata.ts'
import { answerValue, type Found } from './answer-value.ts'
import type { Draft, Refusal } from './draft.ts'
import { drawExamples } from './draw-examples.ts'
import { refuseFalsePremise } from './false-premise.ts'
import { findCandidates } from './find-candidates.ts'
import { refuseBySlots, refuseForWant } from './refuse.ts'
import { suggestQuestions } from './suggest.ts'

/** Answers one question by its kind, or says why it cannot. */
export async function answerQuestion(context: AnswerContext): Promise<Draft | Refusal> {
  const refused = refuseBySlots(context)
  if (refused) return withNearest(context, refused)
  if (isEmptyQuestion(context)) return askForSubject(context)
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
    if (context.intent.quoted.length > 0 || /^什么是|何谓|是什么意思|什么意思|怎么定义|如何定义/.test(context.intent.asked)) {
      const { candidates } = await answerValue(context)
      return refuseForWant(context, candidates, [`“${context.intent.quoted[0] ?? context.intent.focus[0]?.text ?? ''}”的解释`])
    }
  }
  const premise = await refuseFalsePremise(context)
  if (premise) return premise
  const { draft, candidates, missing = [] } = await answerBySearch(context)
  return draft ?? refuseForWant(context, candidates, missing)
}

/** A greeting or a question that names nothing to look for. */
function isEmptyQuestion({ intent }: AnswerContext): boolean {
  return intent.focus.length === 0 || /^(?:你好|您好|在吗|谢谢|你是谁|hello|hi)[！!。？?～~]*$/i.test(intent.asked)
}

function askForSubject(context: AnswerContext): Refusal {
  const suggestions = drawExamples(context.snapshot, 3)
  return {
    kind: 'abstained',
    reason: `没有看出要查什么。请写明年份、地区和事项，例如“${suggestions[0] ?? '今年城镇新增就业的目标是多少？'}”。`,
    missing: ['要查的事项'],
    nearest: [],
    suggestions,
  }
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
