import { plainName } from '../../../ingest/facts/group-indicators.ts'
import { INDICATOR_NAMES } from '../../../ingest/facts/indicator-synonyms.ts'
import { type AnswerContext, askedScope, nameScope } from '../context/answer-context.ts'
import { axesOf, datedFacts, factCell, TENSE_NAMES, TENSES } from '../facts/fact-cells.ts'
import type { LedgerFact } from '../facts/fact-reader.ts'
import type { Draft, DraftStatement, DraftTable } from '../sentences/draft.ts'

const MAX_INDICATORS = 4
const MAX_YEARS = 8
const MAX_PLACES = 40
/** More places stand better below one another than side by side. */
const MAX_PLACES_ACROSS = 3
/** Beside a table only so much is said in words. */
const MAX_TEXT_CHARS = 700
const MAX_STATEMENTS = 10
/** A shorter name of the library's own (项目, 投资) is a word, not an indicator. */
const MIN_OWN_NAME_CHARS = 4
const EACH_PLACE_BELOW = /各(?:个)?(?:区|县|旗|市|盟|州|省|地)/
const MISSING = '—'

/**
 * A table of the ledger: years × places, target beside result, every cell cited, for each indicator that the question names. Null where it names none that the library
 * has figures of; such a question is answered like any other.
 */
export async function answerTable(context: AnswerContext): Promise<Draft | null> {
  const facts = datedFacts(await context.ledger.ofLibrary(context.snapshot))
  const asked = namedIn(context, facts)
  const tables: DraftTable[] = []
  const statements: CellStatement[] = []
  const lacking: string[] = []
  for (const indicator of asked) {
    const own = withinScope(
      context,
      facts.filter(({ fact }) => fact.indicator === indicator),
    )
    if (own.length === 0) {
      lacking.push(`${nameScope(askedScope(context.intent))}${indicator}`)
      continue
    }
    const axes = axesOf(own)
    const years = context.intent.years.length > 0 ? [...context.intent.years].toSorted((a, b) => a - b) : axes.years.slice(-MAX_YEARS)
    const places = widestFirst(context, axes.places).slice(0, MAX_PLACES)
    tables.push(drawTable(indicator, own, years, places))
    statements.push(...stateCells(own, years, places))
    lacking.push(...missingYears(indicator, own, years), ...missingPlaces(context, indicator, axes.places))
  }
  if (tables.length === 0) return null
  return { kind: 'answered', statements: withinLength(askedFirst(context, statements)), tables, ...(lacking.length > 0 ? { lacking } : {}) }
}

/** Indicators of the ledger whose names stand in the question, the longest name first where one holds another. */
function namedIn({ intent, ledger }: AnswerContext, facts: readonly LedgerFact[]): string[] {
  const group = ledger.grouping()
  const held = new Set(facts.map(({ fact }) => fact.indicator))
  const names = new Set(INDICATOR_NAMES)
  for (const { fact } of facts) for (const name of [fact.indicator, fact.indicatorText]) if (name.length >= MIN_OWN_NAME_CHARS) names.add(name)
  let rest = plainName([intent.question, ...intent.focus.map(({ text }) => text)].join('\n'))
  const found: { at: number; indicator: string }[] = []
  for (const name of [...names].map(plainName).toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
    const at = rest.indexOf(name)
    if (name === '' || at < 0) continue
    const indicator = group(name)
    rest = rest.replaceAll(name, '\n'.repeat(name.length))
    if (held.has(indicator) && !found.some((other) => other.indicator === indicator)) found.push({ at, indicator })
  }
  return found
    .toSorted((a, b) => a.at - b.at)
    .map(({ indicator }) => indicator)
    .slice(0, MAX_INDICATORS)
}

/** The facts of the years, places and measure that the question asks for; of all where it names none. */
function withinScope({ intent, knowledge }: AnswerContext, facts: readonly LedgerFact[]): LedgerFact[] {
  const asked = intent.places.map(({ name }) => name)
  const below = asked.length === 0 && EACH_PLACE_BELOW.test(intent.asked) ? knowledge.widestPlace : null
  const growth = /增速|增幅|增长率/.test(intent.asked)
  return facts.filter(({ fact }) => {
    if (intent.years.length > 0 && !intent.years.includes(fact.year ?? 0)) return false
    if (asked.length > 0 && !asked.some((name) => fact.place?.includes(name))) return false
    if (below !== null && fact.place === below) return false
    return !growth || fact.attribute === 'growth'
  })
}

function widestFirst({ knowledge }: AnswerContext, places: readonly (string | null)[]): (string | null)[] {
  return [...places.filter((place) => place === knowledge.widestPlace), ...places.filter((place) => place !== knowledge.widestPlace)]
}

function drawTable(indicator: string, facts: readonly LedgerFact[], years: readonly number[], places: readonly (string | null)[]): DraftTable {
  const cell = (year: number, place: string | null, tense: (typeof TENSES)[number]): DraftTable['rows'][number][number] => {
    const { text, rows } = factCell(facts, year, place, tense)
    return { text: text === '' ? MISSING : text, rows }
  }
  const placeName = (place: string | null): string => place ?? '未注明地区'
  if (places.length <= MAX_PLACES_ACROSS) {
    const columns = places.flatMap((place) => TENSES.map((tense) => ({ place, tense })))
    return {
      caption: indicator,
      columns: ['年份', ...columns.map(({ place, tense }) => `${placeName(place)}${TENSE_NAMES[tense]}`)],
      rows: years.map((year) => [{ text: `${year}年`, rows: [] }, ...columns.map(({ place, tense }) => cell(year, place, tense))]),
    }
  }
  const columns = years.flatMap((year) => filledTenses(facts, year).map((tense) => ({ year, tense })))
  return {
    caption: indicator,
    columns: ['地区', ...columns.map(({ year, tense }) => `${year}年${TENSE_NAMES[tense]}`)],
    rows: places.map((place) => [{ text: placeName(place), rows: [] }, ...columns.map(({ year, tense }) => cell(year, place, tense))]),
  }
}

/** Where many places stand below one another, a column that none of them fills is left out. */
function filledTenses(facts: readonly LedgerFact[], year: number): (typeof TENSES)[number][] {
  return TENSES.filter((tense) => facts.some(({ fact }) => fact.year === year && fact.tense === tense))
}

/** A cell's clause, and whether it tells a target or a result. */
interface CellStatement extends DraftStatement {
  readonly tense: (typeof TENSES)[number]
}

/** A question for targets is answered with targets in words, one for results with results, as far as there are any; the table has both. */
function askedFirst({ intent }: AnswerContext, statements: readonly CellStatement[]): DraftStatement[] {
  const wantsBoth = intent.tense === null || (/目标/.test(intent.asked) && /实绩|实际|完成|结果/.test(intent.asked))
  const asked = statements.filter(({ tense }) => wantsBoth || tense === intent.tense)
  return (asked.length > 0 ? asked : statements).map(({ tense: _, ...statement }) => statement)
}

/** The clause of every filled cell, as printed. */
function stateCells(facts: readonly LedgerFact[], years: readonly number[], places: readonly (string | null)[]): CellStatement[] {
  const statements: CellStatement[] = []
  for (const year of years) {
    for (const place of places) {
      for (const tense of TENSES) {
        for (const { row, fact } of factCell(facts, year, place, tense).facts) {
          const clause = row.sentence.text.slice(fact.clause.start, fact.clause.end).trim()
          if (!clause.includes(fact.indicatorText) || statements.some(({ text, rows }) => text === clause && rows[0] === row)) continue
          statements.push({ tense, label: `${year}年${place ?? ''}${TENSE_NAMES[tense]}：`, text: clause, rows: [row] })
        }
      }
    }
  }
  return statements
}

function missingYears(indicator: string, facts: readonly LedgerFact[], years: readonly number[]): string[] {
  return years.filter((year) => !facts.some(({ fact }) => fact.year === year)).map((year) => `${year}年${indicator}`)
}

/** Places that the question names and the table has no column of. */
function missingPlaces({ intent }: AnswerContext, indicator: string, places: readonly (string | null)[]): string[] {
  return intent.places.filter(({ name }) => !places.some((place) => place?.includes(name))).map(({ name }) => `${name}${indicator}`)
}

/** What does not fit is in the table. At least one statement stands beside it. */
function withinLength(statements: readonly DraftStatement[]): DraftStatement[] {
  let chars = 0
  return statements.filter(({ label = '', text }, index) => {
    chars += label.length + text.length
    return index === 0 || (index < MAX_STATEMENTS && chars <= MAX_TEXT_CHARS)
  })
}
