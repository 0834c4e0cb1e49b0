import { PLACE_LEVELS, type PlaceLevel } from '../../ingest/corpus/metadata.ts'
import { findOwnerArea } from './area-of-figure.ts'
import { type Division, shortPlaceName } from './gazetteer.ts'
import type { AskedPlace } from './intent.ts'
import type { KnownPlace } from './library-knowledge.ts'
import { countiesWithin, findNamedAreas, isShortFor, standsAsPlace } from './named-areas.ts'

/** What the library knows of places. */
export interface LibraryPlaces {
  /** Places that documents are about, and the places above them. */
  readonly held: readonly KnownPlace[]
  /** Whether any sentence holds the text. */
  readonly mentions: (text: string) => boolean
}

export interface FoundPlaces {
  readonly places: readonly AskedPlace[]
  /** The question without them. */
  readonly rest: string
  /** Whether two of them are set side by side (甲和乙, 甲比乙, 甲与全市), rather than both named by the way. */
  readonly joined: boolean
}

/** A scope word that only says among whom something is the first, the only one or the best (填补全市空白, 全省首家) narrows nothing. */
const RANKED =
  /^(?:的|这块|这个|该|这一|同?类|第一批)?(?:空白|首[个家批次创例座条届位]|第[一二三四五六七八九十\d](?!产业)|前[列茅三五十]|领先|唯一|率先|最[大早先多好长快]|排名|位次|之[首最冠]|倒数|[一-龥]{0,2}(?:排第|位居|位列))/
const RANKING = /(?:填补了?|位居|位列|居|领先|排名?|荣登|跻身)$/

const SCOPES: readonly { readonly pattern: RegExp; readonly levels: readonly PlaceLevel[] }[] = [
  { pattern: /(?<![在居占为])(?:全国(?!百强|人大|政协|[^，。？]{0,8}(?:称号|试点|示范|奖|前列|第))|我国|国家层面)/, levels: ['country'] },
  { pattern: /(?<![在居占为])(?:全省|我省|本省|省里|省本级|全省层面)/, levels: ['province'] },
  { pattern: /(?<![在居占为])(?:全市层面|全市|我市|本市|市里|市级层面)|(?<=^|[，,、跟和与])市(?=[级里本])/, levels: ['prefecture', 'province'] },
  { pattern: /(?<![在居占为])(?:全区|我区|本区|区里)/, levels: ['county', 'province'] },
  { pattern: /(?<![在居占为])(?:全县|我县|本县|县里|全旗|我旗)/, levels: ['county'] },
  { pattern: /(?<![在居占为])(?:全州|我州|本州|州里)/, levels: ['prefecture'] },
]

/** 各地, 四个省: all places of a library that holds a few. */
const EVERY_PLACE = /各(?:地|省|市|区|县|地区|地方|省市|省份|城市)(?!域)|[两二三四五六七八九十\d](?:个)?(?:地方|省份|省区市?|省市|省|城市|地区)/
/** 甲省、乙省三个省，谁…: says once more how many were named. */
const THESE_PLACES = /(?:这)?[两二三四五六七八九十](?:个)?(?:地方|省份|省市|省|市|县|区|城市|地区|地)(?=[，,。？?的谁哪各都\s]|$)/
const MAX_EVERY = 8

/** A place and where the question says it. */
interface Spoken {
  readonly place: AskedPlace
  readonly text: string
  readonly level: PlaceLevel
  readonly at: number
  readonly end: number
}

/** 市和区, 市里、区里: both by the word for their level alone. */
const CITY_AND_DISTRICT = /(?<!城)市(?:里|级)?[和与跟、]区(?:里|级)?(?:两级)?(?=的|各|分别|[，,？?]|$)|市区两级(?=的|各|分别)/

/** Finds the places that a question is about: the library's own by full or short name, others by the gazetteer or by how they are named, and 全市, 我区 and the like. */
export function findPlaces(said: string, library: LibraryPlaces, divisions: readonly Division[]): FoundPlaces {
  const question = said.replace(CITY_AND_DISTRICT, '全市和全区')
  const spoken: Spoken[] = []
  const own = library.held.filter((held) => held.silent !== true)
  let rest = question
  const note = (text: string, place: AskedPlace, level: PlaceLevel): void => {
    if (spoken.some((other) => other.place.name === place.name)) return
    const at = question.indexOf(text)
    spoken.push({ place, text, level, at, end: at + text.length })
  }
  const take = (text: string, place: AskedPlace, level: PlaceLevel, keep = ''): void => {
    note(text, place, level)
    rest = rest.replaceAll(text, keep === '' ? ' ' : keep)
  }
  for (const held of own.toSorted((a, b) => b.name.length - a.name.length)) {
    if (rest.includes(held.name)) take(held.name, asked(held, true), held.level)
  }
  for (const held of own.toSorted((a, b) => b.name.length - a.name.length)) {
    const short = shortPlaceName(held.name)
    if (short === held.name || !rest.includes(short)) continue
    const at = rest.indexOf(short)
    const longer = rest.slice(at, at + short.length + 2)
    if (/^\p{Script=Han}+$/u.test(longer) && longer.length === short.length + 2 && longer[short.length] !== '的' && library.mentions(longer))
      note(short, asked(held, false), held.level)
    else take(short, asked(held, true), held.level)
  }
  const regions = library.held.map(({ name }) => name)
  const holdsPair = createPairFilter(rest)
  for (const division of divisions) {
    if (division.pair !== undefined && !holdsPair(division.pair)) continue
    const said = saidOf(division, rest, regions)
    if (said === null || own.some((held) => held.name === division.name) || isInsideWord(rest, said, library) || joinsTwo(rest, said)) continue
    // 柳川市 may be told as 柳川.
    const spelled = library.mentions(said) || division.level === 'county' || !library.mentions(division.short) ? said : division.short
    const standing = library.mentions(spelled) ? 'mentioned' : 'unknown'
    const documents = library.held.find((held) => held.name === division.name)?.documents
    const name = standing === 'mentioned' && division.level === 'county' && !library.mentions(division.name) ? said : division.name
    const place: AskedPlace = { name, standing, strict: true, ...(documents ? { documents } : {}) }
    take(said, place, division.level, standing === 'mentioned' ? spelled : '')
  }
  for (const { text, place } of findAreas(rest, library, divisions, regions)) {
    if (!spoken.some((other) => text.includes(other.place.name) || text.includes(other.text)))
      take(text, place, /[镇乡道]$/.test(text) ? 'township' : 'county', place.standing === 'mentioned' ? text : '')
  }
  if (spoken.length === 0) {
    const area = findOwnerArea(rest, { mentions: library.mentions, counties: countiesWithin(divisions, regions) })
    if (area) take(area.text, area.place, 'county', area.place.standing === 'mentioned' ? area.text : '')
  }
  for (const scope of SCOPES) {
    const found = findScope(rest, scope, library)
    if (found) take(found.text, asked(found.place, true), found.place.level)
  }
  const all = EVERY_PLACE.exec(rest)
  if (spoken.length === 0 && all && library.held.length > 1 && library.held.length <= MAX_EVERY) {
    return { places: library.held.map((held) => asked(held, true)), rest: rest.replace(all[0], ' '), joined: true }
  }
  if (spoken.length > 1) rest = rest.replace(THESE_PLACES, ' ')
  const narrow = spoken.filter((wide) => !spoken.some((narrower) => isPartOf(narrower, wide, question)))
  return { places: narrow.map(({ place }) => place), rest, joined: areJoined(narrow, question) }
}

/** Whether a text holds a pair of characters; for thousands of pairs, nearly all of which begin with a character that it does not hold. */
function createPairFilter(text: string): (pair: string) => boolean {
  const held = new Uint8Array(0x1_0000)
  for (let at = 0; at < text.length; at += 1) held[text.charCodeAt(at)] = 1
  return (pair) => held[pair.charCodeAt(0)] === 1 && text.includes(pair)
}

/** 甲市乙区: the wider name only says where the narrower place is. */
function isPartOf(narrower: Spoken, wide: Spoken, question: string): boolean {
  return (
    PLACE_LEVELS.indexOf(narrower.level) > PLACE_LEVELS.indexOf(wide.level) &&
    narrower.at >= wide.end &&
    /^(?:市|省|的|下辖的?)?$/.test(question.slice(wide.end, narrower.at))
  )
}

const JOINT = /(?:[和与跟同及、比]|还是|对比)[^，,。？?；;]{0,6}$|[，,；;](?:而|那么?)?\s*$/
const COMPARING = /各(?!地|项|类|种|级|界|方)|分别|谁|哪[个家边里]?(?:更|最)?[大高多快少低长早]|哪个|差[多几距别]|相比|对比|比起|一样/

/** 甲省多少？乙省呢？ */
const EACH_FOR_ITSELF = /(?:多少|几|怎么样|如何)[^，,。？?]{0,6}[，,。？?][^，,。？?]{1,10}呢[？?]?$/

function areJoined(spoken: readonly Spoken[], question: string): boolean {
  if (spoken.length < 2) return false
  if (COMPARING.test(question) || EACH_FOR_ITSELF.test(question)) return true
  const ordered = spoken.toSorted((a, b) => a.at - b.at)
  return ordered.some(({ at }, i) => i > 0 && JOINT.test(question.slice(ordered[i - 1]?.end, at)))
}

/** The name by which a text speaks of a division: counties without 区 or 县 only where they lie in a place of the library and nothing makes a longer word of them. */
function saidOf({ name, short, level, within = [] }: Division, text: string, regions: readonly string[]): string | null {
  if (text.includes(name)) return name
  if (short.length < 2 || !text.includes(short)) return null
  return level !== 'county' || (within.some((wide) => regions.includes(wide)) && standsAsPlace(text, short)) ? short : null
}

/** The only place of the library that 全市, 我区 and the like can mean. */
function findScope(
  text: string,
  { pattern, levels }: (typeof SCOPES)[number],
  library: LibraryPlaces,
): { readonly text: string; readonly place: KnownPlace } | null {
  const match = pattern.exec(text)
  if (!match || RANKED.test(text.slice(match.index + match[0].length)) || RANKING.test(text.slice(0, match.index))) return null
  const suffix = /[国省市州区县旗]/.exec(match[0].slice(1))?.[0] ?? ''
  const held = levels
    .map((level) => library.held.filter((place) => place.level === level && (level === 'country' || place.name.endsWith(suffix))))
    .find((found) => found.length > 0)
  return held?.length === 1 && held[0] ? { text: match[0], place: held[0] } : null
}

/** Districts and counties by the names that people shorten, and areas that neither the library's documents nor the gazetteer know. */
function findAreas(
  text: string,
  library: LibraryPlaces,
  divisions: readonly Division[],
  regions: readonly string[],
): { readonly text: string; readonly place: AskedPlace }[] {
  const areas = findNamedAreas(text)
  if (areas.length === 0) return []
  const counties = countiesWithin(divisions, regions)
  return areas.flatMap((area) => {
    const held = library.held.filter(({ name }) => isShortFor(area.text, name))
    if (held.length === 1 && held[0]) return [{ text: area.text, place: asked(held[0], true) }]
    const isMentioned = library.mentions(area.text)
    const [known, ...others] = counties.filter(({ name }) => isShortFor(area.text, name))
    if (known !== undefined && others.length === 0)
      return [
        { text: area.text, place: { name: isMentioned ? area.text : known.name, standing: isMentioned ? 'mentioned' : 'unknown', strict: true } },
      ]
    if (area.stem.length < 2 || !(area.stands || !library.mentions(area.stem))) return []
    // A word for areas of a kind (棚户区, 聚居区) ends like others of the library.
    if (!isMentioned && library.mentions(area.text.slice(area.stem.length - 1))) return []
    return [{ text: area.text, place: { name: area.text, standing: isMentioned ? 'mentioned' : 'unknown', strict: true } }]
  })
}

function asked({ name, documents = [] }: LibraryPlaces['held'][number], strict: boolean): AskedPlace {
  return { name, standing: 'held', strict, ...(documents.length > 0 ? { documents } : {}) }
}

/** 市里和县里: 和县 is none where 和 joins what stands before it to a word for a place. */
function joinsTwo(text: string, said: string): boolean {
  return said.length === 2 && said.startsWith('和') && /\p{Script=Han}$/u.test(text.slice(0, text.indexOf(said)))
}

/** A division's short name inside a longer word that the library knows (大青山, 海南岛 in a title) names no division. */
function isInsideWord(text: string, name: string, library: LibraryPlaces): boolean {
  if (name.length > 2) return false
  const at = text.indexOf(name)
  // 凉江州 is 凉江.
  if (/^[省市州县盟旗]/.test(text.slice(at + name.length))) return false
  const around = [text.slice(Math.max(0, at - 1), at + name.length), text.slice(at, at + name.length + 1)]
  return around.some((longer) => longer.length > name.length && /^\p{Script=Han}+$/u.test(longer) && library.mentions(longer))
}
