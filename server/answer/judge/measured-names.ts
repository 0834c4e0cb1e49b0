/** What is measured of a thing: a question that names one of these is answered by a sentence that does. */
export const MEASURES =
  /产值|产量|营收|储量|增加值|失业率|市值|客流量|客运量|货运量|发电量|用电量|用水量|降水量|利润|票房|出生率|死亡率|覆盖率|普及率|利用率|配套率|上线率|额度|均价|票价|有效期|工期|保修期|学分|社会融资规模|补贴|常住人口|出生人口|人口|编制|工资|奖金/g

/** Measures that papers tell by a deed and its figure as often as by their name: 全年生产某某12万吨. */
const TOLD_BY_DEED: readonly { readonly measure: RegExp; readonly told: RegExp }[] = [
  { measure: /^产量$/, told: /(?:生产|产出)[^\d]*\d/ },
  { measure: /^(?:客运量|客流量)$/, told: /(?:运送|发送|输送|接待)(?:旅客|游客)[^\d]*\d|(?:旅客|客流)[^，,；;。\d]{0,6}(?:吞吐量|量)?[^\d]*\d/ },
  { measure: /^货运量$/, told: /(?:运送|发送|运输|完成)货物[^\d]*\d/ },
  { measure: /^发电量$/, told: /发电[^\d]*\d/ },
]

/** Whether a clause tells a measure by the deed that it measures, with a figure. */
export function isToldByDeed(measure: string, clause: string): boolean {
  return TOLD_BY_DEED.some((one) => one.measure.test(measure) && one.told.test(clause))
}
