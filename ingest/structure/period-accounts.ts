import type { ParsedDocument } from '../corpus/document.ts'
import { sectionPath } from '../corpus/section-path.ts'
import type { Sentence } from '../corpus/sentence.ts'
import { announcesYear } from './dating-lead.ts'
import { foldYears } from './fold-years.ts'
import { opensPast, YEARS_GONE_BY } from './past-account.ts'
import { PLAN_NUMBER } from './plan-years.ts'

/** A stretch of several years, as papers name it. */
const PERIOD = new RegExp(
  `[“"]${PLAN_NUMBER}五[”"](?:时期|期间|以来|末)|[“"]十[一二三四五六七]五[”"]|(?:今后|未来)五年|(?:过去|这|近)[五十]年|(?<![一二三四五六七八九几])[五十]年(?:来|间)|五年累计|(?<=的)五年$`,
)
const PERIODS = new RegExp(PERIOD, 'g')
const YEAR_IN_HEADING = /(?:19|20)\d{2}年(?!远景)/
const BEGIN = '^(?:[（(][一二三四五六七八九十]+[）)]|[—-]+|各位代表[，,！!：:]?)?'
const OPENS_YEARS = new RegExp(
  `${BEGIN}(?:${YEARS_GONE_BY}|五年累计|今后五年|未来五年|[“"]${PLAN_NUMBER}五[”"](?:时期|期间|以来|这五年)|回[首望顾][“"]${PLAN_NUMBER}五[”"])`,
)
const OF_TEN = /十年/
/** 十年前，… says in the midst of an account what there was before it. */
const OPENS_BEFORE = new RegExp(`${BEGIN}([五十]年(?:之|以)?前)[，,]`)
/** Who says that a plan's outline was drawn up goes on telling what it holds. */
const PRESENTS_PLAN = /(?:编制|制定|拟[定订])[^《]{0,6}《[^》]*第([一二三四五六七八九十]{1,2})个五年(?:规划|计划)纲要/
/** 2029年，… and 2029年是…: 2029年底… and 2029年产值达到9亿元 date a figure only. */
const OPENS_YEAR = new RegExp(`${BEGIN}(?:这一年|一年来|过去(?:的)?一年|刚刚过去的|今年|(?:去年|((?:19|20)\\d{2})年)(?=[，,]|是))`)
/** How those begin: most sentences begin otherwise, and no more is read of them. */
const MAY_OPEN = /^[（(—\-－各这五十近回过今未“"一刚去12１２]/
/** What opens an account stands at the very beginning of a sentence. */
const OPENING_CHARS = 60
/** Within a paragraph these open no more than its rest. */
const DATES_REST = /^(?:去年|(?:19|20)\d{2}年)/
/** Shortcomings close the account of what was done: they are there now. Named in passing they do so for their paragraph. */
const SHORTCOMINGS = /清醒地?(?:认识|看)到|也(?:认识|看)到|(?:也要|也应|还要|必须)看到/
const PROBLEMS = /(?:存在(?!的)|[还仍]然?面临)[^，。]{0,12}(?:困难|问题|不足|短板|挑战)/

/** A part on how things stand now, and what is before us: 面临形势, 机遇与挑战. */
const TELLS_STANDING = /^(?!.*(?:现状|回顾|成就|成效|成绩|基础|进展)).*(?:形势|机遇|挑战)/
/** A paragraph on the present opens no account, and ends the one of years gone by. */
const OPENS_PRESENT = new RegExp(
  `${BEGIN}(?:当前|目前|如今|现阶段|随着(?:全球|新一轮|我国)|在新的(?:历史|国际|国内)?(?:形势|时期|阶段|条件)|.{0,14}当今(?:世界|时代))`,
)

/** What a sentence does to the account that is being given. */
type Turn =
  | { readonly to: 'years'; readonly period: string; readonly isPast: boolean }
  /** The headings tell of what time the following is. */
  | { readonly to: 'headings' }
  | { readonly to: 'year' }
  /** What stands up to the end of the paragraph is of a year, or of the time that is named. */
  | { readonly to: 'aside'; readonly period?: string }

/** The period of the account that is being given, null in one of a single year; undefined where none has been opened. */
type Account = string | null | undefined

/**
 * The periods of several years that the sentences of a document speak of though the document is about one, by the places of the sentences. An account that a sentence opens (五年来，…)
 * goes on over its part of the first rank until a sentence opens another one, tells of shortcomings, or a heading turns to a time; where none was opened the headings tell. Null in
 * the account of a single year. What a sentence says of its own year in the midst of such an account is not read here.
 */
export function readPeriods(document: ParsedDocument): readonly (string | null)[] {
  const { sentences, text } = document
  const tops = document.sections.map((_, section) => topOf(document, section))
  let told: Account
  /** The account for what is to be done: years gone by are none of it. */
  let ahead: Account
  let aside: Account
  let before: Sentence | undefined
  return sentences.map((sentence) => {
    const opensParagraph = text.slice(before?.range.end ?? 0, sentence.range.start).includes('\n')
    if (opensParagraph) aside = undefined
    if (tops[before?.section ?? 0] !== tops[sentence.section]) told = ahead = undefined
    before = sentence
    const turn = turnOf(document, sentence, opensParagraph)
    if (turn !== null) aside = turn.to === 'aside' ? (turn.period ?? aside ?? null) : undefined
    if (turn?.to === 'headings') told = ahead = undefined
    if (turn?.to === 'year') told = ahead = null
    if (turn?.to === 'years') {
      told = turn.period
      if (!turn.isPast) ahead = turn.period
    }
    if (aside !== undefined) return aside
    const account = sentence.facets.tense === 'target' ? ahead : told
    return account === undefined ? periodOfHeadings(document, sentence) : account
  })
}

function turnOf({ metadata }: ParsedDocument, { text, role, facets }: Sentence, opensParagraph: boolean): Turn | null {
  if (role === 'heading' && !/[。！]$/.test(text)) {
    if (PERIOD.test(text) || YEAR_IN_HEADING.test(foldYears(text))) return { to: 'headings' }
    return TELLS_STANDING.test(text) ? { to: 'year' } : null
  }
  if (opensParagraph && OPENS_PRESENT.test(text)) return { to: 'year' }
  if (announcesYear(text) || SHORTCOMINGS.test(text)) return { to: 'year' }
  if (PROBLEMS.test(text)) return { to: 'aside' }
  const plan = metadata.kind === '五年规划' ? null : PRESENTS_PLAN.exec(text)
  if (plan) return { to: 'years', period: `“${plan[1] ?? ''}五”时期`, isPast: false }
  if (!MAY_OPEN.test(text)) return null
  if (OPENS_YEARS.test(text)) {
    const period = namedPeriod(text) ?? '过去五年'
    // In the midst of the account of five years, what came about in ten is told by the way.
    return OF_TEN.test(period) && !opensParagraph ? null : { to: 'years', period, isPast: opensPast(text, metadata.year) }
  }
  const earlier = OPENS_BEFORE.exec(text)?.[1]
  if (earlier !== undefined) return { to: 'aside', period: earlier }
  const opening = foldYears(text.slice(0, OPENING_CHARS))
  const year = OPENS_YEAR.exec(opening)
  if (!year) return null
  // 1998年，… in a paper of 2003 is no account of that year that goes on.
  const isNear = year[1] === undefined || metadata.year === null || Math.abs(Number(year[1]) - metadata.year) <= 1
  if (!isNear) return opensParagraph ? { to: 'aside' } : null
  // 今年 turns from what is to be done in five years to what is next, but is a word by the way among what was done.
  const datesRest = DATES_REST.test(opening) || (facets.tense !== 'target' && opening.startsWith('今年'))
  return { to: opensParagraph || !datesRest ? 'year' : 'aside' }
}

function periodOfHeadings({ sections, metadata: { kind, title } }: ParsedDocument, { section, facets }: Sentence): string | null {
  const headings = sectionPath(sections, section)
  if (headings.some((heading) => YEAR_IN_HEADING.test(foldYears(heading)))) return null
  const named = headings.flatMap((heading) => heading.match(PERIODS) ?? [])
  // A heading that names what was done and what is to be done names the latter last.
  const period = facets.tense === 'target' ? named.at(-1) : named[0]
  if (period !== undefined) return asAccount(period)
  // A plan of five years sets out what is to be done in these.
  const plan =
    kind === '五年规划' && facets.year === null ? /第([一二三四五六七八九十]{1,2})个五年|[“"](十[一二三四五六七]?)五[”"]/.exec(title) : null
  return plan === null ? null : `“${plan[1] ?? plan[2] ?? ''}五”时期`
}

function namedPeriod(text: string): string | null {
  const period = PERIOD.exec(text)?.[0]
  return period === undefined ? null : asAccount(period)
}

/** 五年累计 opens a sum; what follows it is told of five years all the same. */
function asAccount(period: string): string {
  return /^五年/.test(period) ? '五年来' : period
}

/** The part of the first rank that a section lies under. */
function topOf(document: ParsedDocument, index: number): number {
  const { sections } = document
  let at = index
  for (let section = sections[at]; section !== undefined && section.parent !== null && section.level > 1; section = sections[at]) at = section.parent
  // 一是… as a heading of its own goes on with the part before it.
  return at > 0 && /是$/.test(sections[at]?.label ?? '') ? topOf(document, at - 1) : at
}
