import type { AskedSide, Intent } from '../../understand/intent.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { type ContentWord, contentWords, lackIn, sumShare } from '../find/content-words.ts'
import type { Draft, DraftStatement, Refusal } from '../sentences/draft.ts'
import { holdsFigure } from '../sentences/weigh-clauses.ts'
import { withinChars } from '../sentences/within-chars.ts'
import { answerList } from './answer-list.ts'
import { answerMetadata } from './answer-metadata.ts'
import { answerResponsible } from './answer-responsible.ts'
import { answerValue } from './answer-value.ts'
import { asksOfPaper } from './metadata-fields.ts'

/** A sentence that answers several clauses is told whole up to this length. */
const MAX_WHOLE = 200
const MAX_CHARS = 280
const MAX_LIST_CHARS = 740
/** What was found for the whole question may lack this much more of a clause than what was found for the clause alone. */
const MAX_MORE_LACKING = 0.05
/** A part of what was asked before, or its growth: it is told by name or not at all. */
const ASKS_FIGURE_OF = /(?:^|，)(?:其中|同比|比上年)*[\p{Script=Han}]{2,10}?(?:是|为|有|达到?)?了?(?:多少|百分之几)[？?]?$/u
const FIGURES = /\d[\d.,]*|[一二两三四五六七八九十百千万]+(?=个|家|人|年|天|倍)/g
const TIME = /\d\s*(?:年|月|日|天|个工作日|小时|分钟)|年[底内初末]|季度|[上下]半年|每[年月季周]/

/**
 * A question whose clauses each ask for something (甲类要几天，乙类要几天): what was found for the whole question where that answers each of them; else with what is found for the
 * clauses that it leaves open, without what answers none, and with the clauses that the library does not answer.
 */
export async function answerAskingClauses(context: AnswerContext, whole: Draft | Refusal): Promise<Draft | Refusal> {
  const { clauses = [], kind, bothTenses } = context.intent
  if (clauses.length < 2 || bothTenses || kind === 'definition' || kind === 'compare' || kind === 'change') return whole
  if (whole.kind === 'answered' && (whole.tables || whole.conflicts || whole.whole)) return whole
  const found: ClauseAnswer[] = []
  for (const clause of clauses) found.push(await answerClause(context, clause, placesOf(clause) !== placesOf(clauses[0])))
  const statements = whole.kind === 'answered' ? whole.statements : []
  const together = whole.kind === 'answered' ? inOneSentence(found, whole) : null
  if (together) return together
  const open = found.filter((one) => !statements.some((statement) => covers(one, statement)))
  const answered = open.filter(({ told }) => told.length > 0)
  const unanswered = open.filter(({ told }) => told.length === 0).map(({ name }) => name)
  if (answered.length === 0)
    return whole.kind === 'answered' && unanswered.length > 0 && unanswered.length < found.length ? { ...whole, lacking: unanswered } : whole
  // A refusal stands unless the clause that names the subject is answered.
  if (whole.kind === 'abstained' && found[0]?.told.length === 0) return whole
  const kept = statements.filter((statement) => found.some((one) => covers(one, statement)))
  return {
    kind: 'answered',
    statements: inOrder(found, kept, answered),
    ...(unanswered.length > 0 ? { lacking: unanswered } : {}),
  }
}

/** The whole of the one sentence that answers all clauses, where what is quoted of it gives fewer figures than are asked for, or no figures are. */
function inOneSentence(found: readonly ClauseAnswer[], whole: Draft): Draft | null {
  const [first, ...others] = whole.statements
  const row = first?.rows.at(-1)
  if (!first || !row || others.length > 0 || row.sentence.text.length > MAX_WHOLE || first.text.length >= row.sentence.text.length) return null
  if (!found.every(({ told }) => told.length === 1 && told[0]?.rows.at(-1)?.row === row.row)) return null
  const asked = found.filter(({ intent }) => intent.expected.kind === 'figure').length
  if (asked === found.length && (first.text.match(FIGURES)?.length ?? 0) >= asked) return null
  return { ...whole, statements: [{ ...first, text: row.sentence.text }] }
}

interface ClauseAnswer {
  readonly name: string
  readonly intent: Intent
  readonly words: readonly ContentWord[]
  readonly told: readonly DraftStatement[]
  /** Share of the clause's words that what was found for it lacks. */
  readonly lack: number
  /** Asked of other places than the first clause: what was found for that one does not answer it. */
  readonly isElsewhere: boolean
  readonly context: AnswerContext
}

function placesOf(clause: AskedSide | undefined): string {
  return clause?.intent.places.map(({ name }) => name).join() ?? ''
}

async function answerClause(context: AnswerContext, { name, intent }: AskedSide, isElsewhere: boolean): Promise<ClauseAnswer> {
  const own: AnswerContext = { ...context, intent }
  const draft = await draftOf(own)
  const isList = intent.kind === 'list' || intent.kind === 'summary'
  const told = draft === null ? [] : isList ? draft.statements : draft.statements.slice(0, 1)
  const words = contentWords(own)
  return { name, intent, words, told, lack: lackOf(own, words, told), isElsewhere, context: own }
}

async function draftOf(context: AnswerContext): Promise<Draft | null> {
  const { asked, kind } = context.intent
  if (kind === 'metadata' || asksOfPaper(asked)) {
    const draft = answerMetadata(context)
    if (draft) return draft
  }
  const responsible = await answerResponsible(context)
  if (responsible) return responsible
  const { draft } = await (kind === 'list' || kind === 'summary' ? answerList(context) : answerValue(context))
  return draft
}

function lackOf(context: AnswerContext, words: readonly ContentWord[], statements: readonly DraftStatement[]): number {
  const rows = statements.flatMap((statement) => statement.rows)
  const total = sumShare(words)
  if (rows.length === 0 || total === 0) return 1
  return Math.min(...rows.map((row) => lackIn(context, row, words))) / total
}

/** Whether a statement says what was found for a clause, or as much of what the clause asks for. */
function covers({ context, intent, words, told, lack, isElsewhere }: ClauseAnswer, statement: DraftStatement): boolean {
  if (told.some(({ text }) => statement.text.includes(text))) return true
  if (isElsewhere) return false
  if (told.length === 0 && ASKS_FIGURE_OF.test(intent.asked)) return false
  const isTyped = intent.expected.kind === 'figure' ? holdsFigure(statement.text) : intent.expected.kind === 'time' ? TIME.test(statement.text) : true
  const isApart = told.some(({ rows }) => rows.some(({ row }) => statement.rows.some((other) => other.row === row)))
  return isTyped && !isApart && lackOf(context, words, [statement]) <= lack + MAX_MORE_LACKING
}

/** What was kept and what was found for the clauses, in the order of the clauses; what stands in one sentence together. */
function inOrder(found: readonly ClauseAnswer[], kept: readonly DraftStatement[], answered: readonly ClauseAnswer[]): DraftStatement[] {
  const ordered = found.flatMap((one) => (answered.includes(one) ? one.told : kept.filter((statement) => covers(one, statement))))
  const statements: DraftStatement[] = []
  for (const statement of ordered) {
    const at = statements.findIndex(({ rows }) => rows.at(-1)?.row === statement.rows.at(-1)?.row)
    const other = statements[at]
    if (other === undefined) statements.push(statement)
    else if (!other.text.includes(statement.text)) statements[at] = joined(other, statement)
  }
  const room = found.some(({ intent }) => intent.kind === 'list' || intent.kind === 'summary') ? MAX_LIST_CHARS : MAX_CHARS
  return withinChars(statements, room)
}

function joined(a: DraftStatement, b: DraftStatement): DraftStatement {
  const sentence = a.rows.at(-1)?.sentence.text ?? ''
  if (b.text.includes(a.text)) return b
  if (sentence.length <= MAX_WHOLE) return { ...a, text: sentence }
  const [first, second] = sentence.indexOf(a.text) <= sentence.indexOf(b.text) ? [a.text, b.text] : [b.text, a.text]
  return { ...a, text: `${first}……${second}` }
}
