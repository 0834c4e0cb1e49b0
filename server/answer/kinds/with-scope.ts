import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { foldYears } from '../../../ingest/structure/fold-years.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { splitClauseTexts } from '../sentences/clause-window.ts'
import type { DraftStatement } from '../sentences/draft.ts'
import { partOfYear } from '../sentences/part-of-year.ts'
import { periodOf, periodOfQuote } from '../sentences/period-of.ts'
import { spanOfQuote } from '../sentences/span-of-quote.ts'
import { NEEDS_TIME, OF_AMOUNT, TELLS_FIGURE } from '../sentences/tells-figure.ts'
import { saidTenseOf, tenseOf } from '../sentences/tense-of.ts'
import { yearOfQuote } from '../sentences/year-stretch.ts'

/** A figure told to who asks for a year, of a paper that gives it none. */
export const UNDATED = '（原文未写明年份）'
/** Which five years these are is known from the paper. */
const COUNTED_FROM_PAPER = /^(?!.*\d{4}).*[两三四五六七八九十]年/
/** A text that says itself since when, or begins with the years from one to another. */
const OWN_YEARS = /(?:19|20)\d{2}\s?年以来|^[^《，,]{0,12}(?:19|20)\d{2}\s?年?[底末]?\s?(?:[—\-–~～]{1,2}|至|到)\s?(?:19|20)\d{2}\s?年(?!期|度)/
/** 连续13年稳定在430亿斤以上 says itself of how many years it is. */
const OWN_SPAN = /连续[两三四五六七八九十\d]+年/
const SHORT = 40
const MEAN = /年均|平均每年/
/** A text that begins with its period needs no other. */
const NAMES_PERIOD =
  /^.{0,6}((?:今后|未来|过去|这)?(?<!连续|[连前近头第])五年(?:内|间|来|累计)?(?![以之])|(?<![一二三四五六七八九几])十年[来间]|[“"]十[一二三四五六]五[”"](?:时期|期间))/

/**
 * Says what a statement is about where the question left it open: the years or the period and the places that its sentences speak of, and that it is a result where a target was
 * asked for. A statement that says so itself stays as it is.
 */
export function withScope({ intent, knowledge }: AnswerContext, statement: DraftStatement): DraftStatement {
  const row = statement.rows.at(-1)
  if (!row || intent.kind === 'metadata') return statement
  const tense = saidTenseOf(row)
  const isAim = tense === 'target' && OF_AMOUNT.test(statement.text)
  const { kind } = intent.expected
  if (kind !== 'figure' && kind !== 'time' && !isAim && !NEEDS_TIME.test(statement.text)) return statement
  const places = knowledge.places.length > 1 && intent.places.length === 0 ? distinct(statement.rows, ({ facets }) => facets.place) : []
  const parts = [
    timeOf(statement, intent.years),
    places.filter((place) => !statement.text.includes(place)).join('、'),
    tense === 'actual' && intent.tense === 'target' ? '（实绩，库中未查到目标）' : '',
  ]
  const label = parts.join('')
  return label === '' ? statement : { ...statement, label: `${label}：` }
}

/**
 * The span, period or year of a statement; years that its text or the question tells are left out. Several sentences of one statement may be of several years.
 */
export function timeOf({ rows, text }: DraftStatement, asked: readonly number[]): string {
  const row = rows.at(-1)
  if (!row) return ''
  const part = partOfYear(row.sentence.text, text) ?? ''
  return `${part !== '' && YEAR_NAMED.test(part) ? '' : yearsOf({ rows, text }, asked)}${part}`
}

/** A year that dates something; that in a name (“水网论坛2031”) does not. */
const NAMED_YEAR = /(?:19|20)\d{2}(?=\s?(?:年|[—–~～-]))/g
/** Where the part of a year names its year, too; a moment that is counted from an event (封关满月) may lie in another year than its report tells of. */
const YEAR_NAMED = /(?:19|20)\d{2}\s?年|满月|首月|百日/

function yearsOf({ rows, text }: DraftStatement, asked: readonly number[]): string {
  const row = rows.at(-1)
  if (!row) return ''
  const several = sayYears(row, text)
  if (several !== null) return several
  const told = foldYears(text)
  const named = new Set([...told.matchAll(NAMED_YEAR)].map(([year]) => Number(year)))
  const own = countedYear(row, text) ?? yearOfQuote(row.sentence.text, text)
  const years = (own === null ? distinct(rows, ({ facets }) => facets.year) : [own]).filter((year) => !asked.includes(year) && !named.has(year))
  const [year, ...others] = years.toSorted((a, b) => a - b)
  if (year === undefined) return ''
  // 年均增长5% of a plan is no figure of its last year.
  const isHorizon =
    others.length === 0 &&
    tenseOf(row) === 'target' &&
    (year > (row.document.document.metadata.year ?? year) + 1 || foldYears(row.sentence.text).includes(`到${year}年`))
  // A mean over years that nothing names is none of the year that its sentence is dated by.
  if (MEAN.test(told) && !isHorizon) return ''
  return `${isHorizon ? '到' : ''}${[year, ...others].join('、')}年`
}

/** The year of a text that begins with 今年 behind another year of its sentence (2029年增长8%，今年上半年增长6%). */
function countedYear({ sentence, document }: SentenceRow, text: string): number | null {
  const own = document.document.metadata.year
  return own !== null && sentence.facets.year !== own && /^(?:今年|本年(?!度))/.test(text) && sentence.text.indexOf(text) > 0 ? own : null
}

/** The several years that a text tells of at once, as its sentence, its paper's account or its heading names them; null where it tells of one. */
export function sayYears(row: SentenceRow, text: string): string | null {
  if (OWN_YEARS.test(foldYears(text))) return ''
  const own = NAMES_PERIOD.exec(text)?.[1]
  if (own !== undefined) return sayPeriod(own, row, text)
  const span = spanOfQuote(row.sentence.text, text)
  if (span !== null) return sayPeriod(span, row, text)
  const period = periodOfQuote(row, text)
  if (period === null) return null
  return saysOwnSpan(text) ? '' : sayPeriod(period, row, text)
}

/** Whether every figure of a short text stands beside the span that it is told of. */
function saysOwnSpan(text: string): boolean {
  return OWN_SPAN.test(text) && text.length <= SHORT && splitClauseTexts(text).every((clause) => OWN_SPAN.test(clause) || !TELLS_FIGURE.test(clause))
}

/** A period in front of a text that does not name it; of 五年来 and the like, from which paper they are counted. */
function sayPeriod(period: string, row: SentenceRow, text: string): string {
  const { year, kind } = row.document.document.metadata
  const named = text.includes(period) ? '' : period
  if (!COUNTED_FROM_PAPER.test(period) || year === null) return named
  return `${named}（${year}年${kind === '其他' ? '文件' : kind}）`
}

/** What a sentence is about, to stand beside its quote: 2024年青江市的目标. Empty where nothing is known. */
export function scopeOf(row: SentenceRow): string {
  const { year, place } = row.sentence.facets
  const period = periodOf(row)
  const { year: own, kind } = row.document.document.metadata
  const counted = period !== null && COUNTED_FROM_PAPER.test(period) && own !== null ? `${own}年${kind === '其他' ? '文件' : kind}所说的` : ''
  const time = period !== null ? `${counted}${period}` : year === null ? '' : `${year}年`
  return `${time}${place ?? ''}${saidTenseOf(row) === 'target' ? `${time === '' && place === null ? '' : '的'}目标` : ''}`
}

function distinct<T extends string | number>(rows: readonly SentenceRow[], read: (sentence: SentenceRow['sentence']) => T | null): T[] {
  return [...new Set(rows.flatMap(({ sentence }) => read(sentence) ?? []))]
}
