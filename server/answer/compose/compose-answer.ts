import type { Conflict, Statement } from '../../contract/chat.ts'
import { describeIntent } from '../../understand/understand-question.ts'
import { asPrinted } from '../cite/as-printed.ts'
import { type CitationBook, createCitationBook } from '../cite/citations.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import type { ComposedAnswer } from '../context/answer-engine.ts'
import { scopeOf } from '../kinds/with-scope.ts'
import type { Draft, DraftStatement, Refusal } from '../sentences/draft.ts'
import { withCondition } from '../sentences/with-condition.ts'
import type { StatementVerifier } from '../verify/verify-statement.ts'
import { sayPaper } from './say-paper.ts'
import { sayScope } from './say-scope.ts'

/** A refusal shows so many of the nearest sentences in its text; the others are listed beside it. */
const MAX_SHOWN_NEAREST = 1

/** Puts an outcome into the shape that the page and other programs read: statements with numbered citations, and Markdown with marks. */
export function composeAnswer(context: AnswerContext, question: string, outcome: Draft | Refusal, verify: StatementVerifier): ComposedAnswer {
  const shared = {
    question,
    understood: describeIntent(context.intent),
    mode: 'extractive' as const,
    ...(context.intent.notes.length > 0 ? { notes: [...context.intent.notes] } : {}),
  }
  const book = createCitationBook(context.twins)
  if (outcome.kind === 'abstained') {
    const statements = outcome.nearest
      .map((row): Statement => ({ text: asPrinted(row.sentence.text, [row]), citations: [book.cite(row)], verdict: 'supported' }))
      .slice(0, MAX_SHOWN_NEAREST)
    for (const row of outcome.nearest) book.cite(row)
    return {
      ...shared,
      outcome: 'abstained',
      answer: [outcome.reason, ...(statements.length > 0 ? [leadNearest(outcome.nearest), renderStatements(statements)] : [])].join('\n\n'),
      statements,
      citations: [...book.citations],
      reason: outcome.reason,
      missing: [...outcome.missing],
      nearest: [...book.citations],
      ...(outcome.suggestions && outcome.suggestions.length > 0 ? { suggestions: [...outcome.suggestions] } : {}),
    }
  }
  const statements = sayPaper(context, sayScope(context, outcome.statements.map(withCondition))).map((statement) =>
    verifiedStatement(statement, book, verify),
  )
  const tables = outcome.tables?.map((table) => ({
    caption: table.caption,
    columns: [...table.columns],
    rows: table.rows.map((row) => row.map((cell) => ({ text: cell.text, citations: cell.rows.map((source) => book.cite(source)) }))),
  }))
  const conflicts = outcome.conflicts?.map((conflict) => ({
    ...conflict,
    values: conflict.values.map((value) => ({ text: value.text, citations: value.rows.map((row) => book.cite(row)) })),
  }))
  return {
    ...shared,
    outcome: 'answered',
    answer: renderAnswerText(statements, conflicts, outcome.lacking),
    statements,
    citations: [...book.citations],
    ...(tables ? { tables } : {}),
    ...(conflicts ? { conflicts } : {}),
    ...(outcome.lacking ? { missing: [...outcome.lacking] } : {}),
    ...(outcome.suggestions && outcome.suggestions.length > 0 ? { suggestions: [...outcome.suggestions] } : {}),
  }
}

/** Of what year and place the nearest sentence speaks, so that it is not taken for the answer. */
function leadNearest([nearest]: Refusal['nearest']): string {
  const scope = nearest === undefined ? '' : scopeOf(nearest)
  return `最接近的原文${scope === '' ? '' : `（说的是${scope}）`}：`
}

/** A statement with its verdict. A figure worked out from two cited ones is verified where they are. */
function verifiedStatement({ label = '', text, rows, computed }: DraftStatement, book: CitationBook, verify: StatementVerifier): Statement {
  const citations = rows.map((row) => book.cite(row))
  if (computed) return { text, citations, verdict: 'supported' }
  const cited = rows.map(({ sentence, document }) => ({ quote: sentence.text, ...sentence.facets, title: document.document.metadata.title }))
  const { verdict, problems } = verify({ text }, cited)
  return { text: `${label}${asPrinted(text, rows)}`, citations, verdict, ...(problems.length > 0 ? { problems: [...problems] } : {}) }
}

/** The Markdown of an answer: its statements, then conflicts, then what the library does not answer. */
export function renderAnswerText(statements: readonly Statement[], conflicts: readonly Conflict[] = [], lacking: readonly string[] = []): string {
  return [renderStatements(statements), ...conflicts.map(renderConflict), ...lacking.map((what) => `库中没有找到：${what}`)].join('\n\n')
}

function renderConflict(conflict: Conflict): string {
  const scope = `${conflict.year === null ? '' : `${conflict.year}年`}${conflict.place ?? ''}${conflict.indicator}`
  return `注意：文件之间“${scope}”的数不一致：${conflict.values.map(({ text, citations }) => `${text}${citations.map((n) => `[${n}]`).join('')}`).join('；')}。`
}

/** One paragraph for a single statement, a list for several. */
function renderStatements(statements: readonly Statement[]): string {
  const lines = statements.map(({ text, citations }) => `${endSentence(text)}${citations.map((n) => `[${n}]`).join('')}`)
  return lines.length === 1 ? (lines[0] ?? '') : lines.map((line) => `- ${line}`).join('\n')
}

function endSentence(text: string): string {
  return /[。！？；：…]["”’」』）)】》]*$/.test(text) ? text : `${text.replace(/[，,、；;：:]$/, '')}。`
}
