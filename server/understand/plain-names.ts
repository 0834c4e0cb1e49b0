import { INDICATOR_NAMES } from '../../ingest/facts/indicator-synonyms.ts'

/** Parts of one measure, which papers tell in one clause (城镇、农村居民收入分别…), years, and what any question may set side by side. */
const PARTS =
  /^(?:城镇|农村|城市|乡村|城乡|城区|出口|进口|公办|民办|公立|民营|国有|上半年|下半年|男[性生]?|女[性生]?|(?:目标|计划|实际|完成|预期)(?:数|值|目标|情况)?|总量|增速|规模|增幅|数量|金额|面积|一产|二产|三产|第[一二三]产业|[一二三四]季度|国家级?|省级?|市级|[区县]级|最高|最低|名称|时间|内容|(?:(?:19|20)\d{2}|[’‘']?\d{2}|今|去|前|明)年?)$/

/** Whether a text names an indicator, a year or a part of any measure: such are set side by side in other ways than things are. */
export function isPlainName(text: string): boolean {
  return INDICATOR_NAMES.has(text) || PARTS.test(text)
}
