import type { SentenceTense } from '../../ingest/corpus/sentence.ts'
import type { LedgerFact } from '../answer/facts/fact-reader.ts'
import type { DraftTable } from '../answer/sentences/draft.ts'
import { scopeName } from './brief-scope.ts'
import { plainText } from './brief-unit.ts'

/** A fact that may stand in the table, with the relevance of its sentence. */
export interface TableFact extends LedgerFact {
  readonly relevance: number
}

export interface BriefTable {
  readonly table: DraftTable
  /** Facts that the table tells. */
  readonly told: ReadonlySet<LedgerFact['fact']>
}

const MAX_COLUMNS = 6
const MAX_ROWS = 10
const MIN_RELEVANCE = 0.5
/** Names that do not say what is counted. */
const VAGUE = /^(?:项目|企业|产值|产能|规模|面积|投资|总投资|完成投资|增长|总量|重点项目|活动|平台|基地)$/
/** A length of time measures no indicator. */
const TIME_UNITS = /^(?:年|个?季度|个?月|天|日|小时|分钟|周)$/
/** Columns with fewer of their cells filled compare little. */
const MIN_FILLED = 0.3
const ATTRIBUTES = new Set(['level', 'growth', 'change', 'share', 'rate', 'count'])

interface Cell {
  readonly facts: TableFact[]
}

/**
 * The table of a brief: years and places below each other, targets and results apart, the indicators that two or more of them give beside each other.
 *
 * @param wanted.indicators only these; empty: any
 * @param wanted.placeRank places in the order of the request
 * @returns null where nothing can be compared
 */
export function buildTable(
  facts: readonly TableFact[],
  caption: string,
  wanted: { readonly years: readonly number[]; readonly indicators: ReadonlySet<string>; readonly placeRank: (place: string | null) => number },
): BriefTable | null {
  const { years, indicators, placeRank } = wanted
  const columns = new Map<string, Map<string, Cell>>()
  const scopes = new Map<string, { year: number; place: string | null; tense: SentenceTense }>()
  for (const item of facts) {
    const { fact } = item
    if (fact.year === null || fact.tense === null || !ATTRIBUTES.has(fact.attribute) || VAGUE.test(fact.indicator) || fact.indicator.length < 3)
      continue
    if (years.length > 0 && !years.includes(fact.year)) continue
    if ((indicators.size > 0 && !indicators.has(fact.indicator)) || TIME_UNITS.test(fact.quantity.unit)) continue
    const scope = { year: fact.year, place: fact.place, tense: fact.tense }
    const key = JSON.stringify(scope)
    const column = columns.get(fact.indicator) ?? new Map<string, Cell>()
    const cell = column.get(key) ?? { facts: [] }
    addToCell(cell, item)
    column.set(key, cell)
    columns.set(fact.indicator, column)
    scopes.set(key, scope)
  }
  const chosen = [...columns]
    .filter(([, cells]) => cells.size >= 2 && mostRelevant(cells) >= MIN_RELEVANCE)
    .toSorted((a, b) => worth(b[1]) - worth(a[1]))
    .slice(0, MAX_COLUMNS)
  if (chosen.length === 0) return null
  const keys = [...scopes]
    .filter(([key]) => chosen.some(([, cells]) => cells.has(key)))
    .toSorted(
      ([, a], [, b]) =>
        placeRank(a.place) - placeRank(b.place) ||
        (a.place ?? '').localeCompare(b.place ?? '', 'zh') ||
        a.year - b.year ||
        a.tense.localeCompare(b.tense),
    )
    .slice(0, MAX_ROWS)
  const kept = chosen.filter(([, cells]) => cells.size >= 2 && keys.filter(([key]) => cells.has(key)).length >= Math.max(2, MIN_FILLED * keys.length))
  if (kept.length === 0) return null
  const lines = keys.filter(([key]) => kept.some(([, cells]) => cells.has(key)))
  const told = new Set<LedgerFact['fact']>()
  const rows = lines.map(([key, scope]) => [
    { text: scopeName(scope), rows: [] },
    ...kept.map(([, cells]) => {
      const cell = cells.get(key)
      for (const { fact } of cell?.facts ?? []) told.add(fact)
      return cell ? { text: cellText(cell), rows: [...new Set(cell.facts.map(({ row }) => row))] } : { text: '', rows: [] }
    }),
  ])
  return { table: { caption, columns: ['年份与地区', ...kept.map(([name]) => name)], rows }, told }
}

/** One figure of each attribute; an equal one of another sentence confirms it. */
function addToCell(cell: Cell, item: TableFact): void {
  const same = cell.facts.filter(({ fact }) => fact.attribute === item.fact.attribute)
  if (same.every(({ fact }) => fact.quantity.value === item.fact.quantity.value && fact.quantity.baseUnit === item.fact.quantity.baseUnit))
    cell.facts.push(item)
}

/** A column needs one sentence that is about the topics; its other cells may stand elsewhere. */
function mostRelevant(cells: ReadonlyMap<string, Cell>): number {
  return Math.max(...[...cells.values()].flatMap(({ facts }) => facts.map(({ relevance }) => relevance)))
}

function worth(cells: ReadonlyMap<string, Cell>): number {
  const best = [...cells.values()].map(({ facts }) => Math.max(...facts.map(({ relevance }) => relevance)))
  return best.reduce((sum, relevance) => sum + relevance, 0)
}

function cellText({ facts }: Cell): string {
  const texts = facts.toSorted((a, b) => order(a) - order(b)).map(({ row, fact }) => figureText(row.sentence.text, fact))
  return [...new Set(texts)].join('，')
}

function order({ fact }: TableFact): number {
  return fact.attribute === 'growth' || fact.attribute === 'change' ? 1 : 0
}

/** The figure as printed, with the word that says which way it goes. */
export function figureText(sentence: string, fact: LedgerFact['fact']): string {
  const figure = plainText(sentence.slice(fact.range.start, fact.range.end))
  if (fact.direction === null || fact.attribute === 'level') return figure
  return `${fact.direction === 'up' ? '增长' : '下降'}${figure}`
}
