import { foldText } from '../../../ingest/facts/fold-text.ts'
import type { Problem } from '../../contract/chat.ts'
import { comparableText } from './verify-text.ts'

const YEAR = /(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])[ ]?(?:年|[-—–~至])/g
const COMPARED_LEAD = /(?:较|比|于|与|自|同|以|从)[ ]?$/
const COMPARED_TAIL = /^(?:相比|以来|水平|基础上|同期|起)/

export interface YearMention {
  readonly year: number
  /** Only compared with: 较2020年下降. */
  readonly isCompared: boolean
  readonly at: number
}

/** The years that a text writes out. */
export function findYears(text: string): YearMention[] {
  const folded = foldText(text)
  return [...folded.matchAll(YEAR)].map((match) => ({
    year: Number(match[1]),
    isCompared:
      COMPARED_LEAD.test(folded.slice(Math.max(0, match.index - 3), match.index)) ||
      COMPARED_TAIL.test(folded.slice(match.index + match[0].length, match.index + match[0].length + 4)),
    at: match.index,
  }))
}

/** What a citation says of its year: its facet, or, where that is open, the years of its headings and title. */
export interface CitedYears {
  readonly quote: string
  readonly year: number | null
  readonly sectionPath?: readonly string[] | undefined
  readonly title?: string | undefined
}

/** Each year of the statement must be the year of a cited sentence or stand in it; a year that a quote only compares with supports only a comparison. */
export function checkYears(text: string, year: number | null | undefined, cited: readonly CitedYears[]): Problem[] {
  const stated = findYears(text)
  const own = new Set<number>()
  const compared = new Set<number>()
  for (const citation of cited) {
    if (citation.year !== null) own.add(citation.year)
    else
      for (const heading of [...(citation.sectionPath ?? []), citation.title ?? '']) for (const mention of findYears(heading)) own.add(mention.year)
    for (const mention of findYears(citation.quote)) (mention.isCompared ? compared : own).add(mention.year)
  }
  const wrong = new Set<number>()
  for (const mention of stated) {
    if (!own.has(mention.year) && !(mention.isCompared && (compared.has(mention.year) || own.has(mention.year + 1)))) wrong.add(mention.year)
  }
  if (year !== null && year !== undefined && !own.has(year)) wrong.add(year)
  const found = [...own].sort((a, b) => a - b).join('、')
  return [...wrong].map((value) => ({ kind: 'year', message: `年份不一致：引文说的是${found === '' ? '其他时间' : `${found}年`}，不是${value}年` }))
}

const UNIT = '(?:自治区|自治州|自治县|自治旗|特别行政区|省|市|区|县|旗|州|盟)'
/** A place by its shape: at the begin of a statement or clause, or behind a year; 某某市某某区 may follow one another. */
const PLACE = new RegExp(`(?:^|[,。;:、(年月日在与和及是于较比])([\\u4e00-\\u9fff]{2,6}?${UNIT}(?:[\\u4e00-\\u9fff]{2,4}?${UNIT})?)`, 'g')
const PLACE_PARTS = new RegExp(`[\\u4e00-\\u9fff]{2,6}?${UNIT}`, 'g')
/** Words that end like a place and are none. */
const NOT_A_PLACE =
  /(?:园区|开发区|示范区|城区|新区|社区|灾区|山区|地区|市区|郊区|景区|校区|城市|超市|股市|都市|上市|夜市|街区|片区|辖区|库区|矿区|牧区|林区|湖区|保护区|试验区|先行区|集聚区|功能区|合作区|保税区|自贸区|平衡区|各县|各市|各区|旗县区|县区|区县|全[省市区县旗州盟]|[我本各该驻旧老跨][省市区县旗州盟]|市县|省市|直辖市|地级市|县级市|门市|集市|早市|开市|入市|分区|小区|特区|专区|红旗|国旗|九州|神州|联盟|同盟|加盟|结盟|欧盟|平房区|禁限种区|住区|厂区|产区|灌区|流域区|责任区|市辖区|区外|区域)$/
/** A place is not led by a verb, nor followed by what makes its last character part of another word (市级, 区域, 旗帜, 市场). */
const VERB_LEAD =
  /^(?:新增|新建|创建|培育|打造|建设|实施|推动|推进|力争|确保|争取|围绕|特别|梳理|提档|提升|完成|覆盖|支持|引进|招引|签约|紧盯|促进|保障|开展|加快|加强|深化|落实|组织|认定|获批|入选|有序|全年|三大|两大|五大|各类|农贸|便民|企业|项目|达到|实现|服务|改造|治理|整治|脱贫|人口|重点|边境|欠发达|贫困|经济|农业|牧业|生态|百强|对|提请)/
const WORD_TAIL =
  /^(?:级|委(?!托)|本级|域|直(?![接播达])|场|帜|民(?![营用生政族办间俗宿航爆兵企])|长(?![江期三城远效株])|里(?!程)|内(?![外河贸需])|外(?![资贸商来国省市部])|政府|属(?!地)|容|况|值|别|间|划|块|位|面|价|盈)/

const LEVEL = /(?:全|我|本)(省|市|区|县|旗|州|盟)(?![域场民属级委际长容直政貌外中内间])/g

/** The places that a text names by their full names, by shape alone, and those of `known` in it. */
export function findPlaces(text: string, known: readonly string[]): string[] {
  const folded = foldText(text).replaceAll(' ', '')
  const places = new Set<string>()
  for (const match of folded.matchAll(PLACE)) {
    const start = match.index + match[0].length - (match[1]?.length ?? 0)
    const name = readPlace(folded, start, match[1] ?? '')
    if (name !== '') places.add(name)
  }
  for (const name of known) if (name.length >= 2 && folded.includes(name)) places.add(name)
  return [...places].filter((place) => ![...places].some((other) => other !== place && other.includes(place)))
}

/** The parts of a name that are places, from the first on; empty when the first is none. */
function readPlace(folded: string, start: number, name: string): string {
  let end = 0
  let above = 0
  for (const part of name.matchAll(PLACE_PARTS)) {
    const partEnd = part.index + part[0].length
    const following = folded.slice(start + partEnd, start + partEnd + 2)
    const level = levelOf(part[0])
    if (level <= above || part.index !== end || VERB_LEAD.test(part[0]) || NOT_A_PLACE.test(part[0]) || WORD_TAIL.test(following)) break
    end = partEnd
    above = level
  }
  return name.slice(0, end)
}

/** 1 province, 2 prefecture, 3 county: a part may only follow a wider one. */
function levelOf(place: string): number {
  if (/(?:省|自治区|特别行政区)$/.test(place)) return 1
  return /(?:市|自治州|州|盟)$/.test(place) ? 2 : 3
}

export interface CitedPlace {
  readonly quote: string
  readonly place: string | null
  readonly title?: string | undefined
}

/** Each place of the statement must be the place of a cited sentence or stand in it. A district does not answer for its city, nor a city for its district. */
export function checkPlaces(text: string, place: string | null | undefined, cited: readonly CitedPlace[], known: readonly string[]): Problem[] {
  const stated = new Set(findPlaces(text, known))
  if (place) stated.add(place)
  const wrong = [...stated].filter((name) => !cited.some((citation) => namesPlace(citation, name)))
  const found = [...new Set(cited.map((citation) => citation.place).filter((name) => name !== null))].join('、')
  const problems: Problem[] = wrong.map((name) => ({
    kind: 'place',
    message: `地区不一致：引文说的是${found === '' ? '其他地区' : found}，不是${name}`,
  }))
  for (const match of foldText(text).matchAll(LEVEL)) {
    const level = match[1] ?? ''
    const isHeld = cited.some(
      (citation) => citation.place === null || citation.place.endsWith(level) || comparableText(citation.quote).includes(match[0]),
    )
    if (!isHeld) problems.push({ kind: 'place', message: `地区层级不一致：引文说的是${found}，不是${match[0]}` })
  }
  return problems
}

function namesPlace(citation: CitedPlace, name: string): boolean {
  const { place } = citation
  if (place !== null && (place === name || place.endsWith(name) || name.endsWith(place))) return true
  if (comparableText(citation.quote).includes(name)) return true
  return place === null && (citation.title ?? '').includes(name)
}
