import { sectionPath } from '../../../ingest/corpus/section-path.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { foldYears } from '../../../ingest/structure/fold-years.ts'
import type { Intent } from '../../understand/intent.ts'
import { askedPartsOfYear, asksForWholeYear, partsOfYearIn, sayPartOfYear, type YearPart } from '../../understand/parts-of-year.ts'
import { datesByPart, partBefore } from '../sentences/part-of-year.ts'
import type { Objection } from './objection.ts'

/** Says that what is quoted of a sentence is of another part of the year than the one that was asked for, or of the whole; null where nothing speaks against it. */
export type PartOfYearCover = (row: SentenceRow, text: string) => Objection | null

const FIGURE = /[\d０-９]|百分之/
/** Of a year as a whole, though a part of it was named before. */
const OF_YEAR = /全年|年末|年底/
/** How it went is asked of a stretch as a figure is; what was done in it may be told by other words of time. */
const HOW_IT_WENT = /指标|经济|运行|形势|增[速长]|[增涨降跌]幅|(?:额|量|值|率|收入|支出|投资|出口|进口|人次)[？?。]?$/
/** A month may be told anywhere in a sentence (截至7月); a stretch dates what follows it. */
const ONE_MONTH = /^(\d+)—\1月$/

/** Reads once which part of a year a question asks for; a question that names none objects to nothing. */
export function createPartOfYearCover({ asked, focus, expected, kind, years }: Intent): PartOfYearCover {
  const parts = askedPartsOfYear(asked, focus)
  if (!['value', 'compare', 'change', 'list', 'summary'].includes(kind) || expected.kind === 'time') return () => null
  if (parts.length === 0) return asksForWholeYear(asked) && expected.kind === 'figure' ? ofWholeYear : () => null
  const asksHowItWent = HOW_IT_WENT.test(asked)
  if (expected.kind !== 'figure' && !asksHowItWent) return () => null
  const said = sayPartOfYear(asked) || sayPartOfYear(focus.map(({ text }) => text).join(' '))
  const missing = `${years.map((year) => `${year}年`).join('、')}${said}的数`
  return (row, text) => ((!asksHowItWent && !FIGURE.test(text)) || isToldOf(parts, row, text) ? null : { missing })
}

/** 上半年增长5% is no answer where the whole year is asked for. */
function ofWholeYear({ sentence }: SentenceRow, text: string): Objection | null {
  const isOfPart = partBefore(sentence.text, text) !== null || (datesByPart(text) && !OF_YEAR.test(text))
  return isOfPart ? { missing: '全年的数（库中查到的是一年中的一段）' } : null
}

function isToldOf(asked: readonly YearPart[], row: SentenceRow, text: string): boolean {
  const holds = (told: string): boolean => partsOfYearIn(foldYears(told)).some((part) => asked.includes(part) || isEndOf(asked, part, told))
  if (holds(text)) return true
  if (OF_YEAR.test(text)) return false
  const before = partBefore(row.sentence.text, text)
  if (before !== null) return holds(before)
  if (asked.some((part) => ONE_MONTH.test(part)) && holds(row.sentence.text)) return true
  const { document } = row.document
  const headings = [...sectionPath(document.sections, row.sentence.section), document.metadata.title]
  return holds(headings.join(' ')) || holds(openingOf(row))
}

const MONTH_END = /月(?:[底末]|之?前)/

/** 6月底前 ends the half year. */
function isEndOf(asked: readonly YearPart[], part: YearPart, told: string): boolean {
  const [, month] = ONE_MONTH.exec(part) ?? []
  return month !== undefined && MONTH_END.test(told) && asked.some((one) => one.endsWith(`—${month}月`))
}

/** How the nearest sentence before it in its paragraph, or the lead of its list, begins that dates what follows by a part of the year; empty where none does. */
function openingOf({ document: { document }, sentence }: SentenceRow): string {
  const lead = sentence.leadIn === null ? '' : (document.sentences[sentence.leadIn]?.text ?? '')
  if (datesByPart(lead)) return lead.slice(0, OPENING_CHARS)
  for (let at = sentence.index; at >= 0; at -= 1) {
    const before = document.sentences[at]
    if (before === undefined || before.section !== sentence.section) break
    const above = document.sentences[at - 1]
    const isFirst = above === undefined || document.text.slice(above.range.end, before.range.start).includes('\n')
    if (at < sentence.index && datesByPart(before.text)) return before.text.slice(0, OPENING_CHARS)
    if (isFirst) break
  }
  return ''
}

const OPENING_CHARS = 16
