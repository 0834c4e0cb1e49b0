import type { SentenceTense } from '../../../ingest/corpus/sentence.ts'
import { STANDARD_INDICATORS } from '../../../ingest/facts/indicator-synonyms.ts'
import { heldPlaces } from '../../../ingest/index/held-places.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { comparableText } from '../../../ingest/structure/shingles.ts'
import { shortPlaceName } from '../../understand/gazetteer.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { factCell, TENSE_NAMES } from '../facts/fact-cells.ts'
import type { LedgerFact } from '../facts/fact-reader.ts'
import type { Draft, DraftStatement, DraftTable } from '../sentences/draft.ts'
import { periodOf } from '../sentences/period-of.ts'
import { withinChars } from '../sentences/within-chars.ts'
import { namedIndicators } from './answer-each-indicator.ts'

/** Asks for the indicators that every such paper begins with, by no name of theirs. */
const MAIN = /(?:主要|预期|总体|年度)(?:预期)?目标(?:任务)?|(?:主要|核心|各项)(?:经济)?(?:社会)?(?:发展)?(?:指标|目标)/
/** How a year went, of a place as a whole: 经济运行情况怎么样, 发展得如何. */
const HOW_IT_WENT =
  /(?:经济|发展|运行|形势|情况|状况|成绩|成绩单|表现|走势)得?(?:到底|究竟|总体|整体)?(?:是)?(?:怎么样|如何|怎样|咋样|好不好)(?:的)?[？?。]?$|(?:经济|发展)(?:总体|整体)?(?:运行)?(?:情况|状况|形势)[？?。]?$/
const WORDS_OF_ASKING =
  /运行|形势|状况|成绩单?|走势|总体|整体|全年|变化|对照|对比|相比|比较|比|实际|完成|实现|执行|结果|调整|不同|区别|差别|差距|高低|情况|经济|社会|发展|国民|计划|目标|指标|增速|怎么样|怎样|如何|列出|表格|政府|工作|报告|全市|全省|全区|全县|年度|[和与及的了是有把各要在]/g
/** Which of them were missed or passed is for the paper to say. */
const MISSED = /没有?(?:能|完)|未(?:能|完成|达)|超额|哪[几些]|不及|低于/
const TARGET = /目标|计划|预期/
const RESULT = /实际|完成|实现|执行|实绩|结果|达到/
const AGAINST = /比|变化|调整|不同|区别/
const MAX_SIDES = 4
const MAX_INDICATORS = 14
/** A sentence that gives fewer of them is not the one that sums the year up. */
const MIN_INDICATORS = 2
const MAX_CHARS = 740
const MISSING = '—'

interface Side {
  readonly year: number
  readonly place: string
  readonly tense: SentenceTense
}

interface ToldSide extends Side {
  readonly label: string
  /** The sentence that sums them up, or the lines of the list that does, in order. */
  readonly rows: readonly SentenceRow[]
  readonly facts: readonly LedgerFact[]
  /** What other sentences say of the same year, place and tense. */
  readonly elsewhere: readonly LedgerFact[]
}

/**
 * The main indicators of several years or places, or targets beside results: for each side the sentence that sums them up, and a table of indicators × sides, every cell cited.
 * Null where the question names indicators, asks for one side's targets alone, or no side is told.
 */
export function answerMainIndicators(context: AnswerContext): Draft | null {
  if (!asksForMain(context)) return null
  const { widestPlace } = context.knowledge
  const own = heldPlaces(context.snapshot)
  const asked = context.intent.places.map(({ name }) => name)
  if (asked.length > 0) return tellSides(context, sidesOf(context, asked))
  const ofWidest = widestPlace === null ? null : tellSides(context, sidesOf(context, [widestPlace]))
  return ofWidest ?? tellSides(context, sidesOf(context, own))
}

function tellSides(context: AnswerContext, sides: readonly Side[]): Draft | null {
  // The targets of one year alone are told by the part of the paper that sets them, unless places are set side by side.
  const isOfOneYear = sides.every(({ year, tense }) => tense === 'target' && year === sides[0]?.year)
  if (sides.length > MAX_SIDES || (isOfOneYear && context.intent.places.length < 2)) return null
  const told = sides.flatMap((side) => tellSide(context, side) ?? [])
  if (told.length === 0) return null
  const lacking = sides
    .filter((side) => !told.some((one) => labelOf(one) === labelOf(side)))
    .map((side) => `${labelOf(side)}（没有汇总主要指标的句子）`)
  const statements = told.flatMap((side) => stateSide(side, MAX_CHARS / told.length))
  return { kind: 'answered', statements, tables: [drawTable(told)], ...(lacking.length > 0 ? { lacking } : {}) }
}

function asksForMain(context: AnswerContext): boolean {
  const { intent } = context
  if (!(MAIN.test(intent.asked) || HOW_IT_WENT.test(intent.asked)) || MISSED.test(intent.asked) || namedIndicators(context).length > 0) return false
  const places = intent.places.flatMap(({ name }) => [name, shortPlaceName(name)])
  const rest = places.reduce((text, name) => text.replaceAll(name, ''), intent.focus.map(({ text }) => text).join(''))
  return comparableText(rest.replace(new RegExp(MAIN, 'g'), '').replace(WORDS_OF_ASKING, '')).length < 2
}

/** Years × places × what is asked for. Where a target is set against a result and two years are named, the later one's target is meant. */
function sidesOf({ intent, knowledge }: AnswerContext, places: readonly string[]): Side[] {
  const both = TARGET.test(intent.asked) && RESULT.test(intent.asked)
  const years = yearsOf(intent, knowledge.newestYear)
  const dated = years.flatMap((year, i): { year: number; tense: SentenceTense }[] => {
    if (!both) return [{ year, tense: TARGET.test(intent.asked) ? 'target' : 'actual' }]
    if (years.length === 1) return (['target', 'actual'] as const).map((tense) => ({ year, tense }))
    return [{ year, tense: i === years.length - 1 ? 'target' : 'actual' }]
  })
  return places.flatMap((place) => dated.map(({ year, tense }) => ({ year, place, tense })))
}

/** A year that is set against another one is set against the newest; what came of targets is known of the year before it. */
function yearsOf({ years, asked }: AnswerContext['intent'], newest: number | null): number[] {
  if (newest === null) return [...years].toSorted((a, b) => a - b)
  if (years.length === 0) return [RESULT.test(asked) || HOW_IT_WENT.test(asked) ? newest - 1 : newest]
  const isAgainst = years.length === 1 && years[0] !== newest && AGAINST.test(asked)
  return [...years, ...(isAgainst ? [newest] : [])].toSorted((a, b) => a - b)
}

/** The sentence of a place, year and tense that gives most of the standard indicators, or the list whose lines do; the earlier one where two give as many. */
function tellSide({ snapshot, ledger, knowledge }: AnswerContext, side: Side): ToldSide | null {
  const summaries = new Map<string, { readonly rows: SentenceRow[]; readonly facts: LedgerFact[] }>()
  for (const row of snapshot.sentences) {
    const { sentence, document } = row
    if ((sentence.facets.place ?? document.document.metadata.place) !== side.place && knowledge.places.length > 1) continue
    const facts = ledger
      .ofRow(row)
      .filter(
        (fact) => STANDARD_INDICATORS.has(fact.indicator) && fact.year === side.year && fact.tense === side.tense && fact.attribute !== 'change',
      )
    // What five years came to does not sum up one of them.
    if ((facts.length === 0 && sentence.leadIn === null) || (facts.length > 0 && periodOf(row) !== null)) continue
    const key = `${document.document.id} ${sentence.leadIn ?? sentence.index}`
    const summary = summaries.get(key) ?? { rows: [], facts: [] }
    summary.rows.push(row)
    summary.facts.push(...facts.map((fact) => ({ row, fact })))
    summaries.set(key, summary)
  }
  const count = ({ facts }: { readonly facts: readonly LedgerFact[] }): number => new Set(facts.map(({ fact }) => fact.indicator)).size
  const all = [...summaries.values()]
  const most = Math.max(MIN_INDICATORS, ...all.map(count))
  const best = all.find((summary) => count(summary) === most)
  const elsewhere = all.filter((summary) => summary !== best).flatMap(({ facts }) => facts)
  return best ? { ...side, label: labelOf(side), ...best, elsewhere } : null
}

/** A sentence as far as there is room, or the lines of a list; the first says whose they are. */
function stateSide({ label, rows }: ToldSide, maxChars: number): DraftStatement[] {
  const [only] = rows
  if (rows.length === 1 && only) return [{ text: within(only.sentence.text, maxChars), label: `${label}：`, rows: [only] }]
  const lines = withinChars(
    rows.map((row) => ({ text: row.sentence.text, rows: [row] })),
    maxChars,
  )
  return lines.map((line, i) => (i === 0 ? { ...line, label: `${label}：` } : line))
}

function labelOf({ year, place, tense }: Side): string {
  return `${year}年${place}${TENSE_NAMES[tense]}`
}

function drawTable(told: readonly ToldSide[]): DraftTable {
  const indicators = [...new Set(told.toReversed().flatMap(({ facts }) => facts.map(({ fact }) => fact.indicator)))].slice(0, MAX_INDICATORS)
  return {
    caption: '主要指标',
    columns: ['指标', ...told.map(({ label }) => label)],
    rows: indicators.map((indicator) => [
      { text: indicator, rows: [] },
      ...told.map(({ facts, elsewhere, year, tense }) => {
        const isOf = ({ fact }: LedgerFact): boolean => fact.indicator === indicator
        // What the summing sentence leaves out another one may say.
        const own = facts.some(isOf) ? facts.filter(isOf) : elsewhere.filter(isOf)
        const { text, rows } = factCell(own, year, own[0]?.fact.place ?? null, tense)
        return { text: text === '' ? MISSING : text, rows }
      }),
    ]),
  }
}

/** The text up to the last clause that fits. */
function within(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text
  const cut = Math.max(...['；', ';', '，', ','].map((mark) => text.lastIndexOf(mark, maxChars)))
  return cut > 0 ? text.slice(0, cut) : text
}
