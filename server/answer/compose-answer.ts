import type { Statement } from '../contract/chat.ts'
import { describeIntent } from '../understand/understand-question.ts'
import type { AnswerContext } from './answer-context.ts'
import type { ComposedAnswer } from './answer-engine.ts'
import { createCitationBook } from './citations.ts'
import type { Draft, Refusal } from './draft.ts'

/** A refusal shows so many of the nearest sentences in its text; the others are listed beside it. */
const MAX_SHOWN_NEAREST = 1

/** Puts an outcome into the shape that the page and other programs read: statements with numbered citations, and Markdown with marks. */
export function composeAnswer(context: AnswerContext, question: string, outcome: Draft | Refusal): ComposedAnswer {
  const shared = {
    question,
    understood: describeIntent(context.intent),
    mode: 'extractive' as const,
    ...(context.intent.notes.length > 0 ? { notes: [...context.intent.notes] } : {}),
  }
  const book = createCitationBook(context.twins)
  if (outcome.kind === 'abstained') {
    const statements = outcome.nearest
      .map((row): Statement => ({ text: row.sentence.text, citations: [book.cite(row)], verdict: 'supported' }))
      .slice(0, MAX_SHOWN_NEAREST)
    return {
      ...shared,
      outcome: 'abstained',
      answer: [outcome.reason, ...(statements.length > 0 ? ['最接近的原文：', renderStatements(statements)] : [])].join('\n\n'),
      statements,
      citations: [...book.citations],
      reason: outcome.reason,
      missing: [...outcome.missing],
      nearest: [...book.citations],
    }
  }
  const statements: Statement[] = outcome.statements.map(({ label = '', text, rows }) => ({
    text: `${label}${text}`,
    citations: rows.map((row) => book.cite(row)),
    verdict: 'supported',
  }))
  return { ...shared, outcome: 'answered', answer: renderStatements(statements), statements, citations: [...book.citations] }
}

/** One paragraph for a single statement, a list for several. */
function renderStatements(statements: readonly Statement[]): string {
  const lines = statements.map(({ text, citations }) => `${endSentence(text)}${citations.map((n) => `[${n}]`).join('')}`)
  return lines.length === 1 ? (lines[0] ?? '') : lines.map((line) => `- ${line}`).join('\n')
}

function endSentence(text: string): string {
  return /[。！？；：…]["”’」』）)】》]*$/.test(text) ? text : `${text.replace(/[，,、；;：:]$/, '')}。`
}
