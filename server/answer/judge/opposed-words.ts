/** Words of one row cannot stand for one another: who is counted, what is measured, whose it is. Each word is a pattern. */
interface Row {
  readonly words: readonly RegExp[]
  /** Words that speak of several of the row at once. */
  readonly both?: RegExp
  /** Whether a word that was asked for must be told; a name without it speaks of something wider. */
  readonly mustBeTold: boolean
}

const ROWS: readonly Row[] = [
  {
    words: [/城镇(?:常住)?居民|城镇人均|城市居民/, /农村(?:常住)?居民|农民人均|农村牧区|农牧民/],
    both: /城乡|城镇.{0,3}农村|农村.{0,3}城镇/,
    mustBeTold: true,
  },
  { words: [/登记失业/, /调查失业/], mustBeTold: true },
  { words: [/人均(?=地区生产总值|生产总值|国内生产总值|GDP|一般公共|用水|公园|住房|消费)/], mustBeTold: true },
  {
    words: [/(?<!人均(?:地区|国内)?)(?:(?:地区|国内)?生产总值|GDP)|经济(?:总量|规模|增长|增速|年均增)/, /人均(?:(?:地区|国内)?生产总值|GDP)/],
    mustBeTold: true,
  },
  { words: [/进出口/, /(?<!进)出口/, /(?<!出)进口/], mustBeTold: true },
  { words: [/收入/, /支出/], both: /收支/, mustBeTold: false },
  { words: [/存款/, /贷款/], both: /存贷/, mustBeTold: false },
  { words: [/(?<![非值契得产用])税收(?!了)/, /非税/], mustBeTold: true },
  { words: [/一般债/, /专项债/], mustBeTold: true },
  { words: [/外资(?!企业)|外商(?:直接)?投资(?!企业)/, /国内[^，,。；;]{0,8}资金|内资/], both: /内外资/, mustBeTold: false },
  { words: [/国有企业|国企/, /民营企业|民企/], mustBeTold: false },
  { words: [/第一产业|一产/, /第二产业|二产/, /第三产业|三产|服务业增加值/], mustBeTold: true },
  { words: [/高速公路/, /铁路|高铁/, /农村公路/], mustBeTold: false },
  { words: [/幼儿园/, /小学(?!校)/, /初中/, /(?<!初)高中/, /高校|大学|高等学校/], both: /中小学|中小幼/, mustBeTold: false },
  { words: [/国家级/, /省级|自治区级/, /市级/, /县级|区级/], both: /以上/, mustBeTold: false },
  { words: [/公办/, /民办/], mustBeTold: false },
  { words: [/申请量/, /授权量/, /拥有量/], mustBeTold: false },
  { words: [/城市低保/, /农村低保/], both: /城乡/, mustBeTold: false },
  { words: [/出生人口|出生率/, /死亡人口|死亡率/, /常住人口/, /户籍人口/], mustBeTold: true },
  { words: [/月(?:平均)?工资|月收入/, /年(?:平均)?工资|年收入/], mustBeTold: false },
]

/** One way only: who asks for all is not answered by some; all may answer for 城乡. */
const ALL: OpposedWord = {
  asked: '全体居民',
  pattern: /全体居民/,
  others: [/城镇(?:常住)?居民|农村(?:常住)?居民|城乡(?:常住)?居民|农牧民/],
  both: null,
  mustBeTold: false,
}

/** The words of a question that exclude others. */
export interface OpposedWord {
  readonly asked: string
  readonly pattern: RegExp
  readonly others: readonly RegExp[]
  readonly both: RegExp | null
  readonly mustBeTold: boolean
}

/** Those that a question holds; a row of which it names several (城镇和农村) leaves both open. */
export function opposedWords(asked: string): OpposedWord[] {
  const all = ALL.pattern.test(asked) ? [ALL] : []
  const words = ROWS.flatMap(({ words, both = null, mustBeTold }): OpposedWord[] => {
    const held = words.filter((word) => word.test(asked))
    const [pattern] = held
    if (held.length !== 1 || !pattern || both?.test(asked)) return []
    return [{ asked: pattern.exec(asked)?.[0] ?? '', pattern, others: words.filter((word) => word !== pattern), both, mustBeTold }]
  })
  return [...all, ...words]
}

/**
 * Whether a figure is of something else than the word asks for.
 *
 * @param name the indicator of the figure as far as it is known
 * @param around the clauses that it stands in, with what they go on about
 */
export function isOpposed(word: OpposedWord, name: string, around: string): boolean {
  if (word.pattern.test(name) || word.both?.test(name)) return false
  if (word.others.some((other) => other.test(name))) return true
  if (word.both?.test(around)) return false
  return word.mustBeTold && !word.pattern.test(around)
}
