import type { Numeral } from './read-numeral.ts'
import type { UnitMatch } from './units.ts'

/** Measure words that, behind a Chinese number, more often make a name or an idiom than a measure: 三次产业, 二手, 三方, 十分, 四面. */
const NOT_AFTER_HAN = new Set([
  '分',
  '方',
  '口',
  '升',
  '把',
  '面',
  '节',
  '段',
  '链',
  '瓦',
  '秒',
  '根',
  '部',
  '本',
  '单',
  '班',
  '团',
  '包',
  '门',
  '村',
  '种',
  '组',
  '双',
  '站',
  '起',
  '位',
  '字',
  '周',
  '层',
  '席',
  '只',
  '头',
  '顶',
  '孔',
  '盒',
  'P',
  'm',
])

/** What follows turns the measure word into part of a name: 三位一体, 三次产业, 三年行动计划, 两个确立. */
const NAME_TAIL = /^(?:[ ]?(?:一体|产业|行动|大会|高地|创业|性|化|制|中全会|方案|规划|结构|班子))/

/** Words after which a bare 百, 千, 万, 亿 is a figure: 近百场, 超千家, 突破万亿元. */
const BARE_LARGE = /(?:近|超|超过|突破|逾|上|达|达到|约|过|首破|跨越|迈上)[ ]?$/

const QUOTED_NAME_CHARS = 16

/** Is the position inside a short quotation, and so part of a coined name? */
export function isInCoinedName(text: string, at: number): boolean {
  for (let position = at - 1; position >= 0 && at - position <= QUOTED_NAME_CHARS; position--) {
    const character = text.charAt(position)
    if (character === '”' || character === '」' || character === '》') return false
    if (character === '“' || character === '「' || character === '《') return true
  }
  return false
}

/** Does this Chinese number with this unit state a measure? Chinese numbers make names and idioms far more often than Arabic ones do. */
export function isHanMeasure(folded: string, numeral: Numeral, unit: UnitMatch): boolean {
  if (isInCoinedName(folded, numeral.start)) return false
  const printed = folded.slice(numeral.start, numeral.end)
  if (printed.length === 1 && '百千万亿'.includes(printed)) {
    return BARE_LARGE.test(folded.slice(Math.max(0, numeral.start - 4), numeral.start))
  }
  if (/^[百千万亿]/.test(printed)) return /[超破达近约过逾上]$/.test(folded.slice(0, numeral.start).trimEnd().slice(-1))
  if (unit.dimension === 'multiple' || unit.dimension === 'doubling' || unit.dimension === 'percentage-point') return true
  if (numeral.value < 2) return false
  if (NOT_AFTER_HAN.has(folded.slice(numeral.end, unit.end).trim())) return false
  if (unit.dimension === 'money' && numeral.value < 100) return false
  return !NAME_TAIL.test(folded.slice(unit.end, unit.end + 6))
}
