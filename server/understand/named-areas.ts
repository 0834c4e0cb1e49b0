import type { Division } from './gazetteer.ts'

/** An area that a question names where a place would stand, by a suffix that only areas have. */
export interface NamedArea {
  readonly text: string
  /** Where it begins in the text. */
  readonly at: number
  /** The text without 区, 县 and the like. */
  readonly stem: string
  /** Whether a blank or 的 follows, so that it is no part of a longer word. */
  readonly stands: boolean
}

/** At the beginning, after what was taken out, or after a word that places follow; the suffix goes on to no longer word (县域, 镇痛, 旗下). */
const AREA =
  /(?:^|[\s，,、；;（(]|[在和与跟及比]|(?<![区县旗镇乡市])的)(\p{Script=Han}{1,8}?)(自治县|街道|区|县|旗|镇|乡|市)(?![域间划级别位块长委属直民场政值面容貌痛静压舰帜袍下县镇乡市旗村街办内外里])/gu
/** What stands before such a suffix in words for areas of a kind. */
const GENERIC: Readonly<Record<string, RegExp>> = {
  区: /(?:^.*(?:[全园社景县小户灌地城市郊牧库矿林湖校片街辖病老疫灾农厂营商特战禁港空专寒误盲本我该各每哪几个这那某外两多分东南西北中新旧房]|开发|示范|保护|功能|自贸|自治|高新|经开|保税|试验|先导|合作|集聚|聚集|度假|工业|产业|住宅|居民|生活|行政|先行|核心|中心|实验|创新|协作|标准|控制|服务|技术|科技|物流|管理|综合|旅游|风景|名胜|种植|养殖|作业|等候|候诊|展示|缓冲|隔离)$)|[一二三四五六七八九十]$/,
  县: /[全各强大小郡市区本我该每哪几个两旗邻外跨名建山]$|贫困|示范|试点|边境|农业|产粮|产油|脱贫|重点|老区|先进|文明|周边|[一二三四五六七八九十]$/,
  镇: /[城乡小重强集古名大村市县老新旧百本我该各每哪几个两]$|中心|建制|示范|重点|美丽|试点|[一二三四五六七八九十]$/,
  乡: /[家城故下回返老水之同侨异思外本我该各每哪几个两民族梦]$|[一二三四五六七八九十]$/,
  市: /[城上超股楼夜早菜集门入开都大强名省各全本我该每哪几个债车房花灯跨外同异退救行互]$|县级|地级|直辖|周边|中心|宜居|文明|试点|示范|[一二三四五六七八九十]$/,
  旗: /[国红升锦军党团队全各大战义举本我该每哪几个两县]$|[一二三四五六七八九十]$/,
  街道: /[镇乡各每哪几个两该本我]$|示范|试点|[一二三四五六七八九十]$/,
}
/** What a follow-up begins with before it names a place. */
const LEAD_IN = /^(?:那么?|而|在|其中|换成|至于|还有|请问|想问问?|我?想知道|说说|查一?下|问一?下)+/
/** Words that a suffix follows by chance (支持县…, 推进区…). */
const NO_NAME =
  /多少|什么|[的了着过把被将让使对为由向从给请和与跟及或]|[支维坚保]持|推[进动广]|建设|新建|改造|创建|申报|打造|培育|开展|完善|实施|落实|提升|加快|涉及|包括|属于/

const LONGEST_STEM = 5

/** Finds the areas that a text names at places of places. */
export function findNamedAreas(text: string): NamedArea[] {
  const areas: NamedArea[] = []
  for (const match of text.matchAll(AREA)) {
    const [said = '', suffix = ''] = match.slice(1)
    const stem = said.replace(LEAD_IN, '')
    if (stem === '' || stem.length > LONGEST_STEM || NO_NAME.test(stem) || GENERIC[suffix]?.test(stem)) continue
    const at = match.index + match[0].length - stem.length - suffix.length
    const end = at + stem.length + suffix.length
    areas.push({ text: stem + suffix, at, stem, stands: /^(?:$|[\s的，,、])/.test(text.slice(end)) })
  }
  return areas
}

/** 江区 for 江川林区, 彭水县 for 彭水苗族土家族自治县: the first and last character, and those between in their order. */
export function isShortFor(short: string, name: string): boolean {
  if (short.length < 2 || short.length >= name.length || short[0] !== name[0] || short.at(-1) !== name.at(-1)) return false
  let at = 0
  for (const character of short) {
    at = name.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}

const GOES_ON =
  /^(?:$|[\s的，,、]|今年|去年|前年|明年|要|打算|计划|准备|预计|安排|有(?![限机关])|完成|会|将|全年|GDP|一般公共|地区生产|规上|城镇新增)/

/** Whether a name without its suffix stands for the place: at the beginning or after what was taken out, and nothing goes on that makes a longer word of it. */
export function standsAsPlace(text: string, short: string): boolean {
  const at = text.indexOf(short)
  return at >= 0 && /(?:^|[\s，,、])(?:在|和|与|跟)?$/.test(text.slice(0, at)) && GOES_ON.test(text.slice(at + short.length))
}

/** The counties and districts that lie in one of the places. */
export function countiesWithin(divisions: readonly Division[], places: readonly string[]): Division[] {
  return divisions.filter(({ level, within = [] }) => level === 'county' && within.some((name) => places.includes(name)))
}
