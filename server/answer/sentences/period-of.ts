import { sectionPath } from '../../../ingest/corpus/section-path.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { announcesYear } from '../../../ingest/structure/dating-lead.ts'
import { foldYears } from '../../../ingest/structure/fold-years.ts'
import { opensPast } from '../../../ingest/structure/past-account.ts'

/** A stretch of several years, as papers name it. */
const PERIOD = /[“"]十[一二三四五六]五[”"](?:时期|期间|以来|末)?|(?:今后|未来|过去|这|近)五年|五年(?:来|累计)/
const YEAR_IN_HEADING = /(?:19|20)\d{2}年(?!远景)/
/** A sentence that opens the account of several years, or of one. 2029年底 is a day, not a year's account. */
const OPENS_PERIOD =
  /^(?:[（(][一二三四五六七八九十]+[）)]|[—-]+|各位代表[，,！!：:]?)?(?:五年(?:来|累计)|过去(?:的)?五年|这五年|今后五年|未来五年|[“"]十[一二三四五六]五[”"](?:时期|期间|以来))/
const OPENS_YEAR =
  /^(?:[（(][一二三四五六七八九十]+[）)]|[—-]+|各位代表[，,！!：:]?)?(?:这一年|一年来|过去(?:的)?一年|刚刚过去的|去年|今年|(?:19|20)\d{2}年(?![底末初]))/
/** How those begin: most sentences begin otherwise, and no more is read of them. */
const MAY_OPEN = /^[（(—\-－各这五过今未“"一二刚去12１２]/
/** What opens an account stands at the very beginning of a sentence. */
const OPENING_CHARS = 60
/** Shortcomings close the account of what was done: they are there now. */
const SHORTCOMINGS = /清醒地?(?:认识|看)到|(?:也要|也应|还要|必须)看到|存在[^，。]{0,12}(?:困难|问题|不足|短板)/
const MAX_SHORTCOMINGS = 12
/** An account is opened so many sentences before at most. */
const LOOK_BACK = 100
const YEARS_FIGURE = /^(?:19|20)\d{2}年底?[，,]?[^，,。；;]{0,24}\d/
const OWN_YEAR = /(?<!\d)(?:19|20)\d{2}\s?年|去年|今年|全年|当年/

/**
 * The period of several years that a sentence speaks of although its document is about one: by the nearest sentence before it that opens an account (五年来，…), else by its
 * heading (“十五五”时期主要目标). Null for a sentence that names a year itself or stands in the account of one.
 */
export function periodOf(row: SentenceRow): string | null {
  const { sections, sentences } = row.document.document
  const { text, section, index, facets } = row.sentence
  // A year that is named last, of a plan's horizon, dates its own clause only.
  if (facets.year !== null && OWN_YEAR.test(foldYears(text))) return null
  for (let at = index; at >= 0 && at > index - LOOK_BACK; at -= 1) {
    const before = sentences[at]
    if (before === undefined || !isWithin(sections, before.section, section)) break
    if (before.role === 'heading' && YEAR_IN_HEADING.test(before.text)) return null
    if (announcesYear(before.text) || (index - at < MAX_SHORTCOMINGS && SHORTCOMINGS.test(before.text))) return null
    if (!MAY_OPEN.test(before.text)) continue
    if (OPENS_PERIOD.test(before.text) && !(facets.tense === 'target' && opensPast(before.text, row.document.document.metadata.year)))
      return namedPeriod(before.text) ?? '过去五年'
    if (OPENS_YEAR.test(foldYears(before.text.slice(0, OPENING_CHARS))) && !isFigureAmongOthers(row, before)) return null
  }
  const headings = sectionPath(sections, section).join(' ')
  // A heading that names what was done and what is to be done names the latter last.
  const named = [...headings.matchAll(new RegExp(PERIOD, 'g'))].map(([period]) => period)
  return YEAR_IN_HEADING.test(headings) ? null : ((facets.tense === 'target' ? named.at(-1) : named[0]) ?? planPeriod(row))
}

/** What a plan of five years sets out is to be done in these, unless its sentence tells a year. */
function planPeriod({ document: { document }, sentence: { facets } }: SentenceRow): string | null {
  const { kind, title } = document.metadata
  const plan = kind === '五年规划' && facets.year === null ? /第十([一二三四五六])个五年|[“"]十([一二三四五六])五[”"]/.exec(title) : null
  return plan === null ? null : `“十${plan[1] ?? plan[2]}五”时期`
}

/** 五年累计 opens a sum; what follows it is told of five years all the same. */
function namedPeriod(text: string): string | null {
  return PERIOD.exec(text)?.[0].replace('累计', '来') ?? null
}

/** 2030年，产值达到9亿元 in the middle of a paragraph is a figure of that year, no account of it that goes on in the next paragraph. */
function isFigureAmongOthers({ document: { document }, sentence }: SentenceRow, { index, text, range }: SentenceRow['sentence']): boolean {
  const before = document.sentences[index - 1]
  if (before === undefined || !YEARS_FIGURE.test(foldYears(text))) return false
  const [above, below] = [document.text.slice(before.range.end, range.start), document.text.slice(range.end, sentence.range.start)]
  return !above.includes('\n') && below.includes('\n')
}

/** Whether two sections are one or lie under the same part of the first rank. */
function isWithin(sections: SentenceRow['document']['document']['sections'], a: number, b: number): boolean {
  return topOf(sections, a) === topOf(sections, b)
}

function topOf(sections: SentenceRow['document']['document']['sections'], index: number): number {
  let at = index
  for (let section = sections[at]; section !== undefined && section.parent !== null && section.level > 1; section = sections[at]) at = section.parent
  // 一是… as a heading of its own goes on with the part before it.
  return at > 0 && /是$/.test(sections[at]?.label ?? '') ? topOf(sections, at - 1) : at
}
