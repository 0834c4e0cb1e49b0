import type { DocumentMetadata } from '../corpus/metadata.ts'
import type { Section } from '../corpus/section.ts'
import { sectionPath } from '../corpus/section-path.ts'
import type { SentenceFacets, SentenceTense } from '../corpus/sentence.ts'
import { foldYears } from './fold-years.ts'
import { plansSeveralYears, reportsOnYear } from './paper-year.ts'
import { tellsWhatIsThere } from './section-part.ts'

/** What the facets of a sentence are resolved against. */
export interface FacetContext {
  readonly metadata: DocumentMetadata
  readonly sections: readonly Section[]
  /** Whether the sentence being read stands in what was done or in what is to be done. */
  readonly part: 'review' | 'plan' | null
  /** The sentence before that dates what follows it, '' where there is none. */
  readonly datedBy?: string
  /** Whether the sentence stands in the account of years gone by, or of the year before, wherever that is given. */
  readonly past?: 'years' | 'year' | null
}

const THIS_YEAR = /今年|本年度?(?!度计划)/
/** Within the year that is told of: this one where plans are made, the one before where it is looked back upon. */
const WITHIN_YEAR = /(?<![一二三四五六七八九十两几\d])年内/
const LAST_YEAR = /(?<![比较同与超于])(?:去年|上年(?!均|度?[末底]?(?:同期|提高|增长|增加|下降|减少|水平)))/
const COMPARED = '(?:比|较|[快慢高低多少优大小好]于|相比|相较于?|同比|与|和|自|从|由|以)'
const EXPLICIT = new RegExp(
  `(?<!\\d)(?<!${COMPARED}\\s{0,4})((?:19|20)\\d{2})\\s?年(?![—\\-–~～至到]\\s?(?:19|20)?\\d{2})(?!代)(?!(?:以来|相比|起|价格|不变价|可比价)|的?(?:实际)?(?:水平|规模)?的?基础上)(?!的\\d+(?:\\.\\d+)?\\s?(?:[%％‰]|倍))`,
  'g',
)
/** A year that opens what follows it: 2029年，…. */
const OPENS = /(?:^|[，,；;：:。])\s*((?:19|20)\d{2})\s?年(?:以来)?\s?[，,]/
/** A figure with what it counts; no year, no number of an item or a paper. */
const FIGURE = /\d\s?(?:[%％‰]|(?![年月日号条届次])\p{Script=Han})/u
/** Years in the title of another paper and spans of years (2024—2035年) are not what a sentence is about. */
const TITLES_AND_SPANS = /《[^》]*》|(?:19|20)\d{2}年?\s?(?:[—\-–~～]{1,2}|至|到)\s?(?:19|20)\d{2}年?/g
/** What a deed goes by (结合2029年评价中的问题, 根据2029年会议的部署) is of another year than the deed; what is counted by a survey of a year is of that year. */
const GONE_BY =
  /(?:结合|根据|依据|按照|针对|总结|吸取)\s?(?:19|20)\d{2}年[^，,。；;]*?(?<!普查|调查|统计|监测|测算|核算)(?:问题|经验|教训|反馈|意见|要求|部署|安排|精神|建议|结果|情况|实际)(?=[的，,；;。])/g
/** 自2031年5月1日起施行, whose end comes behind it. */
const IN_FORCE_FROM = /自\s?((?:19|20)\d{2})\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日起/
/** A part of a sum that was told before: …，其中去年超收3亿元. */
const TOLD_LATER = /其中去年|去年(?:已|完成|达到|实现|增长|超收|新增)/
/** 执行去年出台的办法, 去年 within what is named, says of what year a thing is that is spoken of now. */
const OF_LAST_YEAR = /(?<=[^，,；;。：:、我们]\s?)(?:去年|上年)[^，,；;。：:\d]{2,10}的(?=\p{Script=Han})/gu
/** 为今年开局打下了基础 says what it was good for. */
const GROUND_FOR = /为[^，,。；;]{0,6}今年[^，,。；;]*(?:基础|条件|准备)/g
const REVIEW_SPAN = /过去(?:的)?一年|一年来|刚刚过去/
const MANY_YEARS =
  /(?:[五5]年(?:间|内|共|累计)|过去(?:的)?[五5]年|近?[三四五5]年来|近[三四五]年(?!来))(?!的?(?:最|新[高低]|同期|平均))|今后[三五]年|未来[三五]年|“?[八九十](?:[一二三四五六])?五”?(?:时期|期间|以来)/
const TARGET_CUE =
  /预计今年|力争|确保|预期目标|目标是|(?<!(?:完成|超过|达到)[^，,。；;]{0,16})计划(?!执行|生育|单列)|要(?:达到|突破|实现)|争取|拟|将(?:达到|实现|新增|建成)|不低于|控制在/
/** 到2030年，… at the head of a clause. */
const BY_YEAR = /(?:^|[，,；;：:])\s?到\s?((?:19|20)\d{2})\s?年/
/** What a plan tells of the past says so. */
const PAST_IN_PLAN =
  /已(?:经)?(?:完成|达到|建成|实现|开工|投产)|(?:完成|达到|实现|增长|提高|获批|获评|荣获)了(?!这|上述|以上)|^(?:目前|现在)[^，,]{0,8}(?:有|已)|^截[至止]|^(?:近年来|[^，,]{1,16}以来)[，,]|同比(?:增长|下降|提高|提升|增加|减少)\d[\d.]*[%％](?!左右|以上|以内)/
const ACTUAL_CUE =
  /(?:完成|达到|实现|增长|突破|提高|获批|获评|荣获|建成)了(?!这|上述|以上)|已(?:经)?(?:完成|达到|建成|实现|开工|投产)|同比(?:增长|下降)\d|预计全年/

/**
 * The year, the place and the tense of one sentence; of a list item with what its lead-in says. A year that the sentence names comes first (not one that it only compares with), then 今年/去年/年内, then the
 * year of its section's heading, then the document's own: the year before for the part that reviews, the year itself for the part that plans.
 */
export function resolveFacets(text: string, section: number, context: FacetContext, leadIn = ''): SentenceFacets {
  const { datedBy = '', metadata } = context
  // What a term means holds in any year, and is neither done nor to be done.
  if (context.sections[section]?.part === 'glossary') return { year: null, place: resolvePlace(text, metadata), tense: null }
  const by = datedBy === '' ? null : byYear(foldYears(datedBy), metadata.year)
  // A step that ends after the paper's year, or at no year, is ahead of it.
  const isAhead = datedBy !== '' && (by === null || (metadata.year !== null && by > metadata.year))
  const part = isAhead ? 'plan' : context.part
  const folded = foldYears(text)
  const ofSurroundings = (): number | null =>
    explicitYear(leadIn, metadata.year)?.year ?? (datedBy === '' ? afterCompared(folded, resolveYear(folded, section, part, context)) : by)
  const found = explicitYear(folded, metadata.year)
  // What was done to prepare the games of a year to come was not done in that year.
  const named = part === 'review' && found !== null && metadata.year !== null && found.year > metadata.year ? null : found
  const year = named === null ? ofSurroundings() : datesWhole(folded, named, part) ? named.year : earlier(named.year, ofSurroundings(), context)
  return {
    year,
    place: resolvePlace(text, context.metadata),
    tense: resolveTense(leadIn + text, context.past && !isAhead ? 'review' : part, context.metadata.year),
  }
}

const SPAN_END = /[到至]\s?((?:19|20)\d{2})\s?年/

/** The year by which a step is to be reached, also where a span of years ends in it; null where it is not told by number. */
function byYear(step: string, own: number | null): number | null {
  const end = SPAN_END.exec(step)?.[1]
  return explicitYear(step, own)?.year ?? (end === undefined ? null : Number(end))
}

interface NamedYear {
  readonly year: number
  readonly at: number
}

/**
 * Whether a year dates all that a sentence tells. One that comes after other figures, or after 今年, dates what follows it; in a review only the year at the beginning dates
 * the whole.
 */
function datesWhole(text: string, { at }: NamedYear, part: 'review' | 'plan' | null): boolean {
  const before = text.slice(0, at)
  if (!/[，,；;]/.test(before)) return true
  return part !== 'review' && !FIGURE.test(before) && !THIS_YEAR.test(before)
}

/** A year that dates a part of a sentence only is the whole's too where it has gone by: an event tells its year last. What lies ahead is not. */
function earlier(named: number, surrounding: number | null, { metadata }: FacetContext): number | null {
  return named > (surrounding ?? metadata.year ?? named) ? surrounding : named
}

/** Whether a sentence is about 今年 or 去年: told before its figures, not only what they were the ground for or what a thing is named by. */
function isSpokenOf(word: RegExp, text: string): boolean {
  const blank = (part: string): string => '　'.repeat(part.length)
  const at = text.replace(GROUND_FOR, blank).replace(OF_LAST_YEAR, blank).search(word)
  return at >= 0 && (TOLD_LATER.test(text) || !(/[，,；;]/.test(text.slice(0, at)) && FIGURE.test(text.slice(0, at))))
}

function resolveYear(text: string, section: number, part: 'review' | 'plan' | null, context: FacetContext): number | null {
  const own = context.metadata.year
  if (own === null) return null
  if (isSpokenOf(THIS_YEAR, text) || (part !== 'review' && isSpokenOf(WITHIN_YEAR, text))) return own
  if (part === 'plan' ? isSpokenOf(LAST_YEAR, text) : LAST_YEAR.test(text)) return own - 1
  if (/前年/.test(text)) return own - 2
  if (MANY_YEARS.test(text)) return null
  if (context.past === 'year' && part !== 'review') return reviewYear(context.metadata)
  const headed = headingYear(section, context.sections)
  if (headed !== null) return headed
  if (isOfSeveralYears(section, part, context)) return null
  if (REVIEW_SPAN.test(text)) return reviewYear(context.metadata)
  return part === 'review' ? reviewYear(context.metadata) : own
}

/** What a plan of several years says of none is to be done within these, and what it finds is there came about in the years before; only a report's review is of one. */
function isOfSeveralYears(section: number, part: 'review' | 'plan' | null, { metadata, sections }: FacetContext): boolean {
  if (metadata.kind === '五年规划' || plansSeveralYears(metadata.title)) return true
  if (part === 'review') return sectionPath(sections, section).some(tellsWhatIsThere)
  return part === 'plan' && planOfYears(section, sections)
}

/** What is more than in a year (比2029年多30公里) is of the next one at the earliest, whatever stands around it. */
function afterCompared(text: string, year: number | null): number | null {
  return year !== null && new RegExp(`[比较]${year}年(?![度末底]?同期)`).test(text) ? year + 1 : year
}

/**
 * The only year that a sentence names, or of several the one that its figures are about: the first that is not a plan's horizon, unless a later one opens a clause of its own while
 * the first only says of what year a thing is (2028年的渠道修完收尾，2029年，…).
 */
function explicitYear(text: string, own: number | null): NamedYear | null {
  const blank = (part: string): string => '　'.repeat(part.length)
  const told = foldYears(text).replace(TITLES_AND_SPANS, blank).replace(GONE_BY, blank)
  const from = IN_FORCE_FROM.exec(told)
  if (from) return { year: Number(from[1]), at: from.index }
  const years = [...told.matchAll(EXPLICIT)].map((match) => ({
    year: Number(match[1]),
    at: match.index,
    horizon: /[到至在]\s*$/.test(told.slice(0, match.index)),
    leads: /(?:^|[，,；;：:。）)]|力争|预计|其中|截至|计划|[到至在从由])\s*$/.test(told.slice(0, match.index)),
  }))
  const first = years.find(({ horizon, year }) => !horizon || own === null || Math.abs(year - own) <= 1) ?? years[0]
  if (first === undefined || first.leads) return first ?? null
  const opening = OPENS.exec(told)
  const opened = opening === null ? undefined : years.find(({ at, year }) => at > first.at && at >= opening.index && year === Number(opening[1]))
  return opened ?? first
}

/** A bulletin of statistics and a report on a year speak of the year of their title; a report given at a congress reviews the year before. */
function reviewYear(metadata: DocumentMetadata): number | null {
  if (metadata.year === null) return null
  return metadata.kind === '统计公报' || reportsOnYear(metadata) ? metadata.year : metadata.year - 1
}

function headingYear(section: number, sections: readonly Section[]): number | null {
  for (let at = sections[section]; at && at.level > 0; at = at.parent === null ? undefined : sections[at.parent]) {
    // 过去一年，… as a heading of its own dates what it is the head of, whatever year the part above it is of.
    if (REVIEW_SPAN.test(at.heading)) return null
    const years = [...new Set([...foldYears(at.heading).matchAll(/(?<!\d)((?:19|20)\d{2})年/g)].map((match) => Number(match[1])))]
    if (years.length === 1) return years[0] ?? null
    if (years.length > 1) return null
  }
  return null
}

/** What stands under “十五五”时期主要目标任务 is to be done by the end of those years, not in the paper's own. */
function planOfYears(section: number, sections: readonly Section[]): boolean {
  for (let at = sections[section]; at && at.level > 0; at = at.parent === null ? undefined : sections[at.parent]) {
    if (/今年|\d{4}年|开[局好]/.test(at.heading)) return false
    if (/“?十[一二三四五六七]五”?(?:时期|期间|规划)|“十[一二三四五六七]五”[^，,]{0,10}(?:目标|任务|考虑|举措|思路)/.test(at.heading)) return true
  }
  return false
}

/** 我市, 全市, 本区 mean the document's place; 全市 as the subject in a district's paper means the city above it. */
function resolvePlace(text: string, metadata: DocumentMetadata): string | null {
  if (metadata.place === null) return null
  const subject = /^(?:\d{4}年[，,]?)?(?:全|我)(市|省|区|州|盟|县|旗)/.exec(text)?.[1]
  if (subject && metadata.parentPlace?.endsWith(subject) && !metadata.place.endsWith(subject)) return metadata.parentPlace
  return metadata.place
}

/** Whether a sentence says by what year something is to be: one after its paper's own. A paper that says no year of its own tells what was reached by a year with 已 or 了. */
function reachesAhead(text: string, own: number | null): boolean {
  const by = BY_YEAR.exec(foldYears(text))?.[1]
  return by !== undefined && (own === null ? !/已|了|截至|上升到/.test(text) : Number(by) > own)
}

/** From one year to another: 2026年至2029年. */
const SPAN = /(?:19|20)\d{2}\s?年?[底末]?\s?(?:[—\-–~～]{1,2}|至|到)\s?((?:19|20)\d{2})\s?年/

/** Whether a sentence begins with years that were over when its paper was given. */
function tellsOfYearsOver(text: string, own: number | null): boolean {
  const span = SPAN.exec(foldYears(text).slice(0, OPENING_CHARS))
  return span !== null && span.index <= 1 && own !== null && Number(span[1]) < own
}

const OPENING_CHARS = 20

function resolveTense(text: string, part: 'review' | 'plan' | null, own: number | null): SentenceTense | null {
  if (part === 'review') return 'actual'
  const target = TARGET_CUE.test(text) || reachesAhead(text, own)
  const actual = ACTUAL_CUE.test(text)
  if (part === 'plan') return (PAST_IN_PLAN.test(text) || isSpokenOf(LAST_YEAR, text) || tellsOfYearsOver(text, own)) && !target ? 'actual' : 'target'
  return target === actual ? null : target ? 'target' : 'actual'
}
