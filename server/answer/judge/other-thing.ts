import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'
import { heldPairs } from '../../../ingest/structure/shingles.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import type { AskedFigure } from './asked-figure.ts'
import type { AskedThing } from './asked-thing.ts'
import { nameForms } from './name-forms.ts'
import { leftByUnit } from './told-by-unit.ts'

/**
 * A sentence that tells the figure of something else of the same kind: it holds the last word of the name (床位) but nowhere what the question says of it (养老), or puts
 * other words between (智慧|物流配送示范|城市).
 */
export function isOtherThing({ name, head, modifiers }: AskedThing, quoted: string, local: string, around: string, context: AnswerContext): boolean {
  const { wordings } = context
  const told = wordings.ofText(local)
  if (nameForms(context, name).some((form) => told.includes(wordings.ofText(form)))) return false
  if (!told.includes(head)) return false
  if (told.includes(wordings.ofText(modifiers))) {
    const between = new RegExp(`${modifiers}([\\p{Script=Han}、]{4,10})${head}`, 'u').exec(quoted)?.[1]
    return between !== undefined && !/[和及与、的在为]|以[上下内]/.test(between)
  }
  if (nameForms(context, modifiers).some((form) => told.includes(wordings.ofText(form)))) return false
  // One pair in common (智能) makes of a long name no other one.
  const enough = modifiers.length >= LONG_NAME && isPlainlyAsked(name, context.intent.asked) ? IN_COMMON : Number.MIN_VALUE
  const pairs = pairsOf(modifiers)
  if (pairs.filter((pair) => around.includes(pair)).length >= enough * pairs.length) return false
  // 粮时总产量 for 粮食总产量: a slip of the pen is no other thing.
  const at = told.indexOf(head)
  const before = told.slice(Math.max(0, at - modifiers.length), at)
  const inCommon = [...modifiers].filter((character) => before.includes(character)).length
  return inCommon < Math.max(enough * modifiers.length, 1) && !isShortFor(modifiers, told.slice(Math.max(0, at - LONGEST_IN_FULL), at))
}

const LONGEST_IN_FULL = 10
/** What a name of so many characters must share with what is told. */
const LONG_NAME = 5
const IN_COMMON = 0.34

/** 中职 for 中等职业学校: its characters in their order. */
export function isShortFor(short: string, full: string): boolean {
  let at = -1
  return [...short].every((character) => {
    at = full.indexOf(character, at + 1)
    return at >= 0
  })
}

/** What is counted in a unit (多少亿元|消费券) and the library speaks of elsewhere, this sentence does not name. */
export function isUnsaid({ counted, scale, dimensions }: AskedFigure, told: string, context: AnswerContext): boolean {
  const { wordings, knowledge } = context
  if (scale === null || dimensions?.has('count') || counted.length < 2 || counted.length > 4 || counted.includes('的')) return false
  // 销售额 is told by 销售超800亿元.
  const bare = counted.replace(/(?<=..)[额量数]$/, '')
  return (
    ![...nameForms(context, counted), bare].some((form) => told.includes(wordings.ofText(form))) &&
    (knowledge.mentions(counted) || dimensions?.has('length') === true)
  )
}

/** Words of speech that no name of a statistic or a kind of things holds. */
const SPOKEN =
  /(?<!通)过|[的了着给把让没想么那这再还都就又去来里每各从到在跟搞咱啥它他她]|前一|后一|上一|这些|那些|[房孩]子|地方|东西|人家|(?<![氢功智性储节核热电动产职效技])能(?![源力耗效])|[得叫]|要(?!素)|算(?!力)/
/** Last words that tell no thing from another. */
const PLAIN_HEAD = /补[助贴]|奖[励金]|资[助金]|津贴|标准|数量?|总量|规模|水平|比[例重率]|幅度?|目标|情况|名单|经费|费用?|钱$/
const SHORTEST_NAME = 4
const LONGEST_NAME = 14
/** A sentence with fewer of the pairs of a name does not speak of it. */
const SPEAKS_OF = 0.4

/** Whether a name is put as papers put names: a few Han characters, no words of speech. */
export function isNameOfPapers(name: string): boolean {
  return name.length >= SHORTEST_NAME && name.length <= LONGEST_NAME && !SPOKEN.test(name.replace('里程', '')) && /^\p{Script=Han}+$/u.test(name)
}

/** What a sentence tells, as it is compared but for the quotation. */
export interface ToldText {
  /** The clauses that would be quoted. */
  readonly quoted: string
  /** Those with the names of their figures and the headings. */
  readonly near: string
  /** The whole sentence with its headings and lead-in. */
  readonly around: string
}

/**
 * A sentence that does not speak of what is asked for at all, though the library calls other things so: neither the name (外贸顺差, 地铁线路) nor its last word (线路), nor most of the
 * name in parts. Names in the words of speech may be told in other words, and speak for nothing.
 */
export function isUnnamed(name: string, { quoted, near, around }: ToldText, context: AnswerContext): boolean {
  const { wordings, segmenter, knowledge, intent } = context
  if (!isNameOfPapers(name)) return false
  const head = segmenter.cut(name).at(-1) ?? ''
  const modifiers = name.slice(0, name.length - head.length)
  if (leftByUnit(name, quoted) !== null) return modifiers.length >= SHORTEST_NAME && heldPairs(modifiers, around) === 0
  if (head.length < 2 || PLAIN_HEAD.test(head)) return false
  const isPlain = isPlainlyAsked(name, intent.asked)
  const told = isPlain ? near : around
  if (nameForms(context, head).some((form) => told.includes(wordings.ofText(form)))) return false
  if (nameForms(context, name).some((form) => heldPairs(wordings.ofText(form), told) >= SPEAKS_OF)) return false
  return isPlain || knowledge.mentions(head)
}

/** A statistic asked for as it would be told: 网点数是多少, 网点有多少个, or by its name alone. Speech puts a deed between the thing and the figure. */
export function isPlainlyAsked(name: string, asked: string): boolean {
  const at = asked.indexOf(name)
  const after = asked.slice(at + name.length)
  if (at >= 0 && /^[？?]?$/.test(after)) return !/多少|几/.test(asked)
  return /^(?:分别|一共|总共|共)?(?:是|有|为|达到?|同?比?(?:增长|下降|上涨))了?(?:多少|百分之几|几)/.test(after)
}

const PART =
  /^(“[^”]{1,12}”|民间|民营企业|国有企业|外商|工业|制造业|高技术(?:产业|制造业)?|装备制造业|房地产(?:开发)?|基础设施|服务业|农产品|机电产品|跨境电商|一般贸易|对[\p{Script=Han}、]{2,12}?(?=进|出口))(?=.{2})/u

/** A figure of a part of what was asked: “新三样”|出口 for 出口. */
export function isOfPart({ indicatorText }: IndicatorFact, asked: string): boolean {
  const part = PART.exec(indicatorText)?.[1]
  return part !== undefined && !asked.includes(part.replace(/[“”]/g, ''))
}

/** What is asked of any measure: its aim, its growth, its sum. */
const ASPECT = /^(?:的?预期)?(?:总[量额数值]|规模|增速|增幅|增长率?|涨幅|降幅|数量?|余额|占比|比重|目标|完成额|发展|情况)/
const MEASURE_BEHIND = /^.{0,8}(?:率|比|强度|密度|能耗|收入|支出|利润)$/

/** A figure of a measure whose name begins with all that was asked for and goes on: 常住人口|城镇化率 for 常住人口. */
export function isOfLonger({ indicatorText }: IndicatorFact, name: string): boolean {
  const at = name === '' ? -1 : indicatorText.lastIndexOf(name)
  const behind = at < 0 ? '' : indicatorText.slice(at + name.length)
  return behind.length >= 2 && !ASPECT.test(behind) && MEASURE_BEHIND.test(behind)
}

const OWN_WORDS = /^(?:一次性|分别|最高|给予|[新净]增|新建|改造|建成|完成|发放|兑现|投入|安排|争取|实现|举办|培育|引进|总|累计|年|全|各类|各项)*/

/** A figure whose own name ends alike with nothing of what the question says of it: 汽车消费|补贴 for 家装|补贴. */
export function isOfOther({ indicatorText }: IndicatorFact, { head, modifiers }: AskedThing): boolean {
  const at = indicatorText.lastIndexOf(head)
  if (at < 0) return false
  const own = indicatorText.slice(0, at).replace(OWN_WORDS, '')
  return own.length >= 2 && ![...modifiers].some((character) => indicatorText.includes(character))
}

function pairsOf(text: string): string[] {
  return [...text].slice(1).map((character, i) => `${[...text][i] ?? ''}${character}`)
}
