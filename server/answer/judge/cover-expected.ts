import { foldText } from '../../../ingest/facts/fold-text.ts'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import type { ContentWord } from '../find/content-words.ts'
import { countsPeople } from '../sentences/told-in-words.ts'
import { readDatedEvent } from './dated-event.ts'
import type { Cover } from './objection.ts'

/** Units that may stand for the one asked; amounts of these kinds cannot be told in other units. */
const UNIT_CLASSES: readonly (readonly string[])[] = [
  ['人', '名', '位', '人次', '团队'],
  ['户', '家'],
  ['套'],
  ['公里', '千米', '米', '里'],
  ['亩', '公顷'],
  ['元', '美元'],
  ['吨', '斤'],
  ['斤', '吨'],
  ['千瓦时', '千瓦', '兆瓦', '吉瓦'],
  ['平方米', '平方公里', '公顷', '亩'],
  ['台', '部', '辆', '个', '套'],
  ['天', '日', '个工作日'],
  ['届'],
]

/** A row of a table that was flattened: which year or kind each figure is of stood in its head. */
const TABLE_ROW =
  /(?:^|[^\d.])(?:\d[\d.]*(?:左右|以上|以内|[%％])?(?:[　｜|\t]| {2,})\s?){2,}\d|[）)]\s?\d[\d.]*[　｜|\t ]\s?\d|\d(?:左右|以上|以内|以下|[%％])\s?\d[\d.]*(?:左右|以上)?(?:[　｜|\t]| {2,})\s?\d/
/** A mean over years is told by one, not by the years one by one. */
const MEAN_GROWTH = /年均(?:复合)?(?:增|下降|降低|提高|递增|减少)/
/** 五年前是多少 is told by what it has grown from since, or beside its year. */
const AGO = /(?<![提前早])(?:[两三四五六七八九十]|\d)年(?:以)?前(?![后期])/
const FROM_THEN = /[由从比较][^，。；]*\d|年前|(?:19|20)\d\d\s?年/
const MEAN_TOLD = /年均|平均每年|每年平均|平均增/
/** How long something takes. */
const DURATION = /[\d一二两三四五六七八九十半]个?(?:小时|分钟|秒|工作日|天|日|周|月|年)/
/** 多久一次 is told by 每年一次. */
const HOW_OFTEN =
  /每(?:半?年|季度?|个?月|周|日|天|隔?[\d一二两三四五六]+个?(?:年|月|周|日|天))(?!度?(?:给予|补贴|补助|奖励|安排|投入))|按[年季月周日]/
const TIME = /\d{4}年|\d{1,2}月|年底|年内|季度|[上下]半年|\d日|同步|提前/
/** When rules say that something is to be done: 每年一次, 应在竣工后进行, 具体时间以通知为准. */
const RULED_TIME =
  /每[年月周日季]度?[^，,。；;]{0,8}[一两三四\d]次|(?:具体)?时间以|[应须](?:当)?(?:在|于)[^，,。；;]{2,30}[前后](?:$|[，,。；;]|\p{Script=Han}{1,6}(?:$|[，,。；;]))/u
/** Days are not told by years. */
const HOW_MANY: readonly { readonly asked: RegExp; readonly told: RegExp }[] = [
  { asked: /(?:几|多少)个?(?:天|日(?!子)|工作日)/, told: /[\d一二两三四五六七八九十]+个?(?:工作日|天|日|小时|周)/ },
  { asked: /(?:几|多少)个月/, told: /[\d一二两三四五六七八九十半]+个?(?:月|年|季度|工作日|天|日)/ },
  { asked: /(?<![哪这近那前头好过十])(?:几|多少)年(?![级来代])/, told: /[\d一二两三四五六七八九十半]+个?(?:周年|年|月)/ },
]
/** A length of time asked for, and the dates that are none. */
const HOW_LONG = /(?<![哪这近那前头好过十])(?:几|多少)(?:个?(?:小时|工作日)|分钟|秒|天|周|个月|年(?![级来代]))/
const DATES = /(?:19|20)\d\d年|\d{1,2}月\d{1,2}日|(?<!个)\d{1,2}月(?!内)/g

/** Objects to sentences that hold nothing of the sort that the question asks for: a figure in a unit, a time, a length of time, a mean over years, one cell of a table. */
export function createExpectedCover(context: AnswerContext, words: readonly ContentWord[]): Cover {
  const { intent } = context
  const event = readDatedEvent(context, words)
  return (candidate) => {
    const { text } = candidate.evidence.row.sentence
    if (lacksMean(intent.asked, text)) return { missing: '年均增长数' }
    if (AGO.test(intent.asked) && !FROM_THEN.test(text)) return { missing: '几年前的数' }
    if (event?.isOfAnother(candidate)) return { missing: '时间' }
    if (!hasExpected(candidate, context) && !event?.isToldBy(candidate)) return { missing: expectedName(context) }
    if (intent.expected.kind !== 'entity' && TABLE_ROW.test(text)) return { missing: '表格中所问一格的数（请看原文的表）' }
    return null
  }
}

/** Whether a mean over years is asked for and a sentence tells none. */
export function lacksMean(asked: string, sentence: string): boolean {
  return MEAN_GROWTH.test(asked) && !MEAN_TOLD.test(sentence)
}

/** A question for an amount in a unit needs an amount in such a unit; one for a time needs a time. */
function hasExpected(candidate: Candidate, { intent }: AnswerContext): boolean {
  const sentence = candidate.evidence.row.sentence.text.replace(/\s+/g, '')
  if (HOW_LONG.test(intent.asked) && !DURATION.test(foldText(sentence).replace(DATES, ''))) return false
  const counted = HOW_LONG.test(intent.asked) ? HOW_MANY.find(({ asked }) => asked.test(intent.asked)) : undefined
  if (counted && !counted.told.test(foldText(sentence).replace(DATES, ''))) return false
  if (/多久[^，。？]{0,6}[一1]次/.test(intent.asked) && !HOW_OFTEN.test(sentence)) return false
  if (intent.expected.kind === 'time' && /多久|多长时间/.test(intent.asked) && (DURATION.test(sentence) || HOW_OFTEN.test(sentence))) return true
  if (intent.expected.kind === 'time') return TIME.test(sentence) || RULED_TIME.test(sentence)
  if (intent.expected.kind !== 'figure') return true
  if (!candidate.hasFigure && !/[\d０-９一二两三四五六七八九十百千万亿半]/.test(sentence)) return false
  const asked = intent.expected.unit.replace(/^[万亿]/, '')
  const accepted = UNIT_CLASSES.find((units) => units[0] === asked)
  return (
    !accepted ||
    (asked === '人' && countsPeople(sentence)) ||
    new RegExp(`[\\d０-９一二两三四五六七八九十百千万亿]\\s*[余多]?(?:${accepted.join('|')})`).test(sentence)
  )
}

function expectedName({ intent }: AnswerContext): string {
  if (HOW_LONG.test(intent.asked)) return '时长'
  if (intent.expected.kind === 'time') return '时间'
  return intent.expected.kind === 'figure' && intent.expected.unit !== '' ? `以“${intent.expected.unit}”计的数字` : '数字'
}
