import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'
import { INDICATOR_NAMES } from '../../../ingest/facts/indicator-synonyms.ts'

/** A verb, a date or a word that only binds is left over in what was read as a name: 生产总值按, 出口从7月份开始回升, 存款余额五年. */
const GARBLED =
  /[按从为达由要将比到较使成在与节起占]$|从|较|月份?|[上去]年|五年|成为|贡献了|始终|持续|原则上|幅度$|回升|开始|拿出|·|^(?:[要使把为向按被让级制]|用于)|(?:大幅|新增)$/
/** 财政|总额: a sum of what is no sum. */
const SUM_OF_NONE = /(?<!零售|出口|进口|资产|投资|利润|贸易|销售|交易|消费|债务|存款|贷款)总额$/
/** What measures read as at their ends; one of them alone ends a name: 配套率|产值 were two. */
const MEASURE =
  /(?:[产销运客货储用发存贷吐流电]量|总量|数量|质量|[^效功利概]率|[产总]值|增加值|[零销余限总]额|余额|收入|支出|人口|面积|里程|规模|投资|产能|能力|装机|强度|用电|进出口|出口|进口|水平|人数|户数|天数|床位|学位|指数|价格|涨幅|浓度|比例|比重|占比|次数|人次|就业|贷款|存款|利润|消费|资金)$/
const TWO_MEASURES = /(?:[^效功利概]率|产值|收入|产量|总额)(?:[^的]{0,2}(?:产值|收入|产量|总额|增加值|投资|规模))$/
/** What is counted is named by the deed that it was counted for: 新增|养老床位. */
const COUNTED = /^(?:新增|净增|新建|新改建|改造|建成|开工|发放|引进|培育|认定|整治|筹集|开通|加装|创建)[\p{Script=Han}]{3,}(?<![入网产用工建设造])$/u
/** The first part of a name was cut off, or words of another clause are in it: 三产业, 煤炭铝分别淘汰. */
const CUT = /^[一二三四五六七八九十]+产业|^[一二三四五六七八九十]是|分别|其中|目标$|者$|有限|公司/
/** The last piece of a name that was put together, in characters. */
const MIN_LAST_PIECE = 2

/** Whether the name of a figure reads as one: it ends as measures do and stands in the sentence as it is, or in two pieces (六大产业、制造业|增加值), or is a standard one. */
export function isCleanName({ indicator, indicatorText }: Pick<IndicatorFact, 'indicator' | 'indicatorText'>, text: string): boolean {
  if (INDICATOR_NAMES.has(indicator)) return true
  if (GARBLED.test(indicator) || SUM_OF_NONE.test(indicator) || CUT.test(indicator) || TWO_MEASURES.test(indicator)) return false
  if (!MEASURE.test(indicator) && !COUNTED.test(indicator)) return false
  if (text.includes(indicator) || text.includes(indicatorText)) return true
  for (let at = MIN_LAST_PIECE; at <= indicator.length - MIN_LAST_PIECE; at += 1)
    if (text.includes(indicator.slice(0, at)) && text.includes(indicator.slice(at))) return true
  return false
}
