import type { PlaceLevel } from '../corpus/metadata.ts'

/** One administrative division in a chain such as 某省某市某区. */
export interface PlaceName {
  readonly name: string
  readonly level: PlaceLevel
}

/** The name that stands for the whole country. */
export const COUNTRY = '全国'

const MUNICIPALITIES = '北京市|上海市|天津市|重庆市'
const CHAIN = new RegExp(
  `^(?<province>\\p{Script=Han}{2,3}省|\\p{Script=Han}{2,7}自治区|${MUNICIPALITIES}|\\p{Script=Han}{2}特别行政区)?` +
    '(?<prefecture>\\p{Script=Han}{2,7}?市|\\p{Script=Han}{2,11}?自治州|\\p{Script=Han}{2,5}?(?:地区|盟))?' +
    '(?<county>\\p{Script=Han}{2,10}?自治县|\\p{Script=Han}{2,6}?自治旗|\\p{Script=Han}{1,8}?(?:新区|区|县|旗|市))?' +
    '(?<township>\\p{Script=Han}{1,6}?(?:镇|乡|街道|苏木))?$',
  'u',
)
const LEVELS = ['province', 'prefecture', 'county', 'township'] as const

/**
 * Reads a chain of administrative names, widest first.
 *
 * @param text nothing but the chain, e.g. 某市某区
 * @returns an empty list when the text is not one
 */
export function parsePlaceChain(text: string): PlaceName[] {
  if (/^(?:中华人民共和国|国务院|全国|中国)/.test(text)) return [{ name: COUNTRY, level: 'country' }]
  const groups = CHAIN.exec(text)?.groups
  if (!groups) return []
  return LEVELS.flatMap((level) => {
    const name = groups[level]
    return name ? [{ name, level }] : []
  })
}

/**
 * Finds the chain with which a title, an issuer or the name of a meeting begins: everything before 人民政府, 第十届, 2025年, 国民经济 and the like.
 *
 * @example findLeadingPlace('关于某市某区2024年国民经济和社会发展计划执行情况的报告') // [{某市}, {某区}]
 */
export function findLeadingPlace(text: string): PlaceName[] {
  const bare = text
    .replace(/^[—─\s]+/, '')
    .replace(/^(?:关于)?(?:下达|印发|批转|转发|公布)?(?:\d{4}年(?:\d{1,2}月\d{1,2}日)?(?:在|，)?)?/, '')
    .replace(/^在/, '')
  const end = bare.search(
    /人民政府|政府|第[〇零一二三四五六七八九十百\d]+届|\d{4}年|[〇○零一二]{1}[〇○零一二三四五六七八九]{3}年|国民经济|财政|预算|统计|发展和改革|发展改革|人大|人民代表大会|国务院|委员会|办公[厅室]|年政府/,
  )
  const head = end >= 0 ? bare.slice(0, end) : bare
  if (end === 0 && /^国务院/.test(bare)) return [{ name: COUNTRY, level: 'country' }]
  return parsePlaceChain(head)
}
