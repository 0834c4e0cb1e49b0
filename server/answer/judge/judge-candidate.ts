import { foldText } from '../../../ingest/facts/fold-text.ts'
import { isBareMeasure } from '../../understand/bare-measure.ts'
import { isOfOffice } from '../../understand/other-names.ts'
import { insistsOnActual } from '../../understand/question-kind.ts'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { factsOfRow } from '../context/match-fact.ts'
import { type ContentWord, holdsWord, missingWords } from '../find/content-words.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { CONFIRMING_COSINE } from './confirming-cosine.ts'
import { createFigureCover } from './cover-figure.ts'
import { createFiveYearsCover } from './cover-five-years.ts'
import { createMeasureCover } from './cover-measure.ts'
import { createNameCover } from './cover-name.ts'
import { createPartOfYearCover } from './cover-part-of-year.ts'
import { createPeriodCover } from './cover-period.ts'
import { createPlaceCover } from './cover-place.ts'
import { createQualifierCover } from './cover-qualifier.ts'
import { createReceiverCover } from './cover-receiver.ts'
import type { Objection } from './objection.ts'

/** Words of the question that the library knows and the sentence does not hold may carry this much of it, unless meaning speaks for the sentence. */
const MAX_MISSING_HELD = 0.5
/** A question that asks for no figure may be told in other words more freely. */
const MAX_MISSING_HELD_LOOSE = 0.75
/** The official name of an indicator with this much of the question's weight must be there. */
const MAX_MISSING_NAMED = 0.3
/** A question none of whose words the library knows is answered by meaning from this cosine on; one of few words needs more. */
const MIN_COSINE = 0.2
const MIN_COSINE_FEW_WORDS = 0.38
const MIN_COSINE_ONE_WORD = 0.55
const FEW_WORDS = 2
const MOSTLY = 0.6

/** What is measured of a thing: a question that names one of these is answered by a sentence that does. */
export const MEASURES =
  /产值|产量|营收|储量|增加值|失业率|市值|客流量|客运量|货运量|发电量|用电量|用水量|降水量|利润|票房|出生率|死亡率|覆盖率|普及率|利用率|配套率|上线率|额度|均价|票价|有效期|工期|保修期|学分|社会融资规模|补贴|常住人口|出生人口|人口|编制|工资|奖金/g

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
/** A sum by no name of its own. */
const BARE_SUM = /^(?:实际|合同|协议|累计)?(?:金额|总额|规模|总量|数额|总数)$/
/** How long something takes. */
/** A mean over years is told by one, not by the years one by one. */
const MEAN_GROWTH = /年均(?:复合)?(?:增|下降|降低|提高|递增|减少)/
/** 五年前是多少 is told by what it has grown from since, or beside its year. */
const AGO = /(?<![提前早])(?:[两三四五六七八九十]|\d)年(?:以)?前(?![后期])/
const FROM_THEN = /[由从比较][^，。；]*\d|年前|(?:19|20)\d\d\s?年/
const MEAN_TOLD = /年均|平均每年|每年平均|平均增/
const DURATION = /[\d一二两三四五六七八九十半]个?(?:小时|分钟|秒|工作日|天|日|周|月|年)/
/** 多久一次 is told by 每年一次. */
const HOW_OFTEN =
  /每(?:半?年|季度?|个?月|周|日|天|隔?[\d一二两三四五六]+个?(?:年|月|周|日|天))(?!度?(?:给予|补贴|补助|奖励|安排|投入))|按[年季月周日]/
/** Days are not told by years. */
const HOW_MANY: readonly { readonly asked: RegExp; readonly told: RegExp }[] = [
  { asked: /(?:几|多少)个?(?:天|日(?!子)|工作日)/, told: /[\d一二两三四五六七八九十]+个?(?:工作日|天|日|小时|周)/ },
  { asked: /(?:几|多少)个月/, told: /[\d一二两三四五六七八九十半]+个?(?:月|年|季度|工作日|天|日)/ },
  { asked: /(?<![哪这近那前头好过十])(?:几|多少)年(?![级来代])/, told: /[\d一二两三四五六七八九十半]+个?(?:周年|年|月)/ },
]
/** A length of time asked for, and the dates that are none. */
const HOW_LONG = /(?<![哪这近那前头好过十])(?:几|多少)(?:个?(?:小时|工作日)|分钟|秒|天|周|个月|年(?![级来代]))/
const DATES = /(?:19|20)\d\d年|\d{1,2}月\d{1,2}日|(?<!个)\d{1,2}月(?!内)/g
/** What is measured of a thing, by the last character of its name. */
const MEASURED = /[一-龥]{2}(?:量|额|率|值|费|价|积|收入|支出|利润|产能|里程|程度|资本|资产|负债|年龄|学历)$/

/** How much it grew is asked for, not what it came to. */
const GROWTH_ONLY =
  /^(?!.*(?:总额|总量|总值|规模|收入|产值)(?:去年|今年)?(?:是|有|为|达到?)?多少)[^，。]*(?:增长|增速|增幅)(?:了|是|为)?(?:多少|百分之几|几个(?:百分)?点)[？?]?$/
/** An aim without a figure of its own. */
const KEEPS_PACE = /(?:与|和|同)[^，,。；;]{2,14}(?:基本)?(?:同步|持平)|保持(?:基本)?(?:同步|持平|稳定)/

/** Judges candidates of one question. */
export type CandidateJudge = (candidate: Candidate) => Objection | null

export function createCandidateJudge(context: AnswerContext, words: readonly ContentWord[]): CandidateJudge {
  const { intent } = context
  const measures = [...new Set(intent.focus.filter((part) => part.weight === 1).flatMap((part) => part.text.match(MEASURES) ?? []))]
  const measured = measures.map((name) => ({ name, forms: [name, ...context.synonyms(name).flatMap(({ others }) => others)] }))
  const [only] = words
  // 奶产量 is no bare 产量, though a single character is no word of the question.
  const isBare = words.length === 1 && only !== undefined && measures.includes(only.text) && !hasHanBefore(intent.asked, only.text)
  const bare = isBare ? only.text : null
  const renamed = newWords(context, words)
  const unheldMeasure = intent.expected.kind === 'figure' ? words.find((word) => !word.held && MEASURED.test(word.text)) : undefined
  const cover = createFigureCover(context, words)
  const named = createNameCover(context)
  const ofMeasure = createMeasureCover(context)
  const received = createReceiverCover(context, words)
  const ofPeriod = createPeriodCover(context)
  const placed = createPlaceCover(context, words)
  const overFiveYears = createFiveYearsCover(context)
  const qualified = createQualifierCover(context)
  const ofPartOfYear = createPartOfYearCover(intent)
  const isBareName = !/多少|几/.test(intent.asked) && isBareMeasure(intent.focus)
  return (candidate) => {
    const { row } = candidate.evidence
    const otherPart = ofPartOfYear(row, candidate.text)
    if (otherPart) return otherPart
    // 居民收入与经济增长同步 is all that a paper may tell of a measure.
    if (isBareName && KEEPS_PACE.test(candidate.text) && missingWords(context, row, words).length === 0)
      return placed(candidate) ?? qualified(candidate)
    if (insistsOnActual(intent.asked) && tenseOf(row) === 'target') return { missing: '实际完成数（库中查到的是目标）' }
    if (lacksMean(intent.asked, row.sentence.text)) return { missing: '年均增长数' }
    if (AGO.test(intent.asked) && !FROM_THEN.test(row.sentence.text)) return { missing: '几年前的数' }
    if (!hasExpected(candidate, context)) return { missing: expectedName(context) }
    if (intent.expected.kind !== 'entity' && TABLE_ROW.test(row.sentence.text)) return { missing: '表格中所问一格的数（请看原文的表）' }
    const missing = missingWords(context, row, words)
    const told = context.wordings.ofRow(row)
    // 粮食总产 tells 粮食产量 without the word.
    const isTold = ({ name }: { readonly name: string }): boolean =>
      words.some((word) => word.named && word.text.includes(name) && !missing.includes(word))
    const measure = measured.find((one) => !holdsWord(context.wordings, told, one) && !isTold(one))
    if (measure !== undefined) return { missing: measure.name }
    // 销售额 is told by 销售超800亿元.
    const isBarelyTold = unheldMeasure && context.wordings.ofRow(row).includes(unheldMeasure.text.replace(/(?<=..)[额量]$/, ''))
    if (unheldMeasure && !isBarelyTold && candidate.cosine < CONFIRMING_COSINE) return { missing: unheldMeasure.text }
    if (bare !== null && !figureOf(bare, candidate, context)) return { missing: bare }
    if (renamed.length > 0 && candidate.cosine < CONFIRMING_COSINE && renamed.every((word) => missing.includes(word)))
      return { missing: nameWords(renamed) }
    const held = missing.filter((word) => word.held)
    const indicator = held.find((word) => word.named && word.share > MAX_MISSING_NAMED)
    if (indicator) return { missing: indicator.text }
    const tolerated = intent.expected.kind === 'figure' ? MAX_MISSING_HELD : MAX_MISSING_HELD_LOOSE
    if (sumShare(held) > tolerated && candidate.cosine < CONFIRMING_COSINE) return { missing: nameWords(held) }
    const unheld = sumShare(missing.filter((word) => !word.held))
    const isByNameAlone = intent.answerType === 'person' && missing.length === words.length
    const needed = words.length === 1 || isByNameAlone ? MIN_COSINE_ONE_WORD : words.length <= FEW_WORDS ? MIN_COSINE_FEW_WORDS : MIN_COSINE
    if (unheld >= MOSTLY && candidate.cosine < needed) return { missing: nameWords(missing) }
    // Of a sum that is paid, the name is who gets it.
    if (received === null && namesWithoutFigure(candidate, context))
      return { missing: `${context.synonyms(intent.focus[0]?.text ?? '')[0]?.found ?? '所问事项'}的数字` }
    return (
      ofPeriod(candidate) ??
      placed(candidate) ??
      overFiveYears(candidate) ??
      qualified(candidate) ??
      named(candidate) ??
      ofMeasure(candidate) ??
      received?.(candidate) ??
      cover(candidate)
    )
  }
}

/** The words that a follow-up puts in the place of what was asked before (那清河港呢), where it names nothing else. */
function newWords({ intent }: AnswerContext, words: readonly ContentWord[]): readonly ContentWord[] {
  if (!intent.focus.some(({ weight }) => weight < 1) || !/^那?么?[^，,。？?]{2,12}呢[？?]?$/.test(intent.asked)) return []
  return words.filter(({ text, held }) => held && intent.focus.some((part) => part.weight === 1 && part.text.includes(text)))
}

/** Whether the word goes on from a character that may belong to it: 奶产量, but not 的产量. */
function hasHanBefore(text: string, word: string): boolean {
  return /[\p{Script=Han}](?<![的年市县区省州旗国总人])$/u.test(text.slice(0, text.indexOf(word)))
}

/** Whether a mean over years is asked for and a sentence tells none. */
export function lacksMean(asked: string, sentence: string): boolean {
  return MEAN_GROWTH.test(asked) && !MEAN_TOLD.test(sentence)
}

export function sumShare(words: readonly ContentWord[]): number {
  return words.reduce((sum, word) => sum + word.share, 0)
}

function nameWords(words: readonly ContentWord[]): string {
  return words.map((word) => word.text).join('、')
}

/** A question for an amount in a unit needs an amount in such a unit; one for a time needs a time. */
function hasExpected(candidate: Candidate, { intent }: AnswerContext): boolean {
  const sentence = candidate.evidence.row.sentence.text.replace(/\s+/g, '')
  if (HOW_LONG.test(intent.asked) && !DURATION.test(foldText(sentence).replace(DATES, ''))) return false
  const counted = HOW_LONG.test(intent.asked) ? HOW_MANY.find(({ asked }) => asked.test(intent.asked)) : undefined
  if (counted && !counted.told.test(foldText(sentence).replace(DATES, ''))) return false
  if (/多久[^，。？]{0,6}[一1]次/.test(intent.asked) && !HOW_OFTEN.test(sentence)) return false
  if (intent.expected.kind === 'time' && /多久|多长时间/.test(intent.asked) && (DURATION.test(sentence) || HOW_OFTEN.test(sentence))) return true
  if (intent.expected.kind === 'time') return /\d{4}年|\d{1,2}月|年底|年内|季度|[上下]半年|\d日|同步|提前/.test(sentence)
  if (intent.expected.kind !== 'figure') return true
  if (!candidate.hasFigure && !/[\d０-９一二两三四五六七八九十百千万亿半]/.test(sentence)) return false
  const asked = intent.expected.unit.replace(/^[万亿]/, '')
  const accepted = UNIT_CLASSES.find((units) => units[0] === asked)
  return !accepted || new RegExp(`[\\d０-９一二两三四五六七八九十百千万亿]\\s*[余多]?(?:${accepted.join('|')})`).test(sentence)
}

function expectedName({ intent }: AnswerContext): string {
  if (HOW_LONG.test(intent.asked)) return '时长'
  if (intent.expected.kind === 'time') return '时间'
  return intent.expected.kind === 'figure' && intent.expected.unit !== '' ? `以“${intent.expected.unit}”计的数字` : '数字'
}

/** Whether a figure of the sentence is of the bare measure itself (人口), not of some part of it (受益人口). */
function figureOf(measure: string, candidate: Candidate, context: AnswerContext): boolean {
  return factsOfRow(context, candidate.evidence.row).some(({ indicator }) =>
    new RegExp(`^(?:总|全部|常住|户籍)?${measure}(?:总数|总量)?$`).test(indicator),
  )
}

/** A sentence that names the indicator and gives a figure to everything but it (居民收入与经济同步增长), or its growth alone where an amount was asked for. */
function namesWithoutFigure(candidate: Candidate, context: AnswerContext): boolean {
  if (context.intent.expected.kind !== 'figure') return false
  const { row } = candidate.evidence
  const asked = context.intent.focus.filter((part) => part.weight === 1).flatMap((part) => context.synonyms(part.text))
  const names = asked
    .flatMap(({ found, others }) => [found, ...others])
    .filter((name) => name.length >= 5 && /^\p{Script=Han}+$/u.test(name) && !isOfOffice(name))
  if (names.length === 0) return false
  const all = factsOfRow(context, row)
  const ofName = all.filter((fact) => names.includes(fact.indicator))
  // 城乡居民人均可支配收入36120元、17895元，分别增长…: the amounts are told of both at once.
  const isToldOfBoth = all.some(({ indicator, attribute }) => {
    return attribute === 'level' && indicator.startsWith('城乡') && names.some((name) => name.endsWith(indicator.slice(2)))
  })
  if (isToldOfBoth) return false
  if (context.intent.expected.unit !== '' && ofName.length > 0 && ofName.every(({ attribute }) => attribute === 'growth')) return true
  // 零售总额达…，进出口…、增长6%: how much the one grew is not told by the other.
  if (GROWTH_ONLY.test(context.intent.asked) && ofName.length > 0 && ofName.every(({ attribute }) => attribute === 'level')) return true
  const clauses = all.map((fact) => {
    // 外商直接投资保持良好势头，实际金额达到…: a bare sum is of what the sentence began with.
    const from = BARE_SUM.test(fact.indicatorText) ? 0 : fact.clause.start
    return row.sentence.text.slice(from, fact.clause.end) + fact.indicator + fact.indicatorText
  })
  const stem = (name: string): string => name.slice(-Math.min(name.length, 7))
  const named = names.some((name) => row.sentence.text.includes(stem(name)))
  return named && !clauses.some((clause) => names.some((name) => clause.includes(stem(name))))
}
