import { plainName } from '../../../ingest/facts/group-indicators.ts'
import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'
import { INDICATOR_NAMES } from '../../../ingest/facts/indicator-synonyms.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { isOfOffice } from '../../understand/other-names.ts'
import type { AnswerContext, Candidate, Scope } from '../context/answer-context.ts'
import { type MatchedFact, matchFacts } from '../context/match-fact.ts'
import { TENSE_NAMES } from '../facts/fact-cells.ts'
import { findCandidates } from '../find/find-candidates.ts'
import type { Draft, DraftStatement, DraftTable } from '../sentences/draft.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { askedMeasure, isOfMeasure } from './asked-measure.ts'
import { grewOverYears } from './grew-over-years.ts'
import { sayYears } from './with-scope.ts'

const MAX_INDICATORS = 8
const LOOKED_AT = 6
/** Several places named in one clause (甲县、乙县…分别增长): its figures are theirs. */
const PLACES_BELOW = /[市县区旗州盟](?:、|和|与)[^，。；]*(?:分别|各|均)/

/** The indicators that a question names side by side (GDP、固投、社零), by the names that it uses; fewer than two for any other question. */
export function namedIndicators({ intent, synonyms }: AnswerContext): string[] {
  const names = intent.focus.filter((part) => part.weight === 1).flatMap((part) => synonyms(part.text).map(({ found }) => found))
  return [...new Set(names)]
    .filter(
      (name) =>
        !/^(?:目标|增长|增速|项目|本地|target|KPI|规上|限上|规模以上|限额以上)$/i.test(name) && !isOfOffice(name) && intent.asked.includes(name),
    )
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
    const together = await figuresTogether(context, scope, names)
    for (const [i, name] of names.entries()) {
      const found = together?.[i] ?? (await bestFigure(context, scope, name))
      if (found) {
        const statement = labelled(found, scope, label)
        // Two names may stand in one clause: 城镇、农村居民人均可支配收入分别为….
        if (!statements.some(({ text, rows }) => text === statement.text && rows[0] === found.row)) statements.push(statement)
        cells.push({ text: `${found.figure}${scopeOfFigure(context, scope, found)}`, rows: [found.row] })
      } else {
        lacking.push(`${label}${name}`)
        cells.push({ text: '—', rows: [] })
      }
    }
    rows.push(cells)
  }
  if (rows.flat().filter((cell) => cell.rows.length > 0).length < 2) return null
  const table: DraftTable = { caption: names.join('、'), columns: ['', ...names], rows }
  return { kind: 'answered', statements, tables: [table], ...(lacking.length > 0 ? { lacking } : {}) }
}

/** The years of a figure where its side names none, and whether it is a target or a result where the question does not say. */
function scopeOfFigure({ intent }: AnswerContext, { years }: Scope, { fact, row }: MatchedFact): string {
  const tense = fact.tense ?? tenseOf(row)
  const span = sayYears(row, clauseText(fact, row))
  const time = span ?? (years.length === 0 && fact.year !== null ? `${fact.year}年` : '')
  const said = `${time}${intent.tense === null && tense !== null ? TENSE_NAMES[tense] : ''}`
  return said === '' ? '' : `（${said}）`
}

async function bestFigure(context: AnswerContext, scope: Scope, name: string): Promise<MatchedFact | null> {
  const parts = [{ text: name, weight: 1 }]
  const candidates = (await findCandidates(askingFor(context, name), scope, parts)).slice(0, LOOKED_AT)
  let ofYears: MatchedFact | null = null
  for (const candidate of candidates) {
    const wanted = figureIn(context, candidate, name)
    if (wanted && !(scope.years.length === 1 && grewOverYears(wanted.row, wanted.fact))) return wanted
    ofYears ??= wanted
  }
  return ofYears
}

/** One sentence that gives a figure for each of the names, as the first sentences of reports do; null where none of the nearest does. */
async function figuresTogether(context: AnswerContext, scope: Scope, names: readonly string[]): Promise<MatchedFact[] | null> {
  const parts = names.map((text) => ({ text, weight: 1 }))
  for (const candidate of (await findCandidates(context, scope, parts)).slice(0, LOOKED_AT)) {
    const figures = names.flatMap((name) => figureIn(context, candidate, name) ?? [])
    if (figures.length === names.length) return figures
  }
  return null
}

function askingFor(context: AnswerContext, name: string): AnswerContext {
  return { ...context, intent: { ...context.intent, focus: [{ text: name, weight: 1 }], expected: { kind: 'figure', unit: '' } } }
}

function figureIn(context: AnswerContext, { evidence: { row } }: Candidate, name: string): MatchedFact | null {
  const { tense } = context.intent
  const measure = askedMeasure(context.intent)
  const facts = matchFacts(askingFor(context, name), row, row.sentence.text)
  const isAsked = ({ fact }: MatchedFact): boolean =>
    (tense === null || fact.tense === null || fact.tense === tense) && isOfMeasure(fact.attribute, measure)
  return facts.find((matched) => isAsked(matched) && isNamed(context, matched, name) && !PLACES_BELOW.test(clauseText(matched.fact, row))) ?? null
}

/** A standard indicator is told by one of its names: what a town spends is no price of what it buys. */
function isNamed({ synonyms, ledger }: AnswerContext, { fact, row }: MatchedFact, name: string): boolean {
  if (!INDICATOR_NAMES.has(name)) return true
  const group = ledger.grouping()
  if (group(plainName(fact.indicator)) === group(plainName(name))) return true
  const clause = clauseText(fact, row)
  return clause.includes(name) || synonyms(name).some(({ found, others }) => [found, ...others].some((form) => clause.includes(form)))
}

function clauseText({ clause }: IndicatorFact, row: SentenceRow): string {
  return row.sentence.text.slice(clause.start, clause.end)
}

/** What came about in several years is told of these, not of the one that was asked for. */
function labelled(found: MatchedFact, { years, places }: Scope, label: string): DraftStatement {
  const text = clauseOf(found)
  const span = years.length === 1 ? sayYears(found.row, text) : null
  const said = span === null ? label : `${span}${places.join('、')}`
  return { text, label: said === '' ? '' : `${said}：`, rows: [found.row] }
}

/** The clause that carries the figure, as printed. */
function clauseOf({ fact, row }: MatchedFact): string {
  const clause = clauseText(fact, row)
  return clause.includes(fact.indicatorText) || clause.length > 12 ? clause : `${fact.indicatorText}${clause}`
}
