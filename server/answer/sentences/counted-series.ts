import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { rowAt } from './with-subject.ts'

/** Points that a paper counts one after the other, and the sentence that leads up to them. */
export interface CountedSeries {
  /** The sentence before the first point; the one that holds the first point where it does not begin with it. */
  readonly lead: SentenceRow | null
  /** The sentences of each point, its own first; several points may stand in one sentence. */
  readonly points: readonly (readonly SentenceRow[])[]
  /** How many points are counted. */
  readonly count: number
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五']
/** Ways of counting, each by what stands at a number; inside a sentence a point follows a mark. */
const MARKS: readonly ((nth: number) => string)[] = [
  (nth) => `${NUMERALS[nth]}(?:是|要)`,
  (nth) => `第${NUMERALS[nth]}[，,、]`,
  (nth) => `[（(]${NUMERALS[nth]}[）)]`,
  (nth) => `${nth + 1}[.．、](?!\\d)`,
  (nth) => `[（(]${nth + 1}[）)]`,
  (nth) => String.fromCharCode(0x2460 + nth),
]
const WAYS = MARKS.map((mark) => NUMERALS.map((_, nth) => new RegExp(`(?:^|[：:；;，,。])${mark(nth)}`)))
const BEGINS = new RegExp(`(?:^|[：:；;，,。])(?:${MARKS.map((mark) => mark(0)).join('|')})`)
/** Parts of papers: no point goes on beyond them. */
const MAJOR = /^(?:第[一二三四五六七八九十百\d]+(?:部分|章|节|条)|[一二三四五六七八九十]+[、.．]|[壹贰叁肆伍])/
/** （二） ends what is counted 一是 or 1. below （一）. */
const BRACKETED = /^[（(][一二三四五六七八九十]+[）)]/
const BY_BRACKETS = 2
const MIN_POINTS = 2
const POINT = /^(?:[一二三四五六七八九十]+(?:是(?!否|指)|要)|第[一二三四五六七八九十]+[，,、]|——)/
/** So many sentences may tell of one point before the next is counted. */
const MAX_BETWEEN = 14
/** A sentence this near above a series may be what it is about. */
const REACH_DOWN = 5
const REACH_UP = 40

/** The series that begins in a sentence; null where none does. */
export function seriesFrom(row: SentenceRow): CountedSeries | null {
  if (!BEGINS.test(row.sentence.text)) return null
  for (const way of WAYS) {
    const count = countTo(way, row.sentence.text, 0)
    const series = count > 0 ? readOn(way, row, count) : null
    if (series !== null && series.count >= MIN_POINTS) return series
  }
  return null
}

/** The series that a sentence stands in or leads up to, the innermost first. */
export function seriesAround(row: SentenceRow): CountedSeries[] {
  const found: CountedSeries[] = []
  for (let index = row.sentence.index + REACH_DOWN; index >= Math.max(0, row.sentence.index - REACH_UP); index -= 1) {
    const start = rowAt(row, index)
    const series = start ? seriesFrom(start) : null
    if (series === null || start === null) continue
    const end = series.points.at(-1)?.at(-1)?.sentence.index ?? index
    if (end >= row.sentence.index && (index <= row.sentence.index + 1 || isUnder(row, start))) found.push(series)
  }
  return found
}

/** Whether a sentence begins with the count of a point, or with the dashes that stand for one. */
export function beginsPoint(text: string): boolean {
  return POINT.test(text)
}

function isUnder({ sentence }: SentenceRow, start: SentenceRow): boolean {
  const { sections } = start.document.document
  return start.sentence.section === sentence.section || sections[start.sentence.section]?.parent === sentence.section
}

function readOn(way: readonly RegExp[], first: SentenceRow, counted: number): CountedSeries {
  const points: SentenceRow[][] = [[first]]
  let count = counted
  let between: SentenceRow[] = []
  for (let at = rowAt(first, first.sentence.index + 1); at && between.length < MAX_BETWEEN; at = rowAt(first, at.sentence.index + 1)) {
    const { text } = at.sentence
    const reached = countTo(way, text, count)
    if (reached === count && (endsSeries(way, text) || way[0]?.test(text) === true)) break
    if (reached > count) {
      points.at(-1)?.push(...between)
      points.push([at])
      between = []
    } else between.push(at)
    count = reached
  }
  points.at(-1)?.push(...restOf(points, between))
  const own = way[0]?.exec(first.sentence.text)
  const lead = own && own.index > 0 ? first : rowAt(first, first.sentence.index - 1)
  return { lead, points, count }
}

function endsSeries(way: readonly RegExp[], text: string): boolean {
  return MAJOR.test(text) || (way !== WAYS[BY_BRACKETS] && BRACKETED.test(text))
}

/** What goes on about the last point: no more sentences than an earlier point has, under the same heading. */
function restOf(points: readonly (readonly SentenceRow[])[], behind: readonly SentenceRow[]): SentenceRow[] {
  const most = Math.max(0, ...points.slice(0, -1).map((point) => point.length - 1))
  const last = points.at(-1)?.[0]
  const end = behind.findIndex(({ sentence }) => sentence.section !== last?.sentence.section || sentence.role === 'heading')
  return behind.slice(0, Math.min(most, end < 0 ? behind.length : end))
}

/** How far a text counts on from a number. */
function countTo(way: readonly RegExp[], text: string, from: number): number {
  let reached = from
  while (way[reached]?.test(text) === true) reached += 1
  return reached
}
