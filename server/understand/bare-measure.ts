import { INDICATOR_NAMES } from '../../ingest/facts/indicator-synonyms.ts'
import type { FocusPart } from './intent.ts'

/** What may follow the name of a measure: its aim or its growth. */
const ASPECT = /的?(?:预期)?(?:目标|增速|增幅|总量|规模|总额)?$/
const MEASURED =
  /(?:GDP|进出口|出口|进口|收入|支出|人口|[\u4e00-\u9fff]{2}(?<!汇|利|税|费|功|效|频|生产)率|[产销运客货储]量|吞吐量|发电量|用电量|[产总]值|增加值|[零销]售额|余额|(?:研发|固定资产)投[入资]|强度|[\u4e00-\u9fff]{2}(?:占比|比重))$/i
/** Deeds end alike: 扩大进口, 增加农民收入. */
const DEED = /扩大|促进|稳定|稳住?|提[高升]|增加(?!值)|推[动进]|支持|加[强大快]|优化|改善|保障|完善|鼓励|拓[展宽]|怎么|如何|为什么|措施|办法/
/** A longer one names some single thing's, and is looked for by its words. */
const LONGEST = 9

/** Whether a question names a measure and nothing else (某省进出口, 粮食总产量目标): its figure is asked for. */
export function isBareMeasure(focus: readonly FocusPart[]): boolean {
  const [part, ...others] = focus.filter(({ weight }) => weight === 1)
  if (part === undefined || others.length > 0 || DEED.test(part.text)) return false
  const name = part.text.replace(ASPECT, '')
  return INDICATOR_NAMES.has(name) || (name.length <= LONGEST && MEASURED.test(name))
}
