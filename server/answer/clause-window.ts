import type { Expected } from '../understand/intent.ts'

/** A stretch of a sentence made of whole clauses. */
export interface ClauseWindow {
  readonly text: string
  /** Share of the question's weight that it holds, 0 to 1. */
  readonly coverage: number
  readonly hasFigure: boolean
}

/** The weight of each term of a question, its idf times how much the part of the question counts that it is from. */
export type TermWeights = ReadonlyMap<string, number>

/** Terms of a text; the same chain as the index. */
export type TermsOf = (text: string) => readonly string[]

/** A clause costs this share of the question's weight for each character, so that clauses without a word of the question are left out. */
const COST_PER_CHAR = 0.0012
/** A window across a semicolon tells two things. */
const SEMICOLON_COST = 0.06
const NO_FIGURE_COST = 0.15
const UNIT_BONUS = 0.05
/** A second stretch of the sentence joins the first when it adds this share of the question's weight. */
const MIN_SECOND_GAIN = 0.12
const FIGURE = /\d|[一二两三四五六七八九十百千万]+(?:个|家|项|处|条|所|座|台|套|户|名|人|场|次|倍|成|种|届|分之)|半/
/** A clause that goes on about the figure before it: 同比增长…, 增速…, 占…. */
const CONTINUES = /^(?:同比|比上年|较上年|环比|增长|下降|增速|增幅|其中|占|比\d{4}年|较\d{4}年|惠及|覆盖|达到\d|总数达)/

/** 在实现预期目标的基础上， leaves open what is to be done. */
const LEAVES_OPEN = /(?:基础上|的同时|前提下|情况下|形势下|条件下)[，,]$/

interface Span {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly covered: ReadonlySet<string>
  readonly value: number
}

/** Cuts a sentence after each comma, semicolon and colon; those inside brackets, quotes and figures do not cut. */
export function splitClauseTexts(sentence: string): string[] {
  const clauses: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < sentence.length; i += 1) {
    const character = sentence[i] ?? ''
    if ('（(“《【'.includes(character)) depth += 1
    else if ('）)”》】'.includes(character)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && ('，；：;:'.includes(character) || (character === ',' && !isThousands(sentence, i)))) {
      clauses.push(sentence.slice(start, i + 1))
      start = i + 1
    }
  }
  if (start < sentence.length) clauses.push(sentence.slice(start))
  return clauses
}

function isThousands(text: string, at: number): boolean {
  return /\d/.test(text[at - 1] ?? '') && /^\d{3}(?!\d)/.test(text.slice(at + 1))
}

/**
 * The run of clauses that says most of what was asked in the fewest words, with the clauses that go on about its figure; and a second run of the same sentence
 * behind an ellipsis where the figure that was asked for stands apart from the words that name it.
 *
 * @param maxChars no run is longer, unless one clause is
 */
export function bestClauseWindow(sentence: string, weights: TermWeights, termsOf: TermsOf, expected: Expected, maxChars: number): ClauseWindow {
  const clauses = splitClauseTexts(sentence)
  const terms = clauses.map((clause) => new Set(termsOf(clause).filter((term) => weights.has(term))))
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0) || 1
  const best = findBest(clauses, terms, weights, total, expected, maxChars, new Set())
  if (!best) return { text: sentence, coverage: 0, hasFigure: FIGURE.test(sentence) }
  const to = extendOverContinuations(clauses, best.to)
  const first = clauses.slice(best.from, to + 1).join('')
  const coverage = weigh(best.covered, weights) / total
  const second = expected.kind === 'figure' ? findSecond(clauses, terms, weights, total, expected, maxChars, { ...best, to }) : null
  const text = second === null ? trimWindow(first) : joinApart(first, second, best.from)
  return { text, coverage: coverage + (second?.gain ?? 0), hasFigure: FIGURE.test(text) }
}

function findBest(
  clauses: readonly string[],
  terms: readonly ReadonlySet<string>[],
  weights: TermWeights,
  total: number,
  expected: Expected,
  maxChars: number,
  known: ReadonlySet<string>,
): Span | null {
  let best: Span | null = null
  for (let from = 0; from < clauses.length; from += 1) {
    const covered = new Set<string>()
    let text = ''
    let coverage = 0
    for (let to = from; to < clauses.length; to += 1) {
      text += clauses[to] ?? ''
      if (to > from && text.length > maxChars) break
      for (const term of terms[to] ?? []) {
        if (covered.has(term) || known.has(term)) continue
        covered.add(term)
        coverage += weights.get(term) ?? 0
      }
      // What follows can only take from this, but for the bonus: most stretches are out of the running here.
      const most = coverage / total - COST_PER_CHAR * text.length + UNIT_BONUS
      if (best && most <= best.value) continue
      const semicolons = text.slice(0, -1).match(/[；;]/g)?.length ?? 0
      const figure = expected.kind === 'figure' && !FIGURE.test(text) ? NO_FIGURE_COST : 0
      const dangling = from > 0 && CONTINUES.test(text) ? 0.05 : 0
      const value = coverage / total - COST_PER_CHAR * text.length - SEMICOLON_COST * semicolons - figure - dangling + unitBonus(text, expected)
      if (!best || value > best.value + 1e-9) best = { from, to, text, covered: new Set(covered), value }
    }
  }
  return best
}

function weigh(terms: ReadonlySet<string>, weights: TermWeights): number {
  let sum = 0
  for (const term of terms) sum += weights.get(term) ?? 0
  return sum
}

function extendOverContinuations(clauses: readonly string[], to: number): number {
  let end = to
  const goesOn = (at: number): boolean =>
    LEAVES_OPEN.test(clauses[at] ?? '') || (CONTINUES.test(clauses[at + 1] ?? '') && !/[；;]$/.test(clauses[at] ?? ''))
  while (end + 1 < clauses.length && end - to < 2 && goesOn(end)) end += 1
  return end
}

/** Another run of the sentence, apart from the first, with a figure and words of the question that the first one lacks. */
function findSecond(
  clauses: readonly string[],
  terms: readonly ReadonlySet<string>[],
  weights: TermWeights,
  total: number,
  expected: Expected,
  maxChars: number,
  first: Span,
): { text: string; from: number; gain: number } | null {
  const apart = clauses.map((clause, i) => (i >= first.from && i <= first.to ? '' : clause))
  const best = findBest(
    apart,
    terms.map((set, i) => (apart[i] === '' ? new Set<string>() : set)),
    weights,
    total,
    expected,
    maxChars - Math.min(maxChars / 2, first.text.length),
    first.covered,
  )
  if (!best || (best.from <= first.to && best.to >= first.from)) return null
  const gain = weigh(best.covered, weights) / total
  return gain >= MIN_SECOND_GAIN && FIGURE.test(best.text) ? { text: best.text, from: best.from, gain } : null
}

function joinApart(first: string, second: { readonly text: string; readonly from: number }, from: number): string {
  const [before, after] = second.from < from ? [second.text, first] : [first, second.text]
  return `${trimWindow(before)}……${trimWindow(after)}`
}

function unitBonus(text: string, expected: Expected): number {
  if (expected.kind !== 'figure' || expected.unit === '') return 0
  return new RegExp(`\\d\\s*(?:余|多)?(?:万|亿)?${expected.unit.replace(/^[万亿]/, '')}`).test(text.replace(/\s+/g, '')) ? UNIT_BONUS : 0
}

/** Without the comma, semicolon or colon at its end. */
function trimWindow(text: string): string {
  return text
    .trim()
    .replace(/^\d{1,2}[.．、](?!\d)\s*/, '')
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
