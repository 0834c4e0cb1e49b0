import type { LedgerFact } from '../answer/facts/fact-reader.ts'

/** 左右 is reached from this share of the target on. */
const ABOUT = 0.95
/** Kept low rather than brought up, as every government sets them. */
const LOWER_IS_BETTER = /失业率|消费价格|物价|CPI|能耗|水耗|用水量|排放|浓度|PM2\.5|死亡|发生率|发案|赤字|负债率|流失率|辍学率/
const LIMIT = /控制|不超过|不高于|以内|低于|压减|压降/

/**
 * Whether a result reaches its target. Both are of one indicator, attribute and base unit. A limit (控制在, 以内, 不超过, a rate of unemployment) is kept from below,
 * a fall is reached by as much or more.
 */
export function judgeTarget(target: LedgerFact, actual: LedgerFact): 'reached' | 'missed' | 'not_stated' {
  if (target.fact.direction !== actual.fact.direction) return 'not_stated'
  const { quantity } = target.fact
  const got = actual.fact.quantity.value
  const slack = quantity.bound === 'about' ? ABOUT : 1
  if (isLimit(target)) return got <= (quantity.upper ?? quantity.value) / slack ? 'reached' : 'missed'
  return got >= quantity.value * slack ? 'reached' : 'missed'
}

function isLimit({ row, fact }: LedgerFact): boolean {
  if (fact.quantity.bound === 'at-most') return true
  if (fact.direction === 'down' || fact.quantity.bound === 'at-least') return false
  return LOWER_IS_BETTER.test(fact.indicator) || LIMIT.test(row.sentence.text.slice(fact.clause.start, fact.range.end))
}
