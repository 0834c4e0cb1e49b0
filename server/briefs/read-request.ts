import { CodedError } from '../../ingest/corpus/coded-error.ts'
import { type BriefLength, MAX_BRIEF_REQUEST_CHARS } from '../contract/briefs.ts'
import type { ChatFilters } from '../contract/chat.ts'
import type { ScriptConverter } from '../understand/convert-script.ts'
import { findPlaces } from '../understand/find-places.ts'
import { findYears } from '../understand/find-years.ts'
import { type Gazetteer, shortPlaceName } from '../understand/gazetteer.ts'
import type { AskedPlace } from '../understand/intent.ts'
import type { LibraryKnowledge } from '../understand/library-knowledge.ts'

/** A request for a brief as read. */
export interface BriefPlan {
  readonly request: string
  /** What the brief is about in one phrase, for its title. */
  readonly subject: string
  /** Stretches of the request that are searched for, one by one. */
  readonly topics: readonly string[]
  /** Ascending; empty: all that the library holds. */
  readonly years: readonly number[]
  readonly places: readonly AskedPlace[]
  /** Whether the places below those named belong to the brief. */
  readonly withDistricts: boolean
  /** The brief is about the economy's main figures as a whole. */
  readonly isHeadline: boolean
  /** Results are asked for, not plans alone. */
  readonly wantsActual: boolean
  readonly audience: string | null
  readonly length: BriefLength
  readonly documentIds: readonly string[]
}

const VERBS =
  /^(?:请|麻烦)?(?:帮我|给我|为我|帮忙)?(?:再)?(?:准备|起草|撰写|编写|草拟|拟写|拟|整理|汇总|梳理|形成|制作|写|做|列|出|围绕|对比|比较)(?:出|好)?(?:一下)?(?:[一1两]?(?:份|篇|页|个|张))?/
const KIND =
  /(?:一[份篇页个张])?(?:工作)?(?:情况)?(?:的)?(?:汇报要点|汇报材料|情况汇报|工作汇报|情况简报|工作简报|对照简报|简报|汇报|报告|要点|对照表|对照|综述|小结|专报|提纲)/g
const FILLER =
  /关于|有关|围绕|主要(?=目标|任务)|情况|进展|成效|成绩|成果|实绩|目标变化|目标|任务|计划|安排|部署|基数|要分清|分清|分开|说明|覆盖|包括|包含|含|附上|附|并?提示|并?注明|口径差异|口径|各年|历年|近[两三四五]年|[两三四五]年|市与区|分市区|分地区|分年份|市和区|各区|各地|整理|准备|对比|比较|做|写|一份|一页|一篇/g
const AUDIENCE = /(?:呈|供|报送|报)([^，,。；;、（）()\s]{2,12}?)(?:参阅|审阅|参考)|面向([^，,。；;、（）()\s]{2,12})/
const ALL_PLACES = /市[与和、]区|分市区|各区|各旗|各县|区县|旗县|分地区|各地/
const HEADLINE = /(?:主要)?(?:经济社会发展|经济社会|经济|社会发展|宏观)(?:主要)?指标|经济运行|主要指标|经济形势/
const ACTUAL = /进展|实绩|成效|成绩|完成|情况|回顾|执行/
const EDGE = /^[与和及、的以]+|(?:[与和及、的]|工作|情况|建设)+$/g
const SPLIT = /[、，,；;：:。（）()\s]+|(?:与|和|及|以及)(?=[^、]{2,})/

/** Length that a request asks for in its own words, when the caller names none. */
function readLength(request: string, given: BriefLength | undefined): BriefLength {
  if (given) return given
  if (/一页|简短|简要|三五百字|精简/.test(request)) return 'normal'
  return /详细|长篇|完整版/.test(request) ? 'long' : 'normal'
}

/**
 * Reads what a brief is to be about: topics, years, places, length.
 *
 * @throws {CodedError} brief_request_empty, brief_request_too_long, brief_years_contradict
 */
export function readBriefRequest(
  raw: string,
  library: LibraryKnowledge,
  tools: { readonly gazetteer: Gazetteer; readonly convertScript: ScriptConverter },
  options: { readonly filters: ChatFilters; readonly length: BriefLength | undefined },
): BriefPlan {
  checkLength(raw)
  const request = tools.convertScript(raw.normalize('NFKC').trim())
  checkYears(request)
  const found = findYears(request, { newest: library.newestYear, conversation: null })
  const { places, rest } = findPlaces(found.rest, { held: library.places, mentions: library.mentions }, tools.gazetteer.divisions)
  const topics = readTopics(
    rest,
    library.places.map(({ name }) => shortPlaceName(name)),
  )
  const isHeadline = HEADLINE.test(request)
  const asked = options.filters.places?.map((name): AskedPlace => ({ name, standing: 'held', strict: true })) ?? places
  return {
    request: raw.trim(),
    subject: readSubject(request),
    topics: topics.length > 0 ? topics : isHeadline ? ['主要预期目标'] : [],
    years: options.filters.years ?? found.years,
    places: asked,
    withDistricts: options.filters.places === undefined && (places.length <= 1 || ALL_PLACES.test(request)),
    isHeadline,
    wantsActual: ACTUAL.test(request),
    audience: readAudience(request),
    length: readLength(request, options.length),
    documentIds: options.filters.documentIds ?? [],
  }
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

/** The request without what asks for a brief, as its title names it. */
function readSubject(request: string): string {
  const core =
    request
      .replace(VERBS, '')
      .replace(/[（(][^（）()]*[)）]/g, '')
      .split(/[，。；,;]/)[0] ?? ''
  const subject = core.replace(/^(?:关于|有关|围绕)/, '').replace(/(?:准备|整理)?(?:一[份篇页])?的?(?:汇报要点|简报|汇报|报告|材料|要点)$/, '')
  return subject.replace(/[的、与和及，]+$/, '').slice(0, 60)
}

/** A short name of a place in front of a topic is where, not what. */
function readTopics(rest: string, shortNames: readonly string[]): string[] {
  const plain = rest.replace(AUDIENCE, ' ').replace(VERBS, '').replace(KIND, ' ').replace(FILLER, ' ')
  const parts = plain
    .split(SPLIT)
    .map((part) =>
      part
        .replace(/[“”"'《》]/g, '')
        .replace(EDGE, '')
        .trim(),
    )
    .map((part) => {
      const name = shortNames.find((short) => part.startsWith(short) && part.length >= short.length + 2)
      return name ? part.slice(name.length) : part
    })
  return [...new Set(parts)].filter((part) => part.replace(/[^\p{L}\p{N}]/gu, '').length >= 2 && !/^\d+$/.test(part)).slice(0, 10)
}
