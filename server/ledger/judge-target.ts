import type { IndicatorFact } from '../../ingest/facts/indicator-fact.ts'

/** 左右 is reached from this share of the target on. */
const ABOUT = 0.95

/** Whether a result reaches its target. Both are of one indicator, attribute and base unit. A limit (以内, 不超过, a fall) is kept from below. */
export function judgeTarget(target: IndicatorFact, actual: IndicatorFact): 'reached' | 'missed' | 'not_stated' {
  if (target.direction !== actual.direction) return 'not_stated'
  const wanted = target.quantity.value
  const got = actual.quantity.value
  if (target.quantity.bound === 'at-most') return got <= wanted ? 'reached' : 'missed'
  if (target.quantity.bound === 'about') return got >= wanted * ABOUT ? 'reached' : 'missed'
  return got >= wanted ? 'reached' : 'missed'
}
