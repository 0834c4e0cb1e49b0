import type { TermSearch } from '../../../ingest/text/analyzer.ts'
import type { Expected } from '../../understand/intent.ts'

/** A clause costs this share of the question's weight for each character, so that clauses without a word of the question are left out. */
const COST_PER_CHAR = 0.0012
/** A window across a semicolon tells two things. */
const SEMICOLON_COST = 0.06
const NO_FIGURE_COST = 0.15
/** A run that begins with a clause that goes on about what stands before it. */
const DANGLING_COST = 0.05
const UNIT_BONUS = 0.05
const HAN_NUMERAL = '[一二两三四五六七八九十百千万零〇]+(?:点[零〇一二三四五六七八九]+)?[余多]?'
const FIGURE = new RegExp(
  `[\\d０-９]|${HAN_NUMERAL}(?:个|家|项|处|条|所|座|台|套|户|名|人|场|次|倍|成|种|届|分之|亿|元|美元|吨|公斤|斤|公里|亩|度(?!电)|平方米)|半`,
)
/** The number of an article or a point is no figure: 第七条, （三）, 4.2. One before a unit is: 4.2万人. */
const LABEL =
  /^\s*(?:第[一二三四五六七八九十百\d]+[条章节]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]+、|\d{1,2}[.．、](?!\d)|\d{1,2}(?:\.\d{1,2}){1,3}\s*(?=[\p{Script=Han}“《])(?![万亿元吨个家倍成年月日天人次户台套亩公米度点]))/u
/** A clause that goes on about the figure before it: 同比增长…, 增速…, 占…. */
export const CONTINUES =
  /^(?:同比|比上年|较上年|环比|增长|下降|增速|增幅|(?:降低?|减少?|增加?|提高|上?升|扩大|缩小)[为至到]|其中|占|比\d{4}年|较\d{4}年|惠及|覆盖|(?:去年|全年|\d{4}年)?达到[\d０-９]|每人每[月年]|总数达)/

/** A clause as it reads, whatever is asked. Figures, units and the first words of a clause never reach over the mark at its end, so that it is read once for all runs that it is in. */
export interface ReadClause {
  readonly text: string
  /** Without blanks. */
  readonly plain: string
  readonly semicolons: number
  readonly endsInSemicolon: boolean
  readonly hasFigure: boolean
  /** Whether it goes on about a figure before it. */
  readonly goesOn: boolean
}

/** A clause as far as choosing needs it; one that is not to be chosen has no characters. */
export interface WeighedClause {
  readonly length: number
  /** Numbers of the question's terms that it holds. */
  readonly terms: readonly number[]
  readonly semicolons: number
  readonly endsInSemicolon: boolean
  readonly hasFigure: boolean
  /** Whether a figure of it has the unit that is asked for. */
  readonly inUnit: boolean
  /** Whether it goes on about a figure before it. */
  readonly goesOn: boolean
}

export interface Span {
  readonly from: number
  readonly to: number
  /** Sum of the weights of the terms that it holds. */
  readonly weight: number
  readonly value: number
}

/** What all searches of one question share. */
export interface Goal {
  readonly weightOf: readonly number[]
  readonly total: number
  readonly wantsFigure: boolean
}

export const NONE: ReadonlySet<number> = new Set()
export const NOT_CHOSEN: WeighedClause = {
  length: 0,
  terms: [],
  semicolons: 0,
  endsInSemicolon: false,
  hasFigure: false,
  inUnit: false,
  goesOn: false,
}

/** A sentence without the number that it is labelled with. */
export function withoutLabel(text: string): string {
  return text.replace(LABEL, '')
}

/** Whether a text gives a figure, in any digits, beside the number that it is labelled with. */
export function holdsFigure(text: string): boolean {
  return FIGURE.test(withoutLabel(text))
}

export function readClause(text: string): ReadClause {
  return {
    text,
    plain: text.replace(/\s+/g, ''),
    semicolons: text.match(/[；;]/g)?.length ?? 0,
    endsInSemicolon: /[；;]$/.test(text),
    hasFigure: holdsFigure(text),
    goesOn: CONTINUES.test(text),
  }
}

export function weighClause(clause: ReadClause, search: TermSearch, unit: RegExp | null): WeighedClause {
  const { text, plain, semicolons, endsInSemicolon, hasFigure, goesOn } = clause
  return { length: text.length, terms: search(text), semicolons, endsInSemicolon, hasFigure, inUnit: unit?.test(plain) ?? false, goesOn }
}

/** @param told terms that count no more */
export function findBest(clauses: readonly WeighedClause[], goal: Goal, maxChars: number, told: ReadonlySet<number>): Span | null {
  const { weightOf, total, wantsFigure } = goal
  /** The last run that held each term, by where the run begins. */
  const heldFrom = new Int32Array(weightOf.length).fill(-1)
  let best: Span | null = null
  for (let from = 0; from < clauses.length; from += 1) {
    let [length, weight, semicolons] = [0, 0, 0]
    let [hasFigure, inUnit, goesOn, endsInSemicolon] = [false, false, false, false]
    for (let to = from; to < clauses.length; to += 1) {
      const clause = clauses[to] ?? NOT_CHOSEN
      if (length === 0) goesOn = clause.goesOn
      length += clause.length
      if (to > from && length > maxChars) break
      for (const term of clause.terms) {
        if (heldFrom[term] === from || told.has(term)) continue
        heldFrom[term] = from
        weight += weightOf[term] ?? 0
      }
      semicolons += clause.semicolons
      if (clause.length > 0) endsInSemicolon = clause.endsInSemicolon
      hasFigure ||= clause.hasFigure
      inUnit ||= clause.inUnit
      const inside = semicolons - (endsInSemicolon ? 1 : 0)
      const figure = wantsFigure && !hasFigure ? NO_FIGURE_COST : 0
      const dangling = from > 0 && goesOn ? DANGLING_COST : 0
      const value = weight / total - COST_PER_CHAR * length - SEMICOLON_COST * inside - figure - dangling + (inUnit ? UNIT_BONUS : 0)
      if (!best || value > best.value + 1e-9) best = { from, to, weight, value }
    }
  }
  return best
}

/** A figure in the unit that is asked for, in a text without blanks; null where none is asked for. */
export function unitPattern(expected: Expected): RegExp | null {
  if (expected.kind !== 'figure' || expected.unit === '') return null
  return new RegExp(`[\\d０-９]\\s*(?:余|多)?(?:万|亿)?${expected.unit.replace(/^[万亿]/, '')}`)
}
