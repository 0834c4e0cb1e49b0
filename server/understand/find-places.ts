import type { PlaceLevel } from '../../ingest/corpus/metadata.ts'
import { type Division, shortPlaceName } from './gazetteer.ts'
import type { AskedPlace } from './intent.ts'
import type { KnownPlace } from './library-knowledge.ts'

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
}

const SCOPES: readonly { readonly pattern: RegExp; readonly levels: readonly PlaceLevel[] }[] = [
  { pattern: /(?<![在居占为])(?:全国(?!百强|人大|政协|[^，。？]{0,8}(?:称号|试点|示范|奖|前列|第))|我国|国家层面)/, levels: ['country'] },
  { pattern: /(?<![在居占为])(?:全省|我省|本省|省里|省本级|全省层面)/, levels: ['province'] },
  { pattern: /(?<![在居占为])(?:全市层面|全市|我市|本市|市里|市级层面)|(?<=^|[，,、跟和与])市(?=[级里本])/, levels: ['prefecture', 'province'] },
  { pattern: /(?<![在居占为])(?:全区|我区|本区|区里)/, levels: ['county', 'province'] },
  { pattern: /(?<![在居占为])(?:全县|我县|本县|县里|全旗|我旗)/, levels: ['county'] },
]

/** 各地, 四个省: all places of a library that holds a few. */
const EVERY_PLACE = /各(?:地|省|市|区|县|地区|地方|省市|省份|城市)(?!域)|[两二三四五六七八九十\d](?:个)?(?:地方|省份|省市|省|城市|地区)/
const MAX_EVERY = 8

/** Finds the places that a question is about: the library's own by full or short name, others by the gazetteer, and 全市, 我区 and the like. */
export function findPlaces(question: string, library: LibraryPlaces, divisions: readonly Division[]): FoundPlaces {
  const places: AskedPlace[] = []
  const own = library.held.filter((held) => held.silent !== true)
  let rest = question
  const take = (text: string, place: AskedPlace, keep = ''): void => {
    if (!places.some((other) => other.name === place.name)) places.push(place)
    rest = rest.replaceAll(text, keep === '' ? ' ' : keep)
  }
  for (const held of own.toSorted((a, b) => b.name.length - a.name.length)) {
    if (rest.includes(held.name)) take(held.name, asked(held, true))
  }
  for (const held of own.toSorted((a, b) => b.name.length - a.name.length)) {
    const short = shortPlaceName(held.name)
    if (short === held.name || !rest.includes(short)) continue
    const at = rest.indexOf(short)
    const longer = rest.slice(at, at + short.length + 2)
    if (/^\p{Script=Han}+$/u.test(longer) && longer.length === short.length + 2 && library.mentions(longer)) {
      if (!places.some((other) => other.name === held.name)) places.push(asked(held, false))
    } else take(short, asked(held, true))
  }
  for (const division of divisions) {
    const spoken = rest.includes(division.name)
      ? division.name
      : division.level !== 'county' && division.short.length >= 2 && rest.includes(division.short)
        ? division.short
        : null
    if (spoken === null || own.some((held) => held.name === division.name) || isInsideWord(rest, spoken, library)) continue
    const standing = library.mentions(spoken) ? 'mentioned' : 'unknown'
    const documents = library.held.find((held) => held.name === division.name)?.documents
    take(spoken, { name: division.name, standing, strict: true, ...(documents ? { documents } : {}) }, standing === 'mentioned' ? spoken : '')
  }
  for (const { pattern, levels } of SCOPES) {
    const match = pattern.exec(rest)
    const suffix = match ? (/[国省市区县旗]/.exec(match[0].slice(1))?.[0] ?? '') : ''
    const held = match
      ? levels
          .map((level) => library.held.filter((place) => place.level === level && (level === 'country' || place.name.endsWith(suffix))))
          .find((found) => found.length > 0)
      : undefined
    const only = held?.length === 1 ? held[0] : undefined
    if (match && only) take(match[0], asked(only, true))
  }
  const all = EVERY_PLACE.exec(rest)
  if (places.length === 0 && all && library.held.length > 1 && library.held.length <= MAX_EVERY) {
    for (const held of library.held) places.push(asked(held, true))
    rest = rest.replace(all[0], ' ')
  }
  return { places, rest }
}

function asked({ name, documents = [] }: LibraryPlaces['held'][number], strict: boolean): AskedPlace {
  return { name, standing: 'held', strict, ...(documents.length > 0 ? { documents } : {}) }
}

/** A division's short name inside a longer word that the library knows (大青山, 海南岛 in a title) names no division. */
function isInsideWord(text: string, name: string, library: LibraryPlaces): boolean {
  if (name.length > 2) return false
  const at = text.indexOf(name)
  const around = [text.slice(Math.max(0, at - 1), at + name.length), text.slice(at, at + name.length + 1)]
  return around.some((longer) => longer.length > name.length && /^\p{Script=Han}+$/u.test(longer) && library.mentions(longer))
}
