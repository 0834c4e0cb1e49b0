import type { AnswerContext, Scope } from './answer-context.ts'
import type { Draft, DraftStatement, DraftTable } from './draft.ts'
import { findCandidates } from './find-candidates.ts'
import { type MatchedFact, matchFacts } from './match-fact.ts'

const MAX_INDICATORS = 8

/** The indicators that a question names side by side (GDP、固投、社零), by the names that it uses; fewer than two for any other question. */
export function namedIndicators({ intent, synonyms }: AnswerContext): string[] {
  const names = intent.focus.filter((part) => part.weight === 1).flatMap((part) => synonyms(part.text).map(({ found }) => found))
  return [...new Set(names)]
    .filter((name) => !/^(?:目标|增长|增速|项目|本地|target|KPI)$/i.test(name) && intent.asked.includes(name))
    .slice(0, MAX_INDICATORS)
}

/** Several indicators for several years or places: a table of figures, and a statement for each figure. Null where fewer than two figures are found. */
export async function answerEachIndicator(
  context: AnswerContext,
  names: readonly string[],
  sides: readonly { readonly scope: Scope; readonly label: string }[],
): Promise<Draft | null> {
  const statements: DraftStatement[] = []
  const rows: DraftTable['rows'][number][] = []
  const lacking: string[] = []
  for (const { scope, label } of sides) {
    const cells: DraftTable['rows'][number][number][] = [{ text: label, rows: [] }]
    for (const name of names) {
      const found = await bestFigure(context, scope, name)
      if (found) {
        statements.push({ text: clauseOf(found), label: `${label}：`, rows: [found.row] })
        cells.push({ text: found.figure, rows: [found.row] })
      } else {
        lacking.push(`${label}${name}`)
        cells.push({ text: '—', rows: [] })
      }
    }
    rows.push(cells)
  }
  if (statements.length < 2) return null
  const table: DraftTable = { caption: names.join('、'), columns: ['', ...names], rows }
  return { kind: 'answered', statements, tables: [table], ...(lacking.length > 0 ? { lacking } : {}) }
}

async function bestFigure(context: AnswerContext, scope: Scope, name: string): Promise<MatchedFact | null> {
  const parts = [{ text: name, weight: 1 }]
  const own: AnswerContext = { ...context, intent: { ...context.intent, focus: parts, expected: { kind: 'figure', unit: '' } } }
  for (const candidate of (await findCandidates(own, scope, parts)).slice(0, 4)) {
    const facts = matchFacts(own, candidate.evidence.row, candidate.evidence.row.sentence.text)
    const wanted = facts.find(({ fact }) => context.intent.tense === null || fact.tense === null || fact.tense === context.intent.tense)
    if (wanted) return wanted
  }
  return null
}

/** The clause that carries the figure, as printed. */
function clauseOf({ fact, row }: MatchedFact): string {
  const clause = row.sentence.text.slice(fact.clause.start, fact.clause.end)
  return clause.includes(fact.indicatorText) || clause.length > 12 ? clause : `${fact.indicatorText}${clause}`
}
