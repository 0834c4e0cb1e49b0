import { wantsTable } from '../understand/question-kind.ts'
import { drawExamples } from './compose/draw-examples.ts'
import { refuseBySlots, refuseForPlace, refuseForWant } from './compose/refuse.ts'
import type { AnswerContext } from './context/answer-context.ts'
import { type FoundOutcome, refuseAnywhere, refuseWith, withNearest } from './found-outcome.ts'
import { findStranger } from './judge/find-stranger.ts'
import { unknownWork } from './judge/unknown-work.ts'
import { tellAimLeftOpen } from './kinds/aim-left-open.ts'
import { answerAsTable } from './kinds/answer-as-table.ts'
import { answerCompare } from './kinds/answer-compare.ts'
import { answerDefinition, answerWhatIs, asksForMeaning } from './kinds/answer-definition.ts'
import { answerList } from './kinds/answer-list.ts'
import { answerMainIndicators } from './kinds/answer-main-indicators.ts'
import { answerMetadata } from './kinds/answer-metadata.ts'
import { answerNamedSides } from './kinds/answer-named-sides.ts'
import { answerOfPlace } from './kinds/answer-of-place.ts'
import { answerProduct } from './kinds/answer-product.ts'
import { answerResponsible } from './kinds/answer-responsible.ts'
import { answerPartOfPaper } from './kinds/answer-section.ts'
import { answerSideBySide } from './kinds/answer-side-by-side.ts'
import { answerStage } from './kinds/answer-stage.ts'
import { answerTargetAndActual } from './kinds/answer-target-and-actual.ts'
import { answerThings } from './kinds/answer-things.ts'
import { asksForToldPart } from './kinds/answer-told-part.ts'
import type { Found } from './kinds/answer-value.ts'
import { refuseFalsePremise } from './kinds/false-premise.ts'
import { asksOfPaper } from './kinds/metadata-fields.ts'
import { unfoldHeading, unfoldLead } from './kinds/unfold-lead.ts'
import type { Draft, Refusal } from './sentences/draft.ts'

/** One way to answer or to refuse a question; null leaves it to the ways that come after. */
type Answerer = (context: AnswerContext) => Promise<FoundOutcome | null>

/** The ways to answer from the most certain on: what cannot be asked, what is read off one place of a paper, what is set side by side; what none of them takes is searched for. */
const ANSWERERS: readonly Answerer[] = [
  refuseSlots,
  askForSubject,
  refuseUnknownWork,
  ofTable,
  ofMainIndicators,
  ofPaper,
  ofStage,
  ofTerm,
  ofResponsible,
  ofKindOfThing,
  ofPlace,
  ofFalsePremise,
  ofNamedSides,
  ofSidesInOneSentence,
  ofJoinedThings,
]

/** The outcome of a question: of the first answerer that takes it, else of the search. */
export async function findOutcome(context: AnswerContext): Promise<FoundOutcome> {
  for (const answer of ANSWERERS) {
    const found = await answer(context)
    if (found !== null) return found
  }
  return search(context)
}

async function refuseSlots(context: AnswerContext): Promise<FoundOutcome | null> {
  const refused = refuseBySlots(context)
  return refused ? { outcome: await withNearest(context, refused) } : null
}

/** A greeting or a question that names nothing to look for. */
async function askForSubject({ intent, snapshot }: AnswerContext): Promise<FoundOutcome | null> {
  if (intent.focus.length > 0 && !/^(?:你好|您好|在吗|谢谢|你是谁|hello|hi)[！!。？?～~]*$/i.test(intent.asked)) return null
  const suggestions = drawExamples(snapshot, 3)
  const reason = `没有看出要查什么。请写明年份、地区和事项，例如“${suggestions[0] ?? '今年城镇新增就业的目标是多少？'}”。`
  return { outcome: { kind: 'abstained', reason, missing: ['要查的事项'], nearest: [], suggestions } }
}

async function refuseUnknownWork(context: AnswerContext): Promise<FoundOutcome | null> {
  const work = context.intent.kind === 'metadata' ? null : unknownWork(context)
  return work === null ? null : { outcome: await refuseAnywhere(context, work) }
}

async function ofTable(context: AnswerContext): Promise<FoundOutcome | null> {
  const { asked, things } = context.intent
  return wantsTable(asked) && things === undefined ? taken(await answerAsTable(context)) : null
}

async function ofMainIndicators(context: AnswerContext): Promise<FoundOutcome | null> {
  return taken(answerMainIndicators(context))
}

async function ofPaper(context: AnswerContext): Promise<FoundOutcome | null> {
  const { asked, kind } = context.intent
  if (kind !== 'metadata') return asksOfPaper(asked) ? taken(answerMetadata(context)) : null
  return { outcome: answerMetadata(context) ?? (await refuseWith(context, ['文件信息'])) }
}

async function ofStage(context: AnswerContext): Promise<FoundOutcome | null> {
  return taken(answerStage(context))
}

async function ofTerm(context: AnswerContext): Promise<FoundOutcome | null> {
  const { asked, focus, kind, quoted } = context.intent
  if (kind !== 'definition') return null
  const draft = answerDefinition(context)
  if (draft || !(quoted.length > 0 || asksForMeaning(asked))) return taken(draft)
  return { outcome: await refuseWith(context, [`“${quoted[0] ?? focus[0]?.text ?? ''}”的解释`]) }
}

async function ofResponsible(context: AnswerContext): Promise<FoundOutcome | null> {
  return isFactOrList(context) ? taken(await answerResponsible(context)) : null
}

async function ofKindOfThing(context: AnswerContext): Promise<FoundOutcome | null> {
  return context.intent.kind === 'value' ? taken(answerWhatIs(context)) : null
}

async function ofPlace(context: AnswerContext): Promise<FoundOutcome | null> {
  const told = answerOfPlace(context)
  return told ? { outcome: told.draft ?? (await refuseForPlace(context)) } : null
}

async function ofFalsePremise(context: AnswerContext): Promise<FoundOutcome | null> {
  return taken(await refuseFalsePremise(context))
}

async function ofNamedSides(context: AnswerContext): Promise<FoundOutcome | null> {
  const named = await answerNamedSides(context)
  return named && { outcome: named.draft ?? (await refuseForWant(context, named.candidates, [])), candidates: named.candidates }
}

async function ofSidesInOneSentence(context: AnswerContext): Promise<FoundOutcome | null> {
  return isFactOrList(context) ? taken(await answerSideBySide(context)) : null
}

async function ofJoinedThings(context: AnswerContext): Promise<FoundOutcome | null> {
  const things = await answerThings(context)
  return things?.draft ? { outcome: things.draft, candidates: things.candidates } : null
}

function isFactOrList({ intent }: AnswerContext): boolean {
  return intent.kind === 'value' || intent.kind === 'list'
}

function taken(outcome: Draft | Refusal | null): FoundOutcome | null {
  return outcome && { outcome }
}

async function search(context: AnswerContext): Promise<FoundOutcome> {
  const { intent } = context
  const both = intent.bothTenses && intent.years.length <= 1 && intent.places.length <= 1 ? await answerTargetAndActual(context) : null
  const { draft, candidates, missing = [] } = both ?? (await searchByKind(context))
  const open = both === null ? tellAimLeftOpen(context, draft) : null
  if (open) return { outcome: open, candidates }
  const stranger = draft ? await findStranger(context, draft) : null
  if (draft && stranger === null) return { outcome: unfoldHeading(unfoldLead(draft, intent), intent), candidates }
  return { outcome: await refuseForWant(context, candidates, stranger === null ? missing : [stranger]), candidates }
}

async function searchByKind(context: AnswerContext): Promise<Found> {
  switch (context.intent.kind) {
    case 'compare':
    case 'change':
      return answerCompare(context)
    case 'list':
    case 'summary':
      return answerList(context)
    default: {
      const part = answerPartOfPaper(context)
      if (part) return { draft: part, candidates: [] }
      return asksForToldPart(context) ? answerList(context) : answerProduct(context)
    }
  }
}
