/** Last words of names that a unit tells as well. */
const TOLD_BY_UNIT: readonly (readonly [head: RegExp, told: RegExp])[] = [
  [/面积$/, /平方|亩|公顷/],
  [/里程$|长度$/, /公里|米/],
  [/产量$|运量$|吞吐量$/, /吨|箱|斤/],
  [/天数$|时长$|时间$/, /天|小时|分钟|日|年/],
  [/人数$|人员$/, /人|名|户/],
  [/装机$|容量$/, /千瓦/],
  [/占比$|比重$|率$/, /[%％]|成/],
  [/数量$|总数$|总量$|规模$/, /\d/],
]

/** What a unit leaves of a name to be told (种植 of 种植面积: …万亩); null where no unit in the text tells its last word. */
export function leftByUnit(name: string, told: string): string | null {
  const head = TOLD_BY_UNIT.find(([ends, unit]) => ends.test(name) && unit.test(told))?.[0]
  return head === undefined ? null : name.replace(head, '')
}
