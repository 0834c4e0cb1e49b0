import type { SentenceTense } from '../corpus/sentence.ts'
import type { Figure } from './figure.ts'

const STRONG_TARGET =
  /力争|争取(?!了)|确保|预期目标|目标(?:是|为)|(?<!年度|完成)计划(?:完成|新增|实施|投资|开工|新建|达到|突破|增长|实现|提高|下降|建成|超过|引进|培育|申请|安排)|有望|拟于|拟(?:建|投资|新)/
const STRONG_ACTUAL =
  /已(?:经)?(?:建成|完成|达|实现|累计|有|超|突破|全)|(?:完成|实现|达到|增长|突破|提高|下降|超过|新增|建成)了(?!这|上述|以上)|顺利完成|圆满完成|超额完成/
const WEAK_TARGET = /目标|计划|预期|达到[^,;。]{0,12}以上|左右|(?:以上|以内)$/
const WEAK_ACTUAL = /较上年|比上年/

/** target or actual as the words themselves say it (力争, 确保; 已完成, 实现了); null where they leave it open. */
export function statedTense(clause: string): SentenceTense | null {
  const compact = clause.replaceAll(/\s/g, '')
  if (STRONG_TARGET.test(compact)) return 'target'
  return STRONG_ACTUAL.test(compact) ? 'actual' : null
}

/** target or actual as this clause says it; where it does not, as its sentence does. */
export function readClauseTense(clause: string, sentenceTense: SentenceTense | null, leadIn: string | null): SentenceTense | null {
  const compact = clause.replaceAll(/\s/g, '')
  const stated = statedTense(compact)
  if (stated !== null) return stated
  if (sentenceTense !== null) return sentenceTense
  if (leadIn !== null && /目标/.test(leadIn)) return 'target'
  if (WEAK_ACTUAL.test(compact)) return 'actual'
  return WEAK_TARGET.test(compact) ? 'target' : null
}

const COMPARED_YEAR_LEAD = /(?:较|比|于|与|自|从|以|由|同|截至)[ ]?$/
const COMPARED_YEAR_TAIL = /^[ ]?(?:相比|以来|起|水平|基础上|同期|[-—–~至])/

/** The year that a figure of the text names, or null. A year that is only compared with (较2020年下降) or that begins a span does not count. */
export function namedYear(folded: string, figure: Figure): number | null {
  if (figure.kind !== 'date' || figure.value < 1900 || figure.value > 2100) return null
  const { start, end } = figure.range
  if (/[-—–~至到/][ ]?[0-9]/.test(folded.slice(start, end))) return null
  const isCompared = COMPARED_YEAR_LEAD.test(folded.slice(Math.max(0, start - 3), start)) || COMPARED_YEAR_TAIL.test(folded.slice(end, end + 4))
  return isCompared ? null : figure.value
}

/** The year that stands right before a figure and names where it began (从2020年的3.6万亿元增长到…): of that figure alone. */
export function startYear(folded: string, quantityStart: number): number | null {
  const match = /(?:从|由)[ ]?((?:19|20)[0-9]{2})[ ]?年(?:的|末的?|底的?)?[ ]?$/.exec(folded.slice(Math.max(0, quantityStart - 12), quantityStart))
  return match ? Number(match[1]) : null
}
