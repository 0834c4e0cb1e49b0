import type { Intent } from '../../understand/intent.ts'
import { asksInTurn } from '../../understand/joined-things.ts'
import { wantsTable } from '../../understand/question-kind.ts'
import { type AnswerContext, askedScope, type Candidate, nameScope } from '../context/answer-context.ts'
import { matchFact } from '../context/match-fact.ts'
import { contentWords, sumShare } from '../find/content-words.ts'
import { findStranger } from '../judge/find-stranger.ts'
import type { Draft, DraftStatement, DraftTable } from '../sentences/draft.ts'
import { holdsFigure } from '../sentences/weigh-clauses.ts'
import { answerAsTable } from './answer-as-table.ts'
import { answerCompare, compareIndicators } from './answer-compare.ts'
import { answerList } from './answer-list.ts'
import { answerProduct } from './answer-product.ts'
import { answerValue, type Found } from './answer-value.ts'

/** A sentence that lacks more of what names the thing tells of another one. */
const MAX_LACKING = 0.34
/** Of a thing that is asked for no year so much is told. */
const MAX_OF_ONE = 2

/**
 * Several things that the question asks the same of (专技人才和高技能人才2024年和2025年各新增多少): each is answered as a question of its own, with the comparison and the table that belong to
 * it, and what is not found of any of them is said with its name. Null where the question joins no things or none of them is found.
 */
export async function answerThings(context: AnswerContext): Promise<Found | null> {
  const { things = [], kind } = context.intent
  if (things.length < 2 || !asksOfEach(context.intent)) return null
  const together = asksInTurn(context.intent.asked) ? null : await compareIndicators(context)
  if (together !== null && together.lacking === undefined && together.tables?.every(({ columns }) => columns.length > things.length))
    return { draft: together, candidates: [] }
  const whole = await toldTogether(context)
  if (whole !== null) return whole
  const statements: DraftStatement[] = []
  const tables: DraftTable[] = []
  const candidates: Candidate[] = []
  const lacking: string[] = []
  for (const thing of things) {
    const { draft, candidates: found } = await answerOne({ ...context, intent: { ...thing.intent, kind: kindOf(thing.intent, kind) } }, thing.name)
    candidates.push(...found)
    if (draft === null) lacking.push(`${nameScope(askedScope(thing.intent))}${thing.name}`)
    for (const statement of draft?.statements ?? []) addTo(statements, statement)
    tables.push(...(draft?.tables ?? []))
    lacking.push(...(draft?.lacking ?? []))
  }
  if (statements.length === 0) return null
  return { draft: draftOf(statements, tables, lacking), candidates: candidates.toSorted((a, b) => b.score - a.score) }
}

/** Figures, or figures set side by side: what else is asked of several things is answered as a whole. */
function asksOfEach({ kind, expected, asked, tense, things = [] }: Intent): boolean {
  if (expected.kind === 'figure' || kind === 'compare' || wantsTable(asked)) return true
  return kind === 'value' && (tense !== null || things.some(({ intent }) => intent.expected.kind === 'figure'))
}

/** For one year and place: what the question as a whole finds, where one sentence tells a figure of each thing. */
async function toldTogether(context: AnswerContext): Promise<Found | null> {
  const { things = [], kind, years, places } = context.intent
  if (kind === 'compare' || kind === 'change' || years.length > 1 || places.length > 1) return null
  const whole = await (kind === 'list' ? answerList(context) : answerValue(context))
  const tellsAll = ({ rows, text }: DraftStatement): boolean =>
    things.every(({ intent }) => rows.some((row) => matchFact({ ...context, intent }, row, text) !== null))
  return whole.draft?.statements.some(tellsAll) ? whole : null
}

/** 各多少 asks of one thing for its figure. */
function kindOf({ kind }: Intent, asked: Intent['kind']): Intent['kind'] {
  return asked === 'list' && kind === 'list' ? 'value' : kind
}

/** What is told of one thing: figures that name it, where there are any. */
async function answerOne(context: AnswerContext, name: string): Promise<Found> {
  const ofFigures: AnswerContext = { ...context, intent: { ...context.intent, expected: { kind: 'figure', unit: '' } } }
  const found = await searchOne(ofFigures, name)
  const draft = found.draft === null ? null : withoutOthers(ofFigures, found.draft, name)
  return { ...found, draft: draft !== null && (await findStranger(ofFigures, draft)) === null ? draft : null }
}

async function searchOne(context: AnswerContext, name: string): Promise<Found> {
  const { intent } = context
  if (wantsTable(intent.asked)) {
    const draft = await answerAsTable(context)
    if (draft) return { draft, candidates: [] }
  }
  if (intent.kind === 'compare' || intent.kind === 'change') {
    const compared = await answerCompare(context)
    const { draft } = compared
    return draft?.lacking === undefined ? compared : { ...compared, draft: { ...draft, lacking: draft.lacking.map((side) => `${side}${name}`) } }
  }
  const found = await answerProduct(context)
  return found.draft === null
    ? found
    : { ...found, draft: { ...found.draft, statements: found.draft.statements.slice(0, intent.years.length === 1 ? 1 : MAX_OF_ONE) } }
}

/** Without what tells no figure of the thing; what no other sentence tells then is lacking. */
function withoutOthers(context: AnswerContext, draft: Draft, name: string): Draft | null {
  const words = contentWords(context)
  const lackOf = (text: string): number => sumShare(words.filter(({ forms }) => !forms.some((form) => text.includes(form))))
  const isOwn = ({ rows, text, computed }: DraftStatement): boolean =>
    computed === true ||
    (holdsFigure(text) && (lackOf(text) <= MAX_LACKING * sumShare(words) || rows.some((row) => matchFact(context, row, text) !== null)))
  const kept = draft.statements.filter(isOwn)
  if (kept.every(({ computed }) => computed)) return null
  const labels = new Set(kept.map(sideOf))
  const lost = draft.statements.map(sideOf).filter((side) => !labels.has(side))
  const lacking = [...(draft.lacking ?? []), ...[...new Set(lost)].map((side) => `${side}${name}`)]
  return { ...draft, statements: kept, ...(lacking.length > 0 ? { lacking } : {}) }
}

/** The year and place that a label says. */
function sideOf({ label = '' }: DraftStatement): string {
  return label.replace(/(?:（[^（）]*）)*：$/, '')
}

/** What one sentence tells of two things is told once, in the longer words. */
function addTo(statements: DraftStatement[], statement: DraftStatement): void {
  const at = statements.findIndex(
    ({ rows, text }) => rows[0] === statement.rows[0] && (text.includes(statement.text) || statement.text.includes(text)),
  )
  const other = statements[at]
  if (other === undefined || other.computed !== statement.computed) statements.push(statement)
  else if (other.text.length < statement.text.length) statements[at] = statement
}

/** What is computed stands last, as in a comparison of one thing. */
function draftOf(statements: readonly DraftStatement[], tables: readonly DraftTable[], lacking: readonly string[]): Draft {
  const told = statements.filter(({ computed }) => !computed)
  return {
    kind: 'answered',
    statements: [...told, ...statements.filter(({ computed }) => computed)],
    ...(tables.length > 0 ? { tables } : {}),
    ...(lacking.length > 0 ? { lacking } : {}),
  }
}
