import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { comparableText } from '../../../ingest/structure/shingles.ts'
import { MAX_DEFINITION_CHARS } from '../find/find-entry.ts'
import { rowAt } from '../sentences/with-subject.ts'
import { createTermFinder } from './collective-term.ts'

/** What stands before a term that is defined: 第三条 本办法所称, 所谓. */
const BEFORE =
  /^(?:第[〇零一二三四五六七八九十百\d]+条\s*|[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*)?(?:(?:本|该)(?:规范|办法|规定|条例|方案|意见|指南|通知|法|细则|标准|规划|计划|措施|政策|文件|行动方案)?(?:所称|中的|所指)?的?|所称的?|所谓的?|这里所说的|其中[，,]?)?$/
/** What stands behind a term that is defined, a bracket with its short name apart. */
const IS =
  /^(?:[（(][^（）()]{0,40}[）)])?(?:[，,])?(?:主要是指|主要指|是指|指的是|系指|指|即|也就是|是(?:一种|一个|一项|一类|以|由|运用|利用|依托|通过|为了|在|面向|基于|针对|具有|集)|系(?=.{6}))(?!南|导|标|挥|数|引|定|出|将|使|可|日|便)/
/** What goes on about the thing defined in the sentences after. */
const GOES_ON = /^(?:其(?!中)|它|该|这(?:里|种|一|是)|包括|主要包括|具体(?:包括|是|为)|也就是|既|同时(?:具有|包括)|目的(?:是|在于)|旨在|其中)/
const MAX_MORE = 2
const MAX_WITH_MORE = 420
/** A bracket that explains: not a number, a date, a short name or who is responsible. */
const BRACKET = /^[（(](?!以下|下称|简称|含|第|附|见|牵头|责任|\d|[〇零一二三四五六七八九十]+[）)]|如|不含|试行|暂行|草案)([^（）()]{6,200})[）)]/
/** A term in quotation marks that its parts follow: 概括为“一二三”：紧扣一个主题，……. */
const UNFOLDED = /^(?:[^，。；：“”]{0,10})?(?:[：:]|——)[^。]{10,}/
/** A long name whose short name is the term. */
const SHORT_FOR = /(?:以下|下文)?(?:简称|统称|合称|称为|称之为)(?:为)?$/

/** The sentence that defines a term in so many words (X是指…, X是一种…, 所称X，是指…), with those that go on about it. */
export function findDefining(rows: readonly SentenceRow[], term: string): SentenceRow[] {
  const places = createTermFinder(term)
  const placed = rows
    .filter(({ sentence }) => sentence.text.length <= MAX_DEFINITION_CHARS)
    .map((row) => ({ row, strength: strengthOf(row.sentence.text, places) }))
    .filter(({ strength }) => strength > 0)
  const found = placed.find(({ strength }) => strength === 2) ?? placed[0]
  return found ? withMore(found.row) : []
}

/** What a thing is said to be worth is not what it is: …的必然要求. */
const WORTH =
  /(?:要求|举措|任务|途径|抓手|关键|基础|保障|前提|方向|动力|内容|体现|标志|工作|责任|使命|选择|支撑|引擎|环节|力量|手段|目标|目的|一年|之年|时期|阶段|问题|需要)$/
/** 形态, 系统: the kind of thing that a definition ends with, behind what sets it apart. */
const KIND_OF_THING = /^是(?!否).{12,}的([\p{Script=Han}、和与]{2,16})。?$/u

/** A sentence that begins with the term and says what kind of thing it is: X是……的运行形态. */
export function findKindOf(rows: readonly SentenceRow[], term: string): SentenceRow[] {
  const places = createTermFinder(term)
  const found = rows.find(({ sentence: { text } }) => {
    const [first] = places(text)
    if (first === undefined || text.length > MAX_DEFINITION_CHARS || !BEFORE.test(text.slice(0, first.start))) return false
    const kind = KIND_OF_THING.exec(text.slice(first.end))?.[1]
    return kind !== undefined && !WORTH.test(kind)
  })
  return found ? [found] : []
}

/** A sentence that explains a term beside itself: in a bracket or in its parts behind it, or as the short name of what stands before it. */
export function findBracketed(rows: readonly SentenceRow[], term: string): SentenceRow[] {
  const places = createTermFinder(term)
  const found = rows.find(({ sentence: { text } }) =>
    places(text).some(
      ({ start, end }) =>
        BRACKET.test(text.slice(end)) ||
        (/[”"』」]$/.test(text.slice(start, end)) && UNFOLDED.test(text.slice(end))) ||
        SHORT_FOR.test(text.slice(0, start).replace(/[“"]$/, '')),
    ),
  )
  return found ? [found] : []
}

/** 2 where the sentence says what the term means, 1 where it says what the thing is, 0 where it does neither. */
function strengthOf(text: string, places: ReturnType<typeof createTermFinder>): number {
  for (const { start, end } of places(text)) {
    const head = text.slice(Math.max(0, text.slice(0, start).search(/[^。；]*$/)), start)
    const is = IS.exec(text.slice(end))
    if (!is) continue
    const strong = /指|即|也就是|一种/.test(is[0])
    if (BEFORE.test(head)) return strong ? 2 : 1
    if (/(?:是指|指的是|系指)$/.test(is[0]) && /[，,、的]$/.test(head)) return 1
  }
  return 0
}

function withMore(first: SentenceRow): SentenceRow[] {
  const rows = [first]
  let chars = first.sentence.text.length
  while (rows.length <= MAX_MORE) {
    const next = rowAt(first, first.sentence.index + rows.length)
    if (!next || next.sentence.section !== first.sentence.section || next.sentence.role === 'heading' || !GOES_ON.test(next.sentence.text)) break
    chars += next.sentence.text.length
    if (chars > MAX_WITH_MORE) break
    rows.push(next)
  }
  return rows
}

/** A sentence that begins with the term and calls it by other names or says where it comes from. */
export function findNaming(rows: readonly SentenceRow[], term: string): SentenceRow[] {
  const found = rows.find(
    ({ sentence: { text } }) =>
      text.length <= MAX_DEFINITION_CHARS &&
      comparableText(text).toLowerCase().startsWith(term) &&
      /也称|又称|简称|的(?:总称|统称|简称)|即[“"]/.test(text),
  )
  return found ? [found] : []
}
