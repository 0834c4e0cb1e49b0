import type { SentenceTense } from '../../../ingest/corpus/sentence.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import type { LedgerFact } from './fact-reader.ts'

export const TENSES = ['target', 'actual'] as const
export const TENSE_NAMES = { target: '目标', actual: '实绩' } as const
/** Cited beside the first where several sentences give the same figure. */
const MAX_CITATIONS = 3
/** What describes a thing, its length of time or its rank is no figure of the year. */
const UNCOMPARED: ReadonlySet<string> = new Set(['spec', 'base', 'duration', 'rank'])

/** A mean or a sum over several years, or a sentence that begins with them: no figure of one year. */
const PERIOD_IN_CLAUSE = /年均|平均每年|累计/
const PERIOD_AT_START =
  /^[^，,]{0,6}(?:(?:过去|未来|今后|这|前)?[两二三四五六七八九十]年(?:来|间|里|多来)?|[“"]?[十一二三四]+五[”"]?(?:时期|期间|以来))[，,]/

/** The facts that can stand in a table of years and places. */
export function datedFacts(facts: readonly LedgerFact[]): LedgerFact[] {
  return facts.filter((item) => item.fact.year !== null && item.fact.tense !== null && !UNCOMPARED.has(item.fact.attribute) && !isOfPeriod(item))
}

/** 2030年与2025年相比，|用水量下降一成: what the next clause is counted from. */
const COMPARING_CLAUSE = /[^，,；;。]{0,24}相比[，,]\s*$/

/** Whether a figure is of several years by the words before it: 年均, 累计, 五年来，…, 2030年与2025年相比. */
export function isOfPeriod({ row, fact }: LedgerFact): boolean {
  const { text } = row.sentence
  const before = (COMPARING_CLAUSE.exec(text.slice(0, fact.clause.start))?.[0] ?? '') + text.slice(fact.clause.start, fact.range.start)
  return PERIOD_IN_CLAUSE.test(before) || PERIOD_AT_START.test(text) || growsOverYears(before, fact.year ?? 0)
}

/** 比2025年增长65%, said of 2030; 2030年与2025年相比，增长…. */
function growsOverYears(before: string, year: number): boolean {
  const [, base] = /[比较与和同跟]\s*([12]\d{3})\s*年/.exec(before) ?? []
  return base !== undefined && Number(base) < year - 1
}

/** The years of some facts, oldest first, and their places. */
export function axesOf(facts: readonly LedgerFact[]): { readonly years: readonly number[]; readonly places: readonly (string | null)[] } {
  return {
    years: [...new Set(facts.map(({ fact }) => fact.year ?? 0))].toSorted((a, b) => a - b),
    places: [...new Set(facts.map(({ fact }) => fact.place))].toSorted((a, b) => (a ?? '').localeCompare(b ?? '', 'zh')),
  }
}

/** One cell of years × places: what the facts of one year, place and tense say, each wording once, the amount before its growth. Empty where they say nothing. */
export function factCell(
  facts: readonly LedgerFact[],
  year: number,
  place: string | null,
  tense: SentenceTense,
): { readonly text: string; readonly rows: readonly SentenceRow[]; readonly facts: readonly LedgerFact[] } {
  const own = facts.filter(({ fact }) => fact.year === year && fact.place === place && fact.tense === tense)
  const texts = new Map<string, LedgerFact[]>()
  for (const item of own.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const text = printFigure(item)
    texts.set(text, [...(texts.get(text) ?? []), item])
  }
  const cited = [...texts.values()].map((items) => items.slice(0, MAX_CITATIONS))
  return {
    text: [...texts.keys()].join('；'),
    rows: [...new Set(cited.flat().map(({ row }) => row))],
    facts: cited.flatMap(([first]) => first ?? []),
  }
}

function rankOf({ fact }: LedgerFact): number {
  return fact.attribute === 'growth' || fact.attribute === 'change' ? 1 : 0
}

/** The figure as printed, with the word that says which way it goes. */
function printFigure({ row, fact }: LedgerFact): string {
  const figure = row.sentence.text.slice(fact.range.start, fact.range.end).replace(/\s+/g, '')
  return fact.direction === null || fact.attribute === 'level' ? figure : `${fact.direction === 'up' ? '增长' : '下降'}${figure}`
}
