import type { FactAttribute } from '../../../ingest/facts/indicator-fact.ts'
import type { Intent } from '../../understand/intent.ts'

/** What a comparison sets side by side: how much there is, or how much it grew. */
export type AskedMeasure = 'level' | 'growth'

const GROWTH = /增长|增速|增幅|涨幅|降幅|增加了|减少了|[快慢涨跌]/
const AMOUNT_NOUN = '(?:GDP|总值|总额|总量|收入|支出|产值|产量|增加值|营收|利润|人口|余额|存款|贷款|吞吐量|用电量|发电量|面积|里程|销售额|零售额)'
const LEVEL = new RegExp(
  `总量|规模|多少[亿万]|${AMOUNT_NOUN}(?:上)?(?:分别|各自?|一共|总共)?(?:是|有|为|达到?)?(?:了)?多少|${AMOUNT_NOUN}(?:上)?(?:谁|哪)|(?:谁|哪[^，。？]{1,3})的?${AMOUNT_NOUN}[^，。？]{0,4}[大高多低少小]`,
  'i',
)
const OF_MEASURE: Readonly<Record<AskedMeasure, readonly FactAttribute[]>> = {
  level: ['level', 'count', 'rate', 'share'],
  growth: ['growth', 'change', 'rate'],
}

/** Whether a comparison asks for amounts or for growths; null where its words leave that open, and for targets, which are set either way. */
export function askedMeasure({ asked, tense }: Pick<Intent, 'asked' | 'tense'>): AskedMeasure | null {
  if (GROWTH.test(asked)) return 'growth'
  return tense !== 'target' && LEVEL.test(asked) ? 'level' : null
}

/** Whether a figure is of the measure: 增长5.5% is no amount. */
export function isOfMeasure(attribute: FactAttribute, measure: AskedMeasure | null): boolean {
  return measure === null || OF_MEASURE[measure].includes(attribute)
}
