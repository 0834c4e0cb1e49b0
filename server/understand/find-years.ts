import { foldYears } from '../../ingest/structure/fold-years.ts'

/** What relative years are counted from. */
export interface YearAnchors {
  /** The newest year that the library speaks of as 今年; null for an undated library. */
  readonly newest: number | null
  /** The year that the conversation is about. */
  readonly conversation: number | null
  /** Whether the library's papers are of too few years to tell five of them one by one: 五年来 then asks for what a paper sums up. */
  readonly sumsUp?: boolean
}

export interface FoundYears {
  /** Ascending, each once. */
  readonly years: readonly number[]
  /** The question without them. */
  readonly rest: string
  /** True when they are counted from the conversation or the library. */
  readonly relative: boolean
  /** True where the question asks for what papers sum up of five years gone by. */
  readonly summed?: true
}

const RANGE = /(?<![\d.])((?:19|20)\d{2})年?(?:实际|底)?(?:[—\-–~～至到]{1,2})((?:19|20)\d{2})(?!\d)(年?)/g
const COMPARED = /(?:比|较)(?:19|20)\d{2}年(?:底|末)?(?=下降|降低|增长|提高|上升|增加|减少|翻)/g
const FULL = /(?<![\d.])((?:19|20)\d{2})(?!\d|[〕\]）)】]\s*第?\d+号)(年?)(?:(?<=年)度)?(?:(?<=[年度])(?:底|末|初|全年))?/g
/** 2025年当年, 2025年这一年: the year once more. */
const SAME_YEAR = /(?<=^ ?| )(?:当年|[那这]一?年)(?!度)/g
/** What follows a count that only looks like a year (2000万千瓦, 2025多家), told from longer words that begin alike (2025个人所得税, 2024人均收入). */
const COUNTED =
  /^\s*(?:[万亿千百余%％‰℃号座吨米床株倍届例辆件]|[.．]\d|[—\-–~～至到]\d+[万亿元户家人吨公亩]|多(?=[万亿个家户人名项元公吨亩套处条所座台辆件次])|个(?![人税体性])|家(?![电庭装政居])|户(?![籍厕均口])|人(?![均口大工才民社力物])|名(?![单额医师优录校])|项(?!目)|元(?![旦宵])|条(?![例件])|所(?![得有])|台(?![湾风账])|次(?!年)|场(?![馆景所地])|套(?!餐)|位(?![于列居])|处(?![置理罚])|亩(?!均)|公[里顷斤]|千[米瓦克]|平方|立方|兆瓦|标准|小时|MW|GW|TEU|EFLOPS|(?:[kmt]|km)(?![A-Za-z]))/i
/** What stands before an amount and before no year. */
const MEASURED = /(?:突破|超过|高达|不足|不到|大约|约|逾|[￥¥$])\s*$/
/** 24年: a year of this century, 94年, ’98年 of the last; not 近10年, 10年来, 30年期, 50年一遇. */
const SHORT =
  /(?<![\d.第近满逾约共每超]|过去|最近|连续|最长|长达|未来|今后|前后|不少于|不超过|不低于|为期|用了|建国|成立)[’‘']?(?<!\d)(\d\d)年(?![级龄代来前后期内间多余制限免以没未]|时间|左右|国债|义务|一遇|产权|使用权|历史)/g
/** 94、95年: the first of two. */
const FIRST_OF_TWO = /(?<![\d.])[’‘']?([5-9]\d)(?=[、和与到至—-][’‘']?[5-9]\d年)/g
/** Two digits from here on are of the last century. */
const LAST_CENTURY = 50
/** The year before, named only to say what a growth is counted from. */
const GROWN = /(?:比|较)(?:上一?年|前一年)(?:度|同期|末|底)?(?=[增涨升提上扩加下减降回净翻])|(?:比|较)去年(?:同期)?(?=增长|下降|减少|增加)/g
/** 跟前一年比, beside a year: that year's sentence tells how it compares. */
const AGAINST_BEFORE = /(?:跟|和|与|同|比|较)(?:它|其)?的?(?:前一|上一?|头)年(?:同期)?(?:相?比|比较|对比)?(?:起来|的话)?/g
const RELATIVE: readonly { readonly pattern: RegExp; readonly from: keyof YearAnchors; readonly offset: number }[] = [
  {
    pattern: /再?往?(?:下|后面?|下面)一年度?|下年度?|第二年|次年|翌年|转过?年来?|隔年|(?:又|再)过一年|(?<![\d两二三四五六七八九十几多]年)来年(?!均)/,
    from: 'conversation',
    offset: 1,
  },
  {
    pattern: /再?往?(?<!以)上一?年度?|再?往?前一年度?|往前推一年|(?:再|更|(?<!提))早一年|[头前]头?一年|头年(?!均)|倒[回退推]一年/,
    from: 'conversation',
    offset: -1,
  },
  { pattern: /同一年|当年(?!度?完成)|那一年|那年/, from: 'conversation', offset: 0 },
  { pattern: /前年/, from: 'newest', offset: -2 },
  { pattern: /去年/, from: 'newest', offset: -1 },
  { pattern: /今年|本年度?/, from: 'newest', offset: 0 },
  { pattern: /明年/, from: 'newest', offset: 1 },
]
const RECENT =
  /(?:近|最近|这|过去)([两二三四五]|\d)年|(?<![十百千\d])([两三四五])年(?=(?:的)?(?:目标|变化|来|间|实际|对比|比较|各(?!地|项|类|级|界)|分别))/
/** What a span of years is named with, behind it: 五年来, 三年间. */
const AFTER_SPAN = / (?:以?来(?![源自访宾])|期?间|里)的?/
/** 五年来, as papers open the account of the years of a term or a plan. */
const FIVE_GONE_BY = /(?:过去|这|近|最近)(?:的)?(?:五|5)年(?:里|间|来|以来|期间)?|(?<![十百\d第])(?:五|5)年(?:来|间|里|以来)/
const COUNTS: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 }
const MAX_SPAN = 12
/** A year by number that is not a paper's: 今年 in 2024年报告里今年的目标 is the paper's own. */
const NUMBERED = '(?:19|20)\\d{2}年(?!的?[^，,。？?]{0,8}(?:报告|计划|规划|文件|通知|公报|纲要))'
const NEAR_YEAR = '(?:[今去前明]年|本年度?)'
/** A year by number and one by its distance, as two sides: 今年的目标跟2024年比, 2023年和去年. */
const BESIDE = new RegExp(
  `${NEAR_YEAR}[^。？?]*?[比跟和与同较、到][^。？?]*?${NUMBERED}|${NUMBERED}[^。？?]*?[比跟和与同较、到][^。？?]*?${NEAR_YEAR}`,
)
/** The same in two clauses that each ask: 2023年完成多少，今年目标多少. */
const BESIDE_IN_CLAUSES = new RegExp(`(?:${NEAR_YEAR}[^。？?]*?[，,][^。？?]*?${NUMBERED}|${NUMBERED}[^。？?]*?[，,][^。？?]*?${NEAR_YEAR})`)
const ASKS_TWICE =
  /(?:多少|几|怎么样|如何)[^。]*[，,？?][^。]*(?:多少|几|怎么样|如何|呢)|[，,](?:那么?)?(?:[今去前明]年|(?:19|20)\d{2}年)[^，,。？?]{0,8}呢[？?]?$|分别|各(?:是|为|多少)|对比|相比|比较|变化/

/** Whether a text asks for what five years brought, not for the years one by one. */
export function asksForFiveYears(text: string): boolean {
  return FIVE_GONE_BY.test(text)
}

/** Finds the years that a question asks about: 2024年, 24年, 2023—2025年, 今年/去年/前年, 上一年, 近三年. A year that is only compared with (比2020年) is none. */
export function findYears(question: string, anchors: YearAnchors): FoundYears {
  const years = new Set<number>()
  const compared: string[] = []
  const keep = (text: string): string => `\u0000${compared.push(text) - 1}\u0000`
  let rest = foldYears(question).replace(FIRST_OF_TWO, '$1年').replace(COMPARED, keep).replace(GROWN, keep)
  rest = rest.replace(RANGE, (text, from: string, to: string, suffix: string, at: number, whole: string) => {
    const [first, last] = [Number(from), Number(to)]
    if (last < first || last - first > MAX_SPAN || (suffix === '' && isAmount(whole, at, text))) return text
    for (let year = first; year <= last; year += 1) years.add(year)
    return ' '
  })
  rest = rest.replace(FULL, (text, year: string, suffix: string, at: number, whole: string) => {
    if (suffix === '' && isAmount(whole, at, text)) return text
    years.add(Number(year))
    return ' '
  })
  rest = rest.replace(SHORT, (_, year: string) => {
    years.add((Number(year) < LAST_CENTURY ? 2000 : 1900) + Number(year))
    return ' '
  })
  const explicit = years.size > 0
  const summed = !explicit && anchors.sumsUp === true && FIVE_GONE_BY.test(rest)
  if (summed) rest = rest.replace(FIVE_GONE_BY, ' ')
  else if (!explicit) rest = addRelative(rest, anchors, years)
  else {
    rest = rest
      .replace(/(?:今|去|前|明)年(?=[ （(])/g, ' ')
      .replace(AGAINST_BEFORE, ' ')
      .replace(SAME_YEAR, ' ')
    if (isBeside(question)) rest = addBeside(rest, anchors, years)
  }
  rest = rest
    .split('\u0000')
    .map((part, index) => (index % 2 === 1 ? (compared[Number(part)] ?? '') : part))
    .join('')
  return { years: [...years].toSorted((a, b) => a - b), rest, relative: !explicit && years.size > 0, ...(summed ? { summed } : {}) }
}

function isBeside(question: string): boolean {
  return BESIDE.test(question) || (BESIDE_IN_CLAUSES.test(question) && ASKS_TWICE.test(question))
}

/** Counted from the library's newest year; 去年 that would be the year by number is the year before that one. */
function addBeside(text: string, { newest }: YearAnchors, years: Set<number>): string {
  const [numbered] = years
  const near = new Set<number>()
  const rest = addRelative(text, { newest, conversation: null }, near)
  const isSame = years.size === 1 && numbered !== undefined && near.size === 1 && near.has(numbered)
  if (isSame && /去年/.test(text)) years.add(numbered - 1)
  for (const year of near) years.add(year)
  return rest
}

/** Whether digits that may be a year are a number of things (突破2000万千瓦, 2025家). */
function isAmount(text: string, at: number, digits: string): boolean {
  return COUNTED.test(text.slice(at + digits.length)) || MEASURED.test(text.slice(0, at))
}

function addRelative(text: string, anchors: YearAnchors, years: Set<number>): string {
  const recent = RECENT.exec(text)
  if (recent && anchors.newest !== null) {
    const count = COUNTS[recent[1] ?? recent[2] ?? ''] ?? Number(recent[1])
    for (let back = count - 1; back >= 0; back -= 1) years.add(anchors.newest - back)
    return text.replace(RECENT, ' ').replace(AFTER_SPAN, ' ')
  }
  let rest = text
  for (const { pattern, from, offset } of RELATIVE) {
    if (!pattern.test(rest)) continue
    const without = rest.replace(pattern, ' ')
    const anchor =
      from === 'conversation' ? anchors.conversation : offset < 0 ? pastAnchor(anchors, offset, SAYS_NO_MORE.test(without)) : anchors.newest
    if (anchor === null) continue
    years.add(anchor + offset)
    rest = without
  }
  return rest
}

const SAYS_NO_MORE = /^[那么的呢吗,，。？?\s]*$/

/** What 去年 and 前年 are counted from: the library's newest year, unless the conversation is about older ones or 去年呢 would ask the same once more. */
function pastAnchor({ newest, conversation }: YearAnchors, offset: number, isBare: boolean): number | null {
  if (newest === null || conversation === null) return conversation ?? newest
  return conversation < newest - 1 || (isBare && newest + offset === conversation) ? conversation : newest
}
