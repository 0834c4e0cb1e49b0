import type { TermSearch } from '../../../ingest/text/analyzer.ts'
import type { Expected } from '../../understand/intent.ts'
import {
  CONTINUES,
  findBest,
  type Goal,
  holdsFigure,
  NONE,
  NOT_CHOSEN,
  type ReadClause,
  readClause,
  type Span,
  unitPattern,
  type WeighedClause,
  weighClause,
} from './weigh-clauses.ts'

/** A stretch of a sentence made of whole clauses. */
export interface ClauseWindow {
  readonly text: string
  /** Share of the question's weight that it holds, 0 to 1. */
  readonly coverage: number
  readonly hasFigure: boolean
}

/** The weight of each term of a question, its idf times how much the part of the question counts that it is from. */
export type TermWeights = ReadonlyMap<string, number>

/** A second stretch of the sentence joins the first when it adds this share of the question's weight. */
const MIN_SECOND_GAIN = 0.12

/** 在实现预期目标的基础上， leaves open what is to be done. */
const LEAVES_OPEN = /(?:基础上|的同时|前提下|情况下|形势下|条件下)[，,]$/

/** 对撤销称号的园区， names whom something is done to, and not what. */
const NAMES_WHOM =
  /^(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]+[）)]|第[一二三四五六七八九十百\d]+条)?\s*(?:其中[，,]?)?对于?(?!.*(?:进行|给予|予以|开展|实施|加以|作出|负责|奖|补))[^，,]*的[^，,]{2,16}[，,]$/

/** 测试车辆的转场，应由驾驶人操作: what must or may be done with what the clause before only names. */
const RULES = /^(?:应当?|须|必须|不得|可以?(?!持续|靠)|方可|均[应须可由]|一律|由|严禁|禁止|不予|暂停)/
const HOLDS_RULE = /应当?|须|必须|不得|可(?!持续|靠|能)|严禁|禁止|一律|[\d０-９]/

/** What a question looks for in the clauses of a sentence. */
export interface WindowSearch {
  readonly weights: TermWeights
  /** Searches for the terms that have a weight, in the order of `weights`. */
  readonly search: TermSearch
  /** See `readClauses`; most questions look at the same sentences. */
  readonly clausesOf: (sentence: string) => readonly ReadClause[]
  readonly expected: Expected
  /** No run of clauses is longer, unless one clause is. */
  readonly maxChars: number
}

/** Cuts a sentence after each comma, semicolon and colon; those inside brackets, quotes and figures do not cut. */
export function splitClauseTexts(sentence: string): string[] {
  const clauses: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < sentence.length; i += 1) {
    if (isHan(sentence.charCodeAt(i))) continue
    const character = sentence[i] ?? ''
    if ('（(“《【'.includes(character)) depth += 1
    else if ('）)”》】'.includes(character)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && ('；：;:'.includes(character) || ('，,'.includes(character) && !isThousands(sentence, i)))) {
      clauses.push(sentence.slice(start, i + 1))
      start = i + 1
    }
  }
  if (start < sentence.length) clauses.push(sentence.slice(start))
  return clauses
}

/** Most characters by far are none of the marks. */
function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

/** 33,212 and, in older print, 33，212. */
function isThousands(text: string, at: number): boolean {
  return /[\d０-９]/.test(text[at - 1] ?? '') && /^[\d０-９]{3}(?![\d０-９])/.test(text.slice(at + 1, at + 5))
}

/** The clauses of a sentence, read. */
export function readClauses(sentence: string): readonly ReadClause[] {
  return splitClauseTexts(sentence).map(readClause)
}

/**
 * Makes the search of one question for the run of clauses that says most of what was asked in the fewest words, with the clauses that go on about its figure; and a second run of
 * the same sentence behind an ellipsis where the figure that was asked for stands apart from the words that name it.
 */
export function createWindowFinder({ weights, search, clausesOf, expected, maxChars }: WindowSearch): (sentence: string) => ClauseWindow {
  const weightOf = [...weights.values()]
  const total = weightOf.reduce((sum, weight) => sum + weight, 0) || 1
  const unit = unitPattern(expected)
  const wantsFigure = expected.kind === 'figure'
  const goal: Goal = { weightOf, total, wantsFigure }

  return (sentence) => {
    const read = clausesOf(sentence)
    const texts = read.map(({ text }) => text)
    const clauses = read.map((clause) => weighClause(clause, search, unit))
    const best = findBest(clauses, goal, maxChars, NONE)
    if (!best) return { text: sentence, coverage: 0, hasFigure: holdsFigure(sentence) }
    const to = extendOverContinuations(texts, best.to)
    const first = texts.slice(best.from, to + 1).join('')
    const second = wantsFigure ? findSecond(clauses, goal, maxChars, best, to) : null
    const apart = second && texts.slice(second.from, second.to + 1).join('')
    const text = second === null || apart === null ? trimWindow(first) : joinApart(first, { text: apart, from: second.from }, best.from)
    return { text, coverage: best.weight / total + (second ? second.weight / total : 0), hasFigure: holdsFigure(text) }
  }
}

function extendOverContinuations(clauses: readonly string[], to: number): number {
  let end = to
  const goesOn = (at: number): boolean =>
    LEAVES_OPEN.test(clauses[at] ?? '') ||
    NAMES_WHOM.test(clauses[at] ?? '') ||
    (!/[；;]$/.test(clauses[at] ?? '') &&
      (CONTINUES.test(clauses[at + 1] ?? '') || (RULES.test(clauses[at + 1] ?? '') && !HOLDS_RULE.test(clauses[at] ?? ''))))
  while (end + 1 < clauses.length && end - to < 2 && goesOn(end)) end += 1
  return end
}

/**
 * Another run of the sentence, apart from the best one, with a figure and words of the question that the best one lacks.
 *
 * @param end the last clause that goes on about the figure of the best run
 */
function findSecond(clauses: readonly WeighedClause[], goal: Goal, maxChars: number, best: Span, end: number): Span | null {
  const run = clauses.slice(best.from, best.to + 1)
  const told = new Set(run.flatMap(({ terms }) => terms))
  const chars = run.reduce((sum, { length }) => sum + length, 0)
  const apart = clauses.map((clause, i) => (i >= best.from && i <= end ? NOT_CHOSEN : clause))
  const second = findBest(apart, goal, maxChars - Math.min(maxChars / 2, chars), told)
  if (!second || (second.from <= end && second.to >= best.from)) return null
  const isWorthIt = second.weight / goal.total >= MIN_SECOND_GAIN && clauses.slice(second.from, second.to + 1).some(({ hasFigure }) => hasFigure)
  return isWorthIt ? second : null
}

function joinApart(first: string, second: { readonly text: string; readonly from: number }, from: number): string {
  const [before, after] = second.from < from ? [second.text, first] : [first, second.text]
  return `${trimWindow(before)}……${trimWindow(after)}`
}

/** Without the comma, semicolon or colon at its end. */
function trimWindow(text: string): string {
  return text
    .trim()
    .replace(/^(?:\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]是(?=\p{Script=Han}{4}))\s*/u, '')
    .replace(/[，,；;：:、]$/, '')
}

/** More of the sentence around a window, whole clauses, for a question whose words do not tell which clause answers. */
export function widenWindow(sentence: string, window: string, maxChars: number): string {
  if (sentence.length <= maxChars) return sentence
  const at = sentence.indexOf(window)
  if (at < 0 || window.length >= maxChars) return window
  const clauses = splitClauseTexts(sentence)
  let start = 0
  const bounds = clauses.map((clause) => {
    const from = start
    start += clause.length
    return { from, to: start }
  })
  let first = Math.max(
    0,
    bounds.findIndex(({ to }) => to > at),
  )
  let last = Math.max(
    first,
    bounds.findIndex(({ to }) => to >= at + window.length),
  )
  const length = (): number => (bounds[last]?.to ?? 0) - (bounds[first]?.from ?? 0)
  for (let grown = true; grown; ) {
    grown = false
    for (const side of ['before', 'after'] as const) {
      const next = side === 'before' ? clauses[first - 1] : clauses[last + 1]
      if (next === undefined || length() + next.length > maxChars) continue
      if (side === 'before') first -= 1
      else last += 1
      grown = true
    }
  }
  return trimWindow(sentence.slice(bounds[first]?.from ?? 0, bounds[last]?.to ?? sentence.length))
}
