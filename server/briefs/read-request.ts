import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { SentenceTense } from '../../ingest/corpus/sentence.ts'
import type { ScriptConverter } from '../../ingest/text/convert-script.ts'
import { type BriefLength, type BriefPlanEdits, MAX_BRIEF_REQUEST_CHARS } from '../contract/briefs.ts'
import type { ChatFilters } from '../contract/chat.ts'
import { findPlaces } from '../understand/find-places.ts'
import { findYears } from '../understand/find-years.ts'
import { type Gazetteer, shortPlaceName } from '../understand/gazetteer.ts'
import type { AskedPlace } from '../understand/intent.ts'
import type { LibraryKnowledge } from '../understand/library-knowledge.ts'
import { readAspects, readKind, readSubject, readTopics } from './read-topics.ts'
import { readWishes, type YearWishes } from './read-wishes.ts'

/** A request for a brief as read. */
export interface BriefPlan {
  readonly request: string
  /** What the brief is about in one phrase. */
  readonly subject: string
  readonly title: string
  /** Stretches of the request that are searched for, one by one. */
  readonly topics: readonly string[]
  /** Those of the topics that are named as parts of another. */
  readonly aspects: readonly string[]
  /** Ascending; empty: all that the library holds. */
  readonly years: readonly number[]
  readonly places: readonly AskedPlace[]
  /** Whether the places below those named belong to the brief. */
  readonly withDistricts: boolean
  /** The brief is about the economy's main figures as a whole. */
  readonly isHeadline: boolean
  /** What is not yet well is asked for. */
  readonly wantsProblems: boolean
  /** All places of the library are asked for. */
  readonly everyPlace: boolean
  /** Results or plans, year by year. */
  readonly wishes: YearWishes
  readonly audience: string | null
  readonly length: BriefLength
  readonly documentIds: readonly string[]
}

const AUDIENCE = /(?:呈|供|报送|报)([^，,。；;、（）()\s]{2,12}?)(?:参阅|审阅|参考)|面向([^，,。；;、（）()\s]{2,12})/
const WITH_DISTRICTS = /市[与和、]区|分市区|分区县|各区|各旗|各县|区县|旗县|分地区|各地|[含附]各?(?:区县|旗县|县区|市区)/
const EVERY_PLACE = /各(?:省|地|市|区|县)|分地区|分省/
const HEADLINE = /(?:主要)?(?:经济社会发展|经济社会|经济|社会发展|宏观)(?:主要)?指标|经济运行|主要指标|经济形势/
const ACTUAL = /进展|实绩|成效|成绩|完成|情况|回顾|执行/
/** The government of the whole country by its other names; 国家级 and the like are ranks. */
const NATIONAL = /国务院|(?<=^|[\s年的、，和与关于份])国家(?![级队药标公森湿地重高新实验中心战储安])/

/** Length that a request asks for in its own words, when the caller names none. */
function readLength(request: string, given: BriefLength | undefined): BriefLength {
  if (given) return given
  return /详细|长篇|完整版/.test(request) ? 'long' : 'normal'
}

/**
 * Reads what a brief is to be about: topics, years, places, length.
 *
 * @param options.edits replaces what the request says, field by field
 * @throws {CodedError} brief_request_empty, brief_request_too_long, brief_years_contradict
 */
export function readBriefRequest(
  raw: string,
  library: LibraryKnowledge,
  tools: { readonly gazetteer: Gazetteer; readonly convertScript: ScriptConverter },
  options: { readonly filters: ChatFilters; readonly length: BriefLength | undefined; readonly edits?: BriefPlanEdits | undefined },
): BriefPlan {
  checkLength(raw)
  const { filters, length, edits = {} } = options
  const request = tools.convertScript(raw.normalize('NFKC').trim())
  if (edits.years === undefined) checkYears(request)
  const found = findYears(request, { newest: library.newestYear, conversation: null })
  const held = { held: library.places, mentions: library.mentions }
  const country = library.places.find(({ level }) => level === 'country')
  const { places, rest } = findPlaces(country ? found.rest.replace(NATIONAL, country.name) : found.rest, held, tools.gazetteer.divisions)
  const inOrder = places.toSorted((a, b) => mentionOf(request, a.name) - mentionOf(request, b.name))
  const shortNames = library.places.map(({ name }) => shortPlaceName(name))
  const isHeadline = HEADLINE.test(request)
  const readOut = readTopics(rest.replace(AUDIENCE, ' '), shortNames)
  const topics = edits.topics ?? (readOut.length > 0 ? readOut : isHeadline ? ['经济社会发展主要预期目标'] : [])
  const given = edits.places ?? filters.places
  const years = [...(edits.years ?? filters.years ?? found.years)].toSorted((a, b) => a - b)
  const subject = readSubject(request)
  return {
    request: raw.trim(),
    subject,
    title: edits.title?.trim() || `关于${subject === '' ? topics.join('、') : subject}的${readKind(request)}`,
    topics,
    aspects: readAspects(request, topics),
    years,
    places: given?.map((name) => asked(name, library)) ?? inOrder,
    withDistricts: given === undefined && (places.length <= 1 || WITH_DISTRICTS.test(request)),
    everyPlace: given === undefined && EVERY_PLACE.test(request),
    isHeadline,
    wantsProblems: /问题|不足|短板|困难|差距|挑战/.test(request),
    wishes: readWishes(request, years, generalWish(request)),
    audience: edits.audience === undefined ? readAudience(request) : edits.audience.trim() || null,
    length: readLength(request, length),
    documentIds: filters.documentIds ?? [],
  }
}

/** Where a request names a place, by its full or short name; places that it does not write out come last. */
function mentionOf(request: string, name: string): number {
  const at = request.indexOf(shortPlaceName(name))
  return at < 0 ? request.length : at
}

function asked(name: string, library: LibraryKnowledge): AskedPlace {
  const isHeld = library.places.some((place) => place.name === name)
  return { name, standing: isHeld ? 'held' : library.mentions(name) ? 'mentioned' : 'unknown', strict: true }
}

function generalWish(request: string): SentenceTense | 'both' {
  return ACTUAL.test(request) ? 'both' : 'target'
}

function checkLength(raw: string): void {
  if (raw.trim() === '')
    throw new CodedError('brief_request_empty', '简报要求是空的。请写明主题、年份和地区，例如“某市就业工作2024—2025年目标与进展”。')
  if (raw.length > MAX_BRIEF_REQUEST_CHARS) {
    const message = `简报要求太长，最多 ${MAX_BRIEF_REQUEST_CHARS} 个字。请只写主题、年份、地区和用途；整篇材料请上传到文库。`
    throw new CodedError('brief_request_too_long', message, { maxChars: MAX_BRIEF_REQUEST_CHARS })
  }
}

/** 2025—2023年 names no span. */
function checkYears(request: string): void {
  for (const [text, from, to] of request.matchAll(/((?:19|20)\d{2})年?[—\-–~～至到]{1,2}((?:19|20)\d{2})年/g)) {
    if (Number(to) >= Number(from)) continue
    throw new CodedError('brief_years_contradict', `“${text}”的起止年份前后颠倒。请改为先早后晚，例如“${to}—${from}年”。`, { from, to })
  }
}

function readAudience(request: string): string | null {
  const match = AUDIENCE.exec(request)
  return match?.[1] ?? match?.[2] ?? null
}
