/** What a figure measures. Two figures are comparable when dimension and base unit agree. */
export type Dimension =
  | 'money'
  | 'area'
  | 'length'
  | 'mass'
  | 'volume'
  | 'power'
  | 'energy'
  | 'voltage'
  | 'percent'
  | 'percentage-point'
  | 'multiple'
  | 'doubling'
  | 'persons'
  | 'count'
  | 'duration'
  | 'rank'
  | 'other'
  | 'none'

export interface UnitReading {
  readonly dimension: Dimension
  /** The unit that `factor` leads to. */
  readonly baseUnit: string
  readonly factor: number
}

/** dimension, base unit, then units with their factors. Statutory units of measurement of the PRC and the measure words of official Chinese. */
const MEASURES: readonly (readonly [Dimension, string, Readonly<Record<string, number>>])[] = [
  ['money', '元', { 元: 1, 块钱: 1, 元人民币: 1 }],
  ['money', '美元', { 美元: 1, 元美元: 1 }],
  ['money', '欧元', { 欧元: 1 }],
  ['money', '港元', { 港元: 1, 港币: 1 }],
  ['money', '日元', { 日元: 1 }],
  ['area', '亩', { 亩: 1, 公顷: 15 }],
  ['area', '平方米', { 平方米: 1, 平米: 1, '㎡': 1, 'm²': 1, m2: 1, 平方公里: 1e6, 平方千米: 1e6, 'km²': 1e6, km2: 1e6 }],
  [
    'length',
    '米',
    { 米: 1, 延米: 1, 延长米: 1, m: 1, 公里: 1_000, 千米: 1_000, km: 1_000, 厘米: 0.01, cm: 0.01, 毫米: 0.001, mm: 0.001, 海里: 1_852 },
  ],
  ['length', '纳米', { 纳米: 1, nm: 1 }],
  ['length', '微米', { 微米: 1 }],
  ['mass', '吨', { 吨: 1, 公斤: 0.001, 千克: 0.001, kg: 0.001, 斤: 0.000_5, 克: 1e-6, 毫克: 1e-9 }],
  ['mass', '吨标准煤', { 吨标准煤: 1, 吨标煤: 1 }],
  ['mass', '载重吨', { 载重吨: 1 }],
  ['mass', '蒸吨', { 蒸吨: 1 }],
  ['volume', '立方米', { 立方米: 1, 立方: 1, 方: 1, 'm³': 1, m3: 1, 标方: 1, 升: 0.001, 公升: 0.001, 毫升: 1e-6 }],
  ['power', '千瓦', { 瓦: 0.001, 千瓦: 1, kW: 1, KW: 1, kw: 1, 兆瓦: 1_000, MW: 1_000, 吉瓦: 1e6, GW: 1e6, 太瓦: 1e9 }],
  ['power', '千伏安', { 千伏安: 1, 兆伏安: 1_000, kVA: 1 }],
  ['energy', '千瓦时', { 千瓦时: 1, 千瓦小时: 1, 度电: 1, kWh: 1, 兆瓦时: 1_000, MWh: 1_000, 吉瓦时: 1e6, GWh: 1e6 }],
  ['voltage', '千伏', { 伏: 0.001, 千伏: 1, kV: 1, KV: 1, kv: 1 }],
  ['percent', '%', { '%': 1, '‰': 0.1 }],
  ['percentage-point', '个百分点', { 个百分点: 1, 百分点: 1, 个千分点: 0.1 }],
  ['multiple', '倍', { 倍: 1 }],
  ['doubling', '番', { 番: 1 }],
  ['persons', '人', { 人: 1, 名: 1, 位: 1, 口人: 1 }],
  ['persons', '人次', { 人次: 1, 名次: 1 }],
  ['persons', '户', { 户: 1 }],
  ['persons', '户次', { 户次: 1 }],
  ['duration', '年', { 年: 1, 周年: 1 }],
  ['duration', '个月', { 个月: 1, 个多月: 1 }],
  ['duration', '个季度', { 个季度: 1 }],
  ['duration', '天', { 天: 1 }],
  ['duration', '小时', { 小时: 1, 个小时: 1 }],
  ['duration', '分钟', { 分钟: 1 }],
  ['duration', '个工作日', { 个工作日: 1, 工作日: 1 }],
  ['duration', '周', { 周: 1 }],
  ['duration', '秒', { 秒: 1 }],
  ['other', '岁', { 岁: 1, 周岁: 1 }],
  ['other', '℃', { '℃': 1, 摄氏度: 1 }],
  ['other', '分', { 分: 1 }],
  ['other', '吨公里', { 吨公里: 1 }],
  ['other', '人公里', { 人公里: 1 }],
  ['other', '标准箱', { 标准箱: 1, 标箱: 1, TEU: 1 }],
  ['other', 'P', { P: 1, PF: 1, PFLOPS: 1, PFlops: 1, Pflops: 1, EF: 1_000, EFLOPS: 1_000, EFlops: 1_000, Eflops: 1_000 }],
  ['other', 'TB', { GB: 0.001, TB: 1, PB: 1_000, EB: 1e6 }],
  ['other', 'Mbps', { Mbps: 1, Gbps: 1_000, Tbps: 1e6 }],
  ['other', '毫克/升', { '毫克/升': 1, 'mg/L': 1 }],
  ['other', '微克/立方米', { '微克/立方米': 1, '微克/m3': 1, 'μg/m3': 1 }],
]

/** Measure words that count things; each is its own base unit. */
const MEASURE_WORDS =
  '个 家 项 套 处 条 件 场 场次 座 台 辆 架 架次 艘 列 列次 趟 班 班次 宗 笔 单 部 本 册 首 篇 幅 张 块 片 所 间 栋 幢 床 头 只 匹 羽 尾 株 棵 粒 颗 枚 ' +
  '根 口 眼 支 例 起 款 类 种 对 组 份 次 遍 轮 批 批次 期次 件次 项次 站 门 户次 册次 台次 台套 台（套） 台(套) 盏 箱 桶 股 页 字 层 席 棚 学时 课时 词条 公里次 ' +
  '辆次 车次 吨次 栋次 家次 点次 条次 宗次 样本 个次 孔 盒 剂次 剂 担 杆 具 顶 双 面 把 扇 节 段 链 村 标准车'

function buildUnits(): ReadonlyMap<string, UnitReading> {
  const units = new Map<string, UnitReading>()
  for (const word of MEASURE_WORDS.split(' ')) units.set(word, { dimension: 'count', baseUnit: word, factor: 1 })
  for (const [dimension, baseUnit, printed] of MEASURES) {
    for (const [unit, factor] of Object.entries(printed)) units.set(unit, { dimension, baseUnit, factor })
  }
  return units
}

const UNITS = buildUnits()
const MAX_UNIT_CHARS = Math.max(...[...UNITS.keys()].map((unit) => unit.length))

const LETTER = /[A-Za-z]/

export interface UnitMatch extends UnitReading {
  readonly end: number
}

/** The longest unit of the table that stands at `at` in `folded`, or null. A unit of Latin letters must end where the letters end. */
export function matchUnit(folded: string, at: number): UnitMatch | null {
  for (let length = Math.min(MAX_UNIT_CHARS, folded.length - at); length > 0; length--) {
    const printed = folded.slice(at, at + length)
    const reading = UNITS.get(printed)
    if (!reading) continue
    if (LETTER.test(printed.charAt(0)) && LETTER.test(folded.charAt(at + length))) continue
    return { ...reading, end: at + length }
  }
  return null
}
