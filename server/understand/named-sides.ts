/** What the parting of a question into sides asks of the library. */
export interface SideKnowledge {
  /** Whether any sentence holds the text. */
  readonly mentions: (text: string) => boolean
  /** Whether a text is a place, a year or an indicator: those are set side by side in other ways. */
  readonly isPlain: (text: string) => boolean
}

/** One of the things that a question sets side by side, with the question about it alone. */
export interface NamedSide {
  readonly name: string
  readonly question: string
}

/** A name that ends so is a paper's, told by its place and its sort. */
export const SORT_OF_PAPER = /(?:政策|报告|方案|办法|规划|计划|通知|意见|文件|措施|规定|条例)$/

/** What says that each of several things is asked for, and how such a question ends. */
const MARKER =
  /(?:各自|分别|各(?=[是有为要占达给办能可需多得投建完新增开管负承干做补奖交领]))(?:都|又)?|(?:谁|哪(?:[个家边项座处]|一[个家]))(?=[^，,。？?]{0,8}[大高多快少低长强早])|(?:相差|差)(?:多少|几)/
const JOINT = /以及|[、和与跟及]/
const BREAK = /[，,。？?：:；;\s]/
const MOST_SIDES = 5
/** A name goes on from no such character and ends with none. */
const NO_NAME = /^[的是在了对于与和年月日]|[的是在了对于与和各]$/
/** What is asked of all of them, behind the last name: 集装箱吞吐量, 的库容. */
const MEASURE_TAIL =
  /^(?:的)?[\p{Script=Han}A-Za-z]{0,10}(?:量|额|率|值|数|积|比重|增速|库容|收入|支出|投资|规模|里程|目标|标准|面积|长度|能力|资金|补贴|奖励|人口|价格|工资|利润|成本)$/u
/** 哪个库容大 is, of one thing, its 库容. */
const COMPARED = /^(?:谁|哪(?:[个家边项座处]|一[个家]))的?([^，,。？?]{0,8}?)(?:更|最)?[大高多快少低长强早](?:一?[些点])?/
const LONG_END = 4
const LEADING_YEAR = /^(?:(?:19|20)\d{2}年|[今去前明]年)/
const TIME_ALONE = /^[到至]?(?:(?:19|20)\d{2}|[今去前明])年(?:底|末|初|前|[上下]半年)?$/
/** A name begins neither with a year nor within one. */
const YEAR_CUT = /^(?:\d{1,4}年|[今去前明]年)/
const PIECES = /^(?:那么?)?([^，,。？?]{1,12}?)呢[？?]?$/

/**
 * The things that a question sets side by side by names that are neither places nor years nor indicators (甲港和乙港的吞吐量各是多少; “甲课堂”和“乙行动”分别办多少场), each with the
 * question about it alone; empty where it names fewer than two. Where the names end is told by what the library mentions, or by the same end of both (甲市的办法和乙市的办法).
 */
export function findNamedSides(question: string, knows: SideKnowledge): NamedSide[] {
  const marker = MARKER.exec(question)
  if (!marker) return []
  const before = question.slice(0, marker.index).replace(/[，,]?(?:相比|比)?[，,]?$/, '')
  const from = before.length - (before.split(BREAK).at(-1)?.length ?? 0)
  const pieces = before.slice(from).split(JOINT)
  if (pieces.length < 2 || pieces.length > MOST_SIDES || pieces.includes('')) return []
  const parted = partQualities(pieces, knows) ?? partAlike(pieces) ?? partMeasures(pieces) ?? partByMentions(pieces, knows)
  if (
    !parted ||
    parted.names.some((name) => TIME_ALONE.test(name)) ||
    parted.names.every((name) => knows.isPlain(name)) ||
    parted.names.some((name) => knows.isPlain(parted.alike ? scopeless(name) : name))
  )
    return []
  const rest = endOf(question.slice(marker.index), marker[0])
  return parted.names.map((name) => ({ name: bare(name), question: `${before.slice(0, from)}${parted.head}${name}${parted.tail}${rest}` }))
}

/** 2031年的目标, 全市当年的目标: nothing is named but when and where. */
function scopeless(name: string): string {
  return name.replace(/(?:19|20)\d{2}年|[今去前明当同]年|[全本我][国省市区县州旗盟]/g, '').replace(/^的+/, '')
}

/** 甲和乙呢: each for itself, for the follow-up to be read as 甲呢. */
export function followUpPieces(question: string): readonly string[] {
  const pieces = PIECES.exec(question)?.[1]?.split(JOINT) ?? []
  return pieces.length > 1 && !pieces.includes('') ? pieces : []
}

interface Parted {
  readonly names: readonly string[]
  readonly head: string
  readonly tail: string
  readonly alike: boolean
}

const QUALITY = /^(?:有|是|属于)?([^的]{2,8})的$/

/** Sorts of the one thing that stands in front: 监控录像，正常的和有异常的分别怎么报. */
function partQualities(pieces: readonly string[], { mentions }: SideKnowledge): Parted | null {
  const names = pieces.map((piece) => QUALITY.exec(piece)?.[1] ?? '')
  return names.every((name) => name !== '' && mentions(name)) ? { names, head: '', tail: '的', alike: true } : null
}

/** Names that end in the same word are whole as they stand; the year of the first holds for all. */
function partAlike(pieces: readonly string[]): Parted | null {
  const [first = '', ...others] = pieces
  const end = first.slice(-2)
  if (first.length < 4 || !others.every((other) => other.length >= 4 && other.endsWith(end))) return null
  // Measures of one thing (数字化率、数控化率) stand in one clause; the same measure of several things does not.
  if (MEASURE_TAIL.test(end) && !others.every((other) => other.endsWith(first.slice(-LONG_END)))) return null
  const year = LEADING_YEAR.exec(first)?.[0] ?? ''
  // 平台的|管理活动和使用活动: whose they are is said once.
  const whose = others.some((other) => other.includes('的')) ? '' : (/^.*的(?=[^的]{3,}$)/.exec(first)?.[0] ?? '')
  const head = others.some((other) => /\d{4}年|[今去前明]年/.test(other)) ? '' : whose || year
  return { names: [first.slice(head.length), ...others], head, tail: '', alike: true }
}

/** The longest end of the first piece and the beginning of the last that the library mentions. */
function partByMentions(pieces: readonly string[], { mentions }: SideKnowledge): Parted | null {
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)]
  const isName = (text: string): boolean => bare(text).length >= 2 && !NO_NAME.test(text) && mentions(bare(text))
  const starts = [...first].map((_, i) => i)
  const at = QUOTED_END.exec(first)?.index ?? starts.find((i) => !YEAR_CUT.test(first.slice(i)) && isName(first.slice(i)))
  const middle = pieces.slice(1, -1)
  const end = QUOTED_START.exec(last)?.[0].length ?? endOfName(last, first.slice(at ?? 0), isName)
  if (at === undefined || end === null || !middle.every(isName)) return null
  return { names: [first.slice(at), ...middle, last.slice(0, end)], head: first.slice(0, at), tail: last.slice(end), alike: false }
}

/** Measures of two things, by names that need not stand so in any paper (服务业增加值比重和制造业增速2031年): the year behind the last one is asked of all. */
function partMeasures(pieces: readonly string[]): Parted | null {
  const last = pieces.at(-1) ?? ''
  const tail = /(?:(?:19|20)\d{2}|[今去前明])年$/.exec(last)?.[0] ?? ''
  const names = [...pieces.slice(0, -1), last.slice(0, last.length - tail.length)]
  // 2031年试点企业的|运营成本: what stands before the first name belongs to all.
  const head = /^.*的(?=[^的]{4,}$)/.exec(names[0] ?? '')?.[0] ?? LEADING_YEAR.exec(names[0] ?? '')?.[0] ?? ''
  const bareNames = names.map((name, i) => (i === 0 ? name.slice(head.length) : name))
  if (!bareNames.every((name) => isMeasure(name) && !OF_TENSE.test(name))) return null
  return { names: bareNames, head, tail, alike: false }
}

const MIN_MEASURE = 4
/** A target beside a result, a year beside another: other sides than things. */
const OF_TENSE = /目标|计划|实际|完成|预期|\d{4}年|[今去前明当同]年/
const QUOTED_END = /[“"「][^”"」]+[”"」]$/
const QUOTED_START = /^[“"「][^”"」]+[”"」]/

/** Where the last name ends: before a year or 的, with the character that the first one ends with, or before what is measured. */
function endOfName(text: string, first: string, isName: (text: string) => boolean): number | null {
  const border = [text.search(/(?:19|20)\d{2}年|[今去前明]年/), text.indexOf('的')].filter((i) => i > 0)
  if (border.length > 0) return isName(text.slice(0, Math.min(...border))) ? Math.min(...border) : null
  const ends = (end: number): boolean => isName(text.slice(0, end)) && MEASURE_TAIL.test(text.slice(end))
  const like = text.indexOf(first.at(-1) ?? '', 1) + 1
  if (like > 1 && ends(like)) return like
  if (isName(text) && !MEASURE_TAIL.test(text)) return text.length
  for (let end = text.length - 1; end >= 2; end -= 1) if (ends(end)) return end
  return null
}

/** What is asked of one thing alone: without 分别, and how large it is where it was asked which one is larger. */
function endOf(text: string, marker: string): string {
  const compared = COMPARED.exec(text)
  if (compared) return `${compared[1] ?? ''}是多少？`
  return /差/.test(marker) ? '是多少？' : text.slice(marker.length)
}

function bare(name: string): string {
  return name.replace(/[“”"「」]/g, '')
}

/** Whether a name is a measure's: a question for it alone is answered by its figure or not at all. */
export function isMeasure(name: string): boolean {
  return name.length >= MIN_MEASURE && MEASURE_TAIL.test(name.slice(-MIN_MEASURE))
}
