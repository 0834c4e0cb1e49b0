import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'

const BARE_SUM = /^(?:实际|合同|协议|累计)?(?:金额|总额|规模|总量|数额|总数)$/

/** Whether a figure is a sum by no name of its own: 外商直接投资保持良好势头，实际金额达到… is of what the sentence began with. */
export function isBareSum({ indicatorText }: Pick<IndicatorFact, 'indicatorText'>): boolean {
  return BARE_SUM.test(indicatorText)
}
