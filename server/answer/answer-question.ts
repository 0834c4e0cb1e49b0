import { withoutInheritedMeasure } from '../understand/follow-up.ts'
import { wantsTable } from '../understand/question-kind.ts'
import { drawExamples } from './compose/draw-examples.ts'
import { refuseBySlots, refuseForPlace, refuseForWant } from './compose/refuse.ts'
import { suggestFollowUps, suggestQuestions } from './compose/suggest.ts'
import { type AnswerContext, askedScope, type Candidate, type Scope } from './context/answer-context.ts'
import { findCandidates } from './find/find-candidates.ts'
import { confidenceOf } from './judge/confidence.ts'
import { createPartOfYearCover } from './judge/cover-part-of-year.ts'
import { toldOfAsked } from './judge/cover-place.ts'
import { findStranger } from './judge/find-stranger.ts'
import { lacksMembers } from './judge/lacking-members.ts'
import { lackingResult } from './judge/lacking-result.ts'
import { unknownWork } from './judge/unknown-work.ts'
import { tellAimLeftOpen } from './kinds/aim-left-open.ts'
import { answerAsTable } from './kinds/answer-as-table.ts'
import { answerAskingClauses } from './kinds/answer-asking-clauses.ts'
import { answerCompare } from './kinds/answer-compare.ts'
import { answerDefinition, answerWhatIs } from './kinds/answer-definition.ts'
import { answerList } from './kinds/answer-list.ts'
import { answerMainIndicators } from './kinds/answer-main-indicators.ts'
import { answerMetadata } from './kinds/answer-metadata.ts'
import { answerNamedSides } from './kinds/answer-named-sides.ts'
import { answerOfPlace } from './kinds/answer-of-place.ts'
import { answerProduct } from './kinds/answer-product.ts'
import { answerResponsible } from './kinds/answer-responsible.ts'
import { answerPartOfPaper } from './kinds/answer-section.ts'
import { answerSideBySide } from './kinds/answer-side-by-side.ts'
import { answerTargetAndActual } from './kinds/answer-target-and-actual.ts'
import { answerThings } from './kinds/answer-things.ts'
import { asksForToldPart } from './kinds/answer-told-part.ts'
import type { Found } from './kinds/answer-value.ts'
import { refuseFalsePremise } from './kinds/false-premise.ts'
import { asksOfPaper } from './kinds/metadata-fields.ts'
import { unfoldHeading, unfoldLead } from './kinds/unfold-lead.ts'
import type { Draft, Refusal } from './sentences/draft.ts'

/** An outcome, and how likely it is that the library holds what was asked: see `confidenceOf`; 1 for what was read off a first page or a list of terms, 0 without a search. */
export interface Outcome {
  readonly outcome: Draft | Refusal
  readonly confidence: number
}

/** Answers one question by its kind, or says why it cannot. */
export async function answerQuestion(context: AnswerContext): Promise<Outcome> {
  const { candidates, outcome: whole } = await ofOwnThing(context, await findOutcome(context))
  const first = await answerAskingClauses(context, whole)
  const found = await withMembers(context, await ofAskedPart(context, await ofAskedPlace(context, first)))
  const outcome: Draft | Refusal =
    found.kind === 'answered' ? { ...withLacking(context, found), suggestions: await suggestFollowUps(context, found) } : found
  if (candidates !== undefined && candidates.length > 0)
    return { outcome, confidence: confidenceOf(context, candidates, outcome.kind === 'abstained') }
  return { outcome, confidence: outcome.kind === 'answered' ? 1 : 0 }
}

/** A follow-up that names another thing than the measure asked for before (财政收入？粮食呢), where nothing tells of both: of that thing alone. */
async function ofOwnThing(context: AnswerContext, found: FoundOutcome): Promise<FoundOutcome> {
  const focus = found.outcome.kind === 'abstained' ? withoutInheritedMeasure(context.intent.focus) : null
  if (focus === null) return found
  const own = await findOutcome({ ...context, intent: { ...context.intent, focus } })
  return own.outcome.kind === 'answered' ? own : found
}

/** An aim where a result was asked for is told with the word that the result is not held. */
function withLacking(context: AnswerContext, found: Draft): Draft {
  const lacking = lackingResult(context, found)
  return lacking === null || found.lacking !== undefined ? found : { ...found, lacking: [lacking] }
}

/** However an answer was found: of a place that only papers of others name, what these tell of others is left out. First pages and terms are of papers, not of places. */
async function ofAskedPlace(context: AnswerContext, found: Draft | Refusal): Promise<Draft | Refusal> {
  const { kind } = context.intent
  if (found.kind === 'abstained' || kind === 'metadata' || kind === 'definition' || kind === 'compare' || kind === 'change') return found
  const statements = toldOfAsked(context, found.statements)
  if (statements.length === found.statements.length) return found
  return statements.length > 0 ? { kind: 'answered', statements } : refuseForPlace(context)
}

/** However an answer was found: what it tells of another part of the year than the one that was asked for, or of the whole, is left out. */
async function ofAskedPart(context: AnswerContext, found: Draft | Refusal): Promise<Draft | Refusal> {
  if (found.kind === 'abstained') return found
  const objects = createPartOfYearCover(context.intent)
  const objections = found.statements.map(({ rows, text, computed }) =>
    computed ? null : rows.map((row) => objects(row, text)).find((one) => one !== null),
  )
  const missing = objections.flatMap((objection) => objection?.missing ?? [])
  if (missing.length === 0) return found
  const statements = found.statements.filter(({ computed }, i) => !objections[i] && !computed)
  // A table sets the figures of the others beside them.
  if (statements.length > 0) return { kind: 'answered', statements, lacking: [...new Set([...(found.lacking ?? []), ...missing])] }
  return refuseWith(context, [...new Set(missing)])
}

/** However an answer was found: that there are so many does not say which they are. */
async function withMembers(context: AnswerContext, found: Draft | Refusal): Promise<Draft | Refusal> {
  if (found.kind === 'abstained' || !lacksMembers(context.intent.asked, found.statements, context.knowledge.namesDivision)) return found
  return refuseWith(context, ['逐个的名称'])
}

const ANYWHERE: Scope = { years: [], places: [] }

/** A refusal for what is missing, with what comes nearest in a scope: the years and places that were asked for. */
async function refuseWith(context: AnswerContext, missing: readonly string[], scope: Scope = askedScope(context.intent)): Promise<Refusal> {
  return refuseForWant(context, await findCandidates(context, scope), missing)
}

interface FoundOutcome {
  readonly outcome: Draft | Refusal
  readonly candidates?: readonly Candidate[]
}

async function findOutcome(context: AnswerContext): Promise<FoundOutcome> {
  const refused = refuseBySlots(context)
  if (refused) return { outcome: await withNearest(context, refused) }
  if (isEmptyQuestion(context)) return { outcome: askForSubject(context) }
  const work = context.intent.kind === 'metadata' ? null : unknownWork(context)
  if (work !== null) return { outcome: await refuseWith(context, [work], ANYWHERE) }
  if (wantsTable(context.intent.asked) && context.intent.things === undefined) {
    const draft = await answerAsTable(context)
    if (draft) return { outcome: draft }
  }
  const main = answerMainIndicators(context)
  if (main) return { outcome: main }
  const { kind } = context.intent
  if (kind === 'metadata') return { outcome: answerMetadata(context) ?? (await refuseWith(context, ['文件信息'])) }
  if (asksOfPaper(context.intent.asked)) {
    const draft = answerMetadata(context)
    if (draft) return { outcome: draft }
  }
  if (kind === 'definition') {
    const draft = answerDefinition(context)
    if (draft) return { outcome: draft }
    if (context.intent.quoted.length > 0 || /^(?:什么是|什么叫|啥叫|啥是|何为)|何谓|是什么意思|什么意思|怎么定义|如何定义/.test(context.intent.asked))
      return { outcome: await refuseWith(context, [`“${context.intent.quoted[0] ?? context.intent.focus[0]?.text ?? ''}”的解释`]) }
  }
  if (kind === 'value' || kind === 'list') {
    const draft = await answerResponsible(context)
    if (draft) return { outcome: draft }
  }
  if (kind === 'value') {
    const draft = answerWhatIs(context)
    if (draft) return { outcome: draft }
  }
  const ofPlace = answerOfPlace(context)
  if (ofPlace) return { outcome: ofPlace.draft ?? (await refuseForPlace(context)) }
  const premise = await refuseFalsePremise(context)
  if (premise) return { outcome: premise }
  const named = await answerNamedSides(context)
  if (named) return { outcome: named.draft ?? (await refuseForWant(context, named.candidates, [])), candidates: named.candidates }
  const sideBySide = kind === 'value' || kind === 'list' ? await answerSideBySide(context) : null
  if (sideBySide) return { outcome: sideBySide }
  const things = await answerThings(context)
  if (things?.draft) return { outcome: things.draft, candidates: things.candidates }
  const { intent } = context
  const both = intent.bothTenses && intent.years.length <= 1 && intent.places.length <= 1 ? await answerTargetAndActual(context) : null
  const { draft, candidates, missing = [] } = both ?? (await answerBySearch(context))
  const open = both === null ? tellAimLeftOpen(context, draft) : null
  if (open) return { outcome: open, candidates }
  const stranger = draft ? await findStranger(context, draft) : null
  if (draft && stranger === null) return { outcome: unfoldHeading(unfoldLead(draft, intent), intent), candidates }
  return { outcome: await refuseForWant(context, candidates, stranger === null ? missing : [stranger]), candidates }
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
  const candidates = await findCandidates(context, ANYWHERE)
  return { ...refusal, nearest: candidates.slice(0, 3).map(({ evidence }) => evidence.row), suggestions: await suggestQuestions(context, candidates) }
}

function answerBySearch(context: AnswerContext): Promise<Found> {
  switch (context.intent.kind) {
    case 'compare':
    case 'change':
      return answerCompare(context)
    case 'list':
    case 'summary':
      return answerList(context)
    default: {
      const part = answerPartOfPaper(context)
      if (part) return Promise.resolve({ draft: part, candidates: [] })
      return asksForToldPart(context) ? answerList(context) : answerProduct(context)
    }
  }
}
