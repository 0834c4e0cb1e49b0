import type { Figure } from './figure.ts'
import { type Numeral, readArabic, readHan } from './read-numeral.ts'

const RANK_UNIT = /[ ]?(?:名|位)/y
/** Words that lead to a rank: 位居全国第一, 排名第三, 保持全省第一. */
const RANK_LEAD =
  /(?:位居|位列|居|列|排名|排|保持|稳居|跃居|跃升至|升至|上升到|上升至|达到?|全国|全省|全市|全区|全县|全球|世界|亚洲|中国|西部|中部|东部|同类|首次|进入|跻身)[^,。;、]{0,6}$/
const RANK_END = /[,。;、)!? ”]|^$/
const FORWARD_UNIT = /[ ]?(?:名|位|列)|(?=[,。;、)的]|$)/y

/**
 * 第三名, 位居全国第一, 前十名: ranks, value 1 and up. 第三批, 第十六届: ordinals. 前三季度, 前5个月: dates. Null for anything else at `at`.
 */
export function matchRank(text: string, folded: string, at: number): Figure | null {
  const mark = folded.charAt(at)
  if (mark !== '第' && mark !== '前') return null
  let from = at + 1
  while (folded.charAt(from) === ' ') from++
  const numeral = readArabic(folded, from) ?? readHan(folded, from)
  if (!numeral) return null
  return mark === '第' ? matchOrdinal(text, folded, at, numeral) : matchForward(text, folded, at, numeral)
}

function matchOrdinal(text: string, folded: string, at: number, numeral: Numeral): Figure {
  RANK_UNIT.lastIndex = numeral.end
  if (RANK_UNIT.test(folded)) return rank(text, at, numeral, RANK_UNIT.lastIndex)
  const lead = folded.slice(Math.max(0, at - 12), at)
  if (RANK_END.test(folded.charAt(numeral.end)) && RANK_LEAD.test(lead)) return rank(text, at, numeral, numeral.end)
  return plain(text, 'ordinal', at, numeral, numeral.end)
}

function matchForward(text: string, folded: string, at: number, numeral: Numeral): Figure | null {
  if (/^[ ]?(?:季度|个月|个季度|[0-9一二三四五六七八九十]?月|年|天|期)/.test(folded.slice(numeral.end, numeral.end + 4))) {
    return plain(text, 'date', at, numeral, numeral.end)
  }
  FORWARD_UNIT.lastIndex = numeral.end
  if (FORWARD_UNIT.test(folded)) return rank(text, at, numeral, FORWARD_UNIT.lastIndex, 'at-most')
  return folded.startsWith('强', numeral.end) ? rank(text, at, numeral, numeral.end + 1, 'at-most') : null
}

function plain(text: string, kind: 'ordinal' | 'date', at: number, numeral: Numeral, end: number): Figure {
  return { kind, range: { start: at, end }, figureText: text.slice(numeral.start, numeral.end), value: numeral.value, script: numeral.script }
}

function rank(text: string, at: number, numeral: Numeral, end: number, bound: 'exact' | 'at-most' = 'exact'): Figure {
  return {
    kind: 'rank',
    range: { start: at, end },
    figureRange: { start: numeral.start, end: numeral.end },
    figureText: text.slice(numeral.start, numeral.end),
    printedValue: numeral.value,
    value: numeral.value,
    upper: null,
    unit: text.slice(numeral.end, end).trim(),
    unitRange: { start: numeral.end, end },
    baseUnit: '名',
    dimension: 'rank',
    qualifier: bound === 'at-most' ? '前' : null,
    bound,
    script: numeral.script,
  }
}
