import { HAN_COUNTS } from '../../understand/han-counts.ts'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { type ContentWord, contentWords, holdsWord, sumShare } from '../find/content-words.ts'
import { beginsPoint, type CountedSeries, seriesAround } from '../sentences/counted-series.ts'
import type { DraftStatement } from '../sentences/draft.ts'
import { rowAt } from '../sentences/with-subject.ts'
import { withinChars } from '../sentences/within-chars.ts'

/** Asks for what a paper counts: 哪几件, 有哪些原因, 要符合什么条件. */
const ASKS_FOR_POINTS =
  /哪[几些两二三四五六七八九十\d]|几(?:个|大)?方面|分几步|(?:什么|啥)(?:样的)?(?:原因|条件|材料|措施|要求|职责)|(?:原因|条件|材料|职责)(?:都|主要|分别)?(?:是|有)(?:什么|啥)|为什么|为何|为啥|[两二三四五六七八九十](?:个|件|项|条|点|步)[^，。？]*(?:是什么|有什么|分别)/
/** What such a series counts; the words of a row stand for each other. */
const THINGS = ['原因|因素', '条件|要求|标准', '材料|资料', '原则', '职责|责任', '程序|步骤|流程', '情形', '特点|特征', '经验|体会']
/** Each with how a question asks for it: 有哪些原因, 条件是什么. */
const COUNTED_THINGS = THINGS.map((names) => ({
  asked: new RegExp(`(?:哪|什么|啥)[^，。？]{0,8}(?:${names})|(?:${names})(?:都|主要|分别|各)?(?:是|有|包括)(?:哪|什么|啥)`),
  told: new RegExp(names),
}))
/** Words that bind such things to the question. */
const BINDING =
  /^(?:满足|符合|具备|应当|应该|必须|提交|提供|递交|坚持|遵循|把握|注意|分析|认为|要求|标准|因素|资料|上一年|上年|抓好|做好|办好|[一二两三四五六七八九十\d]+(?:件|个|项|条|点|步|方面|件事)?)$/
/** A lead that says that all of it follows. */
const OPENS_ALL = /(?:下列|以下|如下|包括)[^。]*[：:]$/
const MAX_LACK_OPENING = 0.2
/** What the reading of questions does not count: 五件事, 三步. */
const COUNTED_PIECES = /([两二三四五六七八九十])(?:件|点|步)/
const ASKS_HOW_MANY = /哪几(?:个|大)?(?:方面|点|步|项|件|条|大|类)|几(?:个|大)?方面|分几步/
const WHY = /为什么|为何|为啥/
/** Candidates that are looked at. */
const LOOKED_AT = 16
/** What stands above the points may lack this share of the question, with the points this much. */
const MAX_LACK_ABOVE = 0.62
const MAX_LACK = 0.4
/** Sentences above a lead that only says how many points follow. */
const ABOVE = 4
const MAX_LACK_LEAD = 0.34
const MIN_WORDS = 2
const MAX_LACK_CLEAR = 0.45
const THING_SCORE = 0.4
/** A series is told whole up to this length; of a longer one the points alone. */
const MAX_WHOLE_CHARS = 420
const MAX_CHARS = 740
/** A sentence that says of itself that something is counted below it. */
const ANNOUNCES = /[：:]$|[一二三四五六七八九十\d](?:个|件|项|条|大|方面|点)|以下|如下|下列|主要(?:是|有)|原因|问题|工作/
const MAX_LEAD_CHARS = 160
const SAYS_HOW_MANY = /[一二三四五六七八九十\d](?:个|件|项|条|大|方面|点)|以下|如下/
const MAX_BARE_CHARS = 30

/** A series that a question asks for, and how much of the question its lead does not name, 0 to 1. */
export interface FoundSeries {
  readonly series: CountedSeries
  readonly lack: number
  /** Whether it counts as many things as the question, or things of the kind that the question names, and its lead names most of the question. */
  readonly isClear: boolean
}

/** The counted points near the candidates whose lead names most of what the question asks for; null where the question asks for none or none fits. */
export function findSeries(context: AnswerContext, candidates: readonly Candidate[]): FoundSeries | null {
  const { asked } = context.intent
  const count = context.intent.count ?? HAN_COUNTS[COUNTED_PIECES.exec(asked)?.[1] ?? ''] ?? null
  if (!ASKS_FOR_POINTS.test(asked)) return null
  const thing = WHY.test(asked) ? COUNTED_THINGS[0] : COUNTED_THINGS.find((one) => one.asked.test(asked))
  const words = wordsOfSubject(context, thing !== undefined)
  if (sumShare(words) === 0) return null
  const read = new Set<number>()
  let best: (FoundSeries & { readonly score: number }) | null = null
  for (const { evidence } of candidates.slice(0, LOOKED_AT)) {
    for (const series of seriesAround(evidence.row)) {
      const first = series.points[0]?.[0]
      if (
        first === undefined ||
        read.has(first.row) ||
        (count !== null && count !== series.count) ||
        (isOutline(series) && !announces(series, thing?.told))
      )
        continue
      read.add(first.row)
      const lead = leadText(context, series)
      const above = aboveText(context, series) + lead
      const lack = lackOf(context, words, above)
      const whole = lackOf(context, words, above + headsText(context, series))
      if (lack > MAX_LACK_ABOVE || whole > MAX_LACK) continue
      const isOfThing = thing?.told.test(lead) === true
      const own = lackOf(context, words, lead)
      // Of series under one heading, the one whose own lead names the subject.
      const bare = series.lead === null ? own : lackOf(context, words, context.wordings.ofText(series.lead.sentence.text))
      const score = 2 - lack - whole / 4 - bare / 4 + (isOfThing ? THING_SCORE : 0)
      const isClear =
        count !== null ||
        ((isOfThing || ASKS_HOW_MANY.test(asked)) && lack <= MAX_LACK_CLEAR) ||
        (own <= MAX_LACK_OPENING && OPENS_ALL.test(series.lead?.sentence.text ?? ''))
      if (!isClear && (own > MAX_LACK_LEAD || words.length < MIN_WORDS)) continue
      if (best === null || score > best.score) best = { series, lack: own, isClear, score }
    }
  }
  return best
}

/** Headings of a paper's parts are told as such, not as points. */
function isOutline({ lead, points }: CountedSeries): boolean {
  const first = points[0]?.[0]?.sentence
  return first?.role === 'heading' && !beginsPoint(first.text) && !OPENS_ALL.test(lead?.sentence.text ?? '')
}

/** 应具备以下条件。 before headings that are the conditions. */
function announces({ lead }: CountedSeries, thing: RegExp | undefined): boolean {
  const text = lead?.sentence.text ?? ''
  return thing?.test(text) === true && /(?:下列|以下|如下)[^。]{2,8}。$/.test(text)
}

/** What the question is about. Where it names what is counted (原因, 条件), words that no paper uses are its own way of saying it (涨得太快). */
function wordsOfSubject(context: AnswerContext, namesThing: boolean): ContentWord[] {
  const words = contentWords(context).filter(({ text }) => !BINDING.test(text))
  const held = words.filter((word) => word.held)
  return namesThing && held.length >= MIN_WORDS ? held : words
}

/** The lead where it announces the points, and the points: with all that is told of each where that is short. */
export function tellSeries({ lead, points }: CountedSeries, maxChars = MAX_CHARS): DraftStatement[] {
  const heads = points.flatMap((point) => point[0] ?? [])
  const all = points.flat()
  const length = all.reduce((sum, { sentence }) => sum + sentence.text.length, 0)
  const told = length <= Math.min(MAX_WHOLE_CHARS, maxChars) ? all : heads
  const opens = lead !== null && lead !== heads[0] && lead.sentence.text.length <= MAX_LEAD_CHARS && ANNOUNCES.test(lead.sentence.text)
  return withinChars(
    [...(opens ? [lead] : []), ...told].map((row) => ({ text: row.sentence.text, rows: [row] })),
    maxChars,
  )
}

/** The lead with the headings above it. */
function leadText({ wordings }: AnswerContext, { lead, points }: CountedSeries): string {
  const row = lead ?? points[0]?.[0]
  return row === undefined ? '' : wordings.ofRow(row)
}

/** The title and the sentence before the lead; a lead that only says how many points follow (重点抓好以下五项工作) leaves it to several what they are about. */
function aboveText({ wordings }: AnswerContext, { lead, points }: CountedSeries): string {
  const row = lead ?? points[0]?.[0]
  if (row === undefined) return ''
  const reach = SAYS_HOW_MANY.test(row.sentence.text) && row.sentence.text.length <= MAX_BARE_CHARS ? ABOVE : 1
  const { title } = row.document.document.metadata
  const above = Array.from({ length: reach }, (_, i) => rowAt(row, row.sentence.index - 1 - i)).flatMap((one) => one ?? [])
  return [title, ...above.map((one) => one.sentence.text)].map((text) => wordings.ofText(text)).join(' ')
}

function headsText({ wordings }: AnswerContext, { points }: CountedSeries): string {
  return points.map((point) => point.map(({ sentence }) => wordings.ofText(sentence.text)).join(' ')).join(' ')
}

function lackOf({ wordings }: AnswerContext, words: readonly ContentWord[], text: string): number {
  return sumShare(words.filter((word) => !holdsWord(wordings, text, word))) / sumShare(words)
}
