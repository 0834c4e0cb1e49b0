import { shortPlaceName } from '../../understand/gazetteer.ts'
import type { AskedSide } from '../../understand/intent.ts'
import { isMeasure, SORT_OF_PAPER } from '../../understand/named-sides.ts'
import { type AnswerContext, askedScope, type Candidate } from '../context/answer-context.ts'
import { findCandidates } from '../find/find-candidates.ts'
import { splitClauseTexts } from '../sentences/clause-window.ts'
import type { DraftStatement } from '../sentences/draft.ts'
import { holdsFigure } from '../sentences/weigh-clauses.ts'
import { answerDefinition } from './answer-definition.ts'
import { acceptCandidates, answerValue, asStatement, type Found } from './answer-value.ts'

/** What tells a name from the others, in characters: shorter, the whole name is looked for. */
const MIN_OWN = 2
/** The length of what is quoted of a sentence that names a side. */
const MAX_CLAUSES = 160
/** Last words of names that tell none from another. */
const OF_ANYTHING =
  /^(?:工程|项目|任务|工作|治理|建设|发展|服务|企业|政策|管理|体系|平台|行动|改造|产业|技术|活动|制度|机制|方案|部门|单位|公司|中心|基地|园区|地区|城市|农村|收入|支出|投资|目标)$/
/** So many of the nearest sentences are looked at for one that tells all sides at once. */
const LOOKED_AT = 3

/**
 * Things that the question sets side by side by name (甲港和乙港的吞吐量各是多少): each is answered as a question of its own, wherever its sentence stands, and what is not found is
 * said. Null where the question names no such sides, one sentence tells them together, or none of them is found.
 */
export async function answerNamedSides(context: AnswerContext): Promise<Found | null> {
  const { intent } = context
  const { sides = [] } = intent
  if (sides.length < 2) return null
  const end = sharedEnd(sides.map(({ name }) => name))
  const forms = sides.map(({ name }) => formsOf(context, name, end))
  const together = await toldTogether(context, sides)
  if (together !== undefined) return together
  const statements: DraftStatement[] = []
  const candidates: Candidate[] = []
  const lacking: string[] = []
  for (const [i, side] of sides.entries()) {
    const own = { ...context, intent: side.intent }
    const defined = intent.kind === 'definition' ? answerDefinition({ ...own, intent: { ...side.intent, quoted: [side.name] } }) : null
    const found: Found = defined ? { draft: defined, candidates: [] } : await answerValue(own)
    const told = (found.draft?.statements ?? []).filter(
      (statement) =>
        isOfYears(side, statement) &&
        ((isMeasure(side.name) && side.intent.places.length + side.intent.years.length > 0) || isOf(context, side, forms[i] ?? [], statement)),
    )
    const others = sides.flatMap(({ name }, other) => (other === i ? [] : ownForms(name, end)))
    const best = inWords(told, forms[i] ?? [], others) ?? naming(context, side, forms[i] ?? [], others, found.candidates) ?? told[0]
    if (best === undefined) lacking.push(side.name)
    else if (!statements.some(({ text }) => text === best.text)) statements.push(labelled(side, best))
    candidates.push(...found.candidates)
  }
  if (statements.length === 0) return null
  return { draft: { kind: 'answered', statements, ...(lacking.length > 0 ? { lacking } : {}) }, candidates }
}

/**
 * What one of the nearest sentences tells of all sides at once: the sentence itself where it enumerates them (铝、铜产业产值分别…); null, for the question to be answered as a whole, where
 * it names them all in the clauses that answer; undefined where none does.
 */
async function toldTogether(context: AnswerContext, sides: readonly AskedSide[]): Promise<Found | null | undefined> {
  const { intent } = context
  const names = sides.map(({ name }) => name)
  const enumerated = new RegExp(names.map((name) => name.replace(/[^\p{L}\p{N}]/gu, '.')).join('[”"]?[、和与及][“"]?'))
  const candidates = await findCandidates(context, askedScope(intent))
  const { accepted } = acceptCandidates(context, candidates)
  const told = accepted.find(({ text, hasFigure }) => enumerated.test(text) && (hasFigure || intent.expected.kind !== 'figure'))
  if (told) return { draft: { kind: 'answered', statements: [asStatement(told)] }, candidates }
  const tells = (text: string, name: string): boolean => intent.expected.kind !== 'figure' || holdsFigure(clausesOf(text, [name], names) ?? '')
  const isWhole = accepted.slice(0, LOOKED_AT).some(({ text }) => names.every((name) => name.length > 1 && text.includes(name) && tells(text, name)))
  return isWhole ? null : undefined
}

/**
 * A statement is of a side where its sentence, with its headings and title, names it, whole, by what tells it from the others (also by another name) or by all words of it beside its place; or where the side is a paper, and the sentence
 * stands in it or in one of the place that issued it.
 */
function isOf({ wordings, segmenter }: AnswerContext, { name, intent }: AskedSide, forms: readonly string[], { rows }: DraftStatement): boolean {
  return rows.some((row) => {
    const { id, metadata } = row.document.document
    if (intent.documentIds.length > 0) return intent.documentIds.includes(id)
    const around = wordings.ofRow(row) + wordings.ofText(metadata.title)
    if (forms.some((form) => around.includes(wordings.ofText(form)))) return true
    if (intent.places.length === 0) return false
    const placeless = intent.places.reduce((rest, place) => rest.replace(place.name, '').replace(shortPlaceName(place.name), ''), name)
    return SORT_OF_PAPER.test(name) || segmenter.cut(placeless).every((word) => word.length < 2 || around.includes(wordings.ofText(word)))
  })
}

/** Whether no sentence of a statement is dated by another year than those that are asked for. */
function isOfYears({ intent: { years } }: Pick<AskedSide, 'intent'>, { rows }: DraftStatement): boolean {
  return years.length === 0 || rows.every(({ sentence: { facets } }) => facets.year === null || years.includes(facets.year))
}

/** The name, and what tells it from the others, also by other names of the same thing. */
function formsOf({ synonyms, segmenter }: AnswerContext, name: string, end: string): string[] {
  const own = name.slice(0, name.length - end.length)
  // 省级瞪羚企业 is told as 省、市级瞪羚企业.
  const words = isMeasure(name) ? [] : segmenter.cut(own).filter((word) => word.length >= MIN_OWN)
  const noun = words.length > 1 && own.endsWith(words.at(-1) ?? '') ? words.slice(-1).filter((word) => !OF_ANYTHING.test(word)) : []
  return [...ownForms(name, end), ...(own.length < MIN_OWN ? [] : synonyms(own).flatMap(({ others }) => others)), ...noun]
}

function ownForms(name: string, end: string): string[] {
  const own = name.slice(0, name.length - end.length)
  return own.length < MIN_OWN || own === name ? [name] : [name, own]
}

/** The first statement, in the clauses that name the side where its sentence does. */
function inWords([told]: readonly DraftStatement[], forms: readonly string[], others: readonly string[]): DraftStatement | null {
  if (!told) return null
  if (forms.some((form) => told.text.includes(form)) && !others.some((form) => told.text.includes(form))) return told
  const text = clausesOf(told.rows.at(-1)?.sentence.text ?? '', forms, others)
  return text === null ? null : { ...told, text }
}

/** Of what can be the answer, the best sentence with clauses that name the side in so many words. */
function naming(
  context: AnswerContext,
  { intent }: AskedSide,
  forms: readonly string[],
  others: readonly string[],
  candidates: readonly Candidate[],
): DraftStatement | null {
  const { accepted } = acceptCandidates({ ...context, intent }, candidates)
  for (const { evidence } of accepted) {
    const text = clausesOf(evidence.row.sentence.text, forms, others)
    if (text !== null && isOfYears({ intent }, { text, rows: [evidence.row] }) && (intent.expected.kind !== 'figure' || holdsFigure(text)))
      return { text, rows: [evidence.row] }
  }
  return null
}

/** From the clause that names one side up to the one that names another, or to the end of the statement; null where none names it. */
function clausesOf(sentence: string, forms: readonly string[], others: readonly string[]): string | null {
  const clauses = splitClauseTexts(sentence)
  const from = clauses.findIndex((clause) => forms.some((form) => clause.includes(form)))
  if (from < 0) return null
  let text = ''
  for (const clause of clauses.slice(from)) {
    if (text !== '' && (text.length + clause.length > MAX_CLAUSES || others.some((form) => !forms.includes(form) && clause.includes(form)))) break
    text += clause
    if (/[；;]$/.test(clause)) break
  }
  return text.replace(/[，,；;：:]$/, '')
}

/** What all names end with, as people call things by other names than papers: 内资车企、外资车企 are told by 内资 and 外资. */
function sharedEnd(names: readonly string[]): string {
  const [first = '', ...others] = names
  let end = ''
  for (let i = first.length - 1; i >= MIN_OWN && others.every((name) => name.endsWith(first.slice(i))); i -= 1) end = first.slice(i)
  return end
}

function labelled({ name }: AskedSide, statement: DraftStatement): DraftStatement {
  return statement.text.includes(name) ? statement : { ...statement, label: `${name}：${statement.label ?? ''}` }
}
