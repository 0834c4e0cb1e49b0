import { sectionPath } from '../../../ingest/corpus/section-path.ts'
import type { Quantity } from '../../../ingest/facts/figure.ts'
import { findQuantities } from '../../../ingest/facts/find-quantities.ts'
import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'
import type { Dimension } from '../../../ingest/facts/units.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { isBareMeasure } from '../../understand/bare-measure.ts'
import { shortPlaceName } from '../../understand/gazetteer.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { type ContentWord, missingWords } from '../find/content-words.ts'
import { periodOf } from '../sentences/period-of.ts'
import { isOfNumberedSpan, spanOfQuote } from '../sentences/span-of-quote.ts'
import { standsIn } from '../sentences/stands-in.ts'
import { countsPeople } from '../sentences/told-in-words.ts'
import { type AskedFigure, readAskedFigure } from './asked-figure.ts'
import { readAskedName, readAskedThing } from './asked-thing.ts'
import { CONFIRMING_COSINE } from './confirming-cosine.ts'
import { namedSubjects } from './named-subjects.ts'
import { type Cover, covered } from './objection.ts'
import { isOpposed, type OpposedWord, opposedWords } from './opposed-words.ts'
import { isOfLonger, isOfOther, isOfPart, isOtherThing, isUnnamed, isUnsaid } from './other-thing.ts'

/** A value this many times smaller than the unit that was asked for is of something else: 300 m² where km² were asked for. */
const MIN_OF_UNIT = 0.01
/** A stretch of several years in the question's own words: figures of periods are welcome. */
const PERIOD_ASKED = /年均|累计|(?<!\d)[五5]年|[“"]?十[一二三四五六]五[”"]?|期间|以来|时期/
/** What a span of years came to in the end, not what was done in all its years. */
const END_VALUE =
  /(?:从|由)[^，,；;。]{1,24}(?:到|至|为|突破|超)|达到?|突破|超过?|提高到|增加到|增至|提升[到至]|[降升增缩]至|[降升增缩]到|跃升|扩大到|稳定在|拥有|共有|总数|总量|余额|占比/
const MEAN = /年均|平均每年|每年平均/
const PER_YEAR = /年均|累计|共计|合计/
/** As far as the figure is asked for: 占比多少，|超过第二产业了吗. */
const FIGURE_CLAUSE = /^.*?(?:多少|几)[^，,；;。]*/
const HOW_MUCH = /多少|几/
const COMING_TIME = /^今后/
/** A name of so many characters is told once where it is told. */
const MIN_NAME = 4
const ORDINAL = /第[一二三四五六七八九十百\d]+|首[届次个批]/
/** Figures in words that are no quantities to a reader of facts: 近百家, 数十个, 过半. */
const HAN_COUNT = /[一二两三四五六七八九十百千万亿数几]+(?:多|余|来)?[个家户位座所处台套辆张支件]/
const HAN_PEOPLE = /[一二两三四五六七八九十百千万亿数几]+(?:多|余|来)?[名人位]/
const HAN_MONEY = /[一二两三四五六七八九十百千万亿数几]+(?:多|余)?(?:元|万|亿)/
const HAN_SHARE = /半(?!导体|挂|岛)|翻番|[一二两三四五六七八九十]成|倍|分之/
const CHANGES = /[增涨升降减]|提高|回落|扩大|缩小/
/** A change told in clauses whose figures no indicator was read for. */
const TELLS_CHANGE = new RegExp(`${CHANGES.source}|翻|倍|加|由[^，,；;。]+(?:到|至|为)`)

/** What is measured in money, as questions and papers call it: a sum of one kind is not told for another. */
const SUMS: readonly { readonly asked: RegExp; readonly told: RegExp }[] = [
  { asked: /总投资|投资额|投资(?:了)?多少/, told: /投资|投入|耗资|造价|资金|斥资/ },
  { asked: /(?:产业|经济|市场)规模|产值/, told: /规模|产值|收入|增加值|总量|产业[^，。；]{0,6}(?:[达超近]|突破|\d)/ },
  { asked: /库容/, told: /库容/ },
  { asked: /吞吐量/, told: /吞吐/ },
]

/** Reads the question once; candidates are judged by the figures of the clauses that would be quoted. */
export function createFigureCover(context: AnswerContext, words: readonly ContentWord[]): Cover {
  const { intent, ledger, snapshot, knowledge, wordings } = context
  const asked = readAskedFigure(intent.asked, context.segmenter.cut)
  if ((intent.expected.kind !== 'figure' && asked.kind !== 'rank') || intent.kind !== 'value') return covered
  // 某省旅游收入 asks as 旅游收入多少 does.
  const rest = `${withoutScope(context)}${HOW_MUCH.test(intent.asked) || !isBareMeasure(intent.focus) ? '' : '多少'}`
  const opposed = opposedWords(FIGURE_CLAUSE.exec(intent.asked)?.[0] ?? intent.asked)
  const thing = readAskedThing(rest, asked.counted, context.segmenter.cut)
  const name = readAskedName(rest, asked.counted)
  const subjects = namedSubjects(rest, knowledge.mentions)
  const sums = SUMS.filter((sum) => sum.asked.test(intent.asked))
  const year = intent.years.length === 1 && !PERIOD_ASKED.test(intent.asked) ? (intent.years[0] ?? null) : null

  return ({ evidence: { row }, text, cosine }) => {
    const { document } = row.document
    if (asked.kind === 'ordinal') return ORDINAL.test(text) ? null : { missing: '序数（第几）' }
    if (asked.kind === 'rank' && !isRanked(intent.asked, text)) return { missing: '所问范围内的位次' }
    const around = wordings.ofRow(row) + wordings.ofText(document.metadata.title ?? '')
    const absent = subjects.find((name) => !around.includes(wordings.ofText(name)))
    if (absent !== undefined) return { missing: absent }
    const own = snapshot.sentences[row.row] ?? row
    const facts = ledger.ofRow(own).filter((fact) => standsIn(row.sentence.text, text, fact))
    const headings = sectionPath(document.sections, row.sentence.section).join()
    const near = wordings.ofText(`${text}${facts.map((fact) => fact.indicatorText).join()}${headings}`)
    if (isUnnamed(name, { quoted: text, near, around }, context)) return { missing: name }
    if (facts.length === 0) {
      if (!isToldInUnit(text, asked)) return { missing: nameOf(asked) }
      return asked.kind === 'growth' && !TELLS_CHANGE.test(text) ? { missing: kindName(asked) } : null
    }
    const measured = facts.filter((fact) => isMeasured(fact.quantity, asked))
    if (measured.length === 0) return asked.isOfPeople && countsPeople(text) ? null : { missing: nameOf(asked) }
    const ofKind = measured.filter((fact) => isOfKind(fact, asked, row.sentence.text, text))
    if (ofKind.length === 0) return { missing: kindName(asked) }
    const clauseOf = (fact: IndicatorFact): string => row.sentence.text.slice(fact.clause.start, fact.clause.end)
    const after = [...subjects, ...(name.length >= MIN_NAME ? [name] : [])].find((one) => ofKind.every((fact) => isNamedAfter(row, one, fact)))
    if (after !== undefined) return { missing: after }
    const isOf = (word: OpposedWord, fact: IndicatorFact): boolean =>
      !isOpposed(word, fact.indicatorText || fact.indicator, clauseOf(fact) + fact.indicatorText)
    const ofThing = ofKind.filter((fact) => opposed.every((word) => isOf(word, fact)))
    if (ofThing.length === 0) {
      const lacking = opposed.filter((word) => !ofKind.some((fact) => isOf(word, fact)))
      return { missing: (lacking.length > 0 ? lacking : opposed).map((word) => word.asked).join('、') }
    }
    const local = `${text}${ofThing.map((fact) => fact.indicatorText).join()}${headings}`
    const sum = sums.find(({ told }) => !told.test(local))
    if (sum) return { missing: sum.asked.exec(intent.asked)?.[0] ?? '' }
    if (cosine < CONFIRMING_COSINE && isUnsaid(asked, wordings.ofText(local), context)) return { missing: asked.counted }
    if (ofThing.every((fact) => isOfPart(fact, intent.asked)) && missingWords(context, row, words).length === 0)
      return { missing: `${words.map((word) => word.text).join('')}的总数（库中查到的是其中一部分）` }
    if (name.length >= MIN_NAME && ofThing.every((fact) => isOfLonger(fact, name))) return { missing: name }
    if (thing && ofThing.every((fact) => isOfOther(fact, thing))) return { missing: thing.name }
    if (thing && isOtherThing(thing, text, local, around, context)) return { missing: thing.name }
    if (year === null) return null
    const ofYear = ofThing.filter((fact) => fact.year === null || fact.year === year)
    if (ofYear.length === 0 && !row.sentence.text.includes(`${year}年`)) return { missing: `${year}年的数` }
    // A mean over years is the figure of none of them.
    if (ofYear.length > 0 && ofYear.every((fact) => MEAN.test(clauseOf(fact)))) return { missing: `${year}年一年的数` }
    // 今后一个时期 is no one year.
    if (COMING_TIME.test(spanOfQuote(row.sentence.text, text) ?? '')) return { missing: `${year}年的数` }
    const isOfSeveral = periodOf(row) !== null || isOfNumberedSpan(row.sentence.text, text)
    if (ofYear.length > 0 && isOfSeveral && !ofYear.some((fact) => isEndValue(fact, clauseOf(fact)))) return { missing: `${year}年一年的数` }
    return null
  }
}

const RANKED = /第[一二三四五六七八九十\d]+(?:位|名)?|首位|前列|前[一二三四五六七八九十\d]+|百强/
const AMONG = ['全国', '全省', '全区', '全市', '全县', '全州', '全球', '世界', '西部', '中部', '东部'] as const

/** A clause that ranks among those that were asked for (全省第几), and by what was asked: how much or how fast. */
function isRanked(asked: string, text: string): boolean {
  const among = AMONG.filter((scope) => asked.includes(scope))
  return text.split(/[，,；;。]/).some((clause) => {
    if (!RANKED.test(clause) || (among.length > 0 && AMONG.some((scope) => clause.includes(scope)) && !among.some((scope) => clause.includes(scope))))
      return false
    if (/增速|增幅/.test(asked)) return !/总量|规模/.test(clause) || /增速|增幅/.test(clause)
    return !/总量|规模/.test(asked) || !/增速|增幅/.test(clause) || /总量|规模/.test(clause)
  })
}

/** The question without its years and places. */
export function withoutScope({ intent }: AnswerContext): string {
  const names = intent.places.flatMap(({ name }) => [name, shortPlaceName(name)]).toSorted((a, b) => b.length - a.length)
  const rest = intent.asked.replace(
    /(?:到|至|截至)?(?:\d{4}|\d{2})年(?:末|底|初)?|今年|去年|前年|明年|\d{1,2}月份?|[上下]半年|[一二三四前]{1,2}季度|(?:过去|这|近|最近)?[五5]年(?:来|间|以来)|[“"]?(?<![二三四五六七八九])十[一二三四五六七八九]五(?![年个项天名家万亿])[”"]?(?:时期|期间|以来|期末|末)?/g,
    ' ',
  )
  return names.reduce((text, name) => text.replaceAll(name, ' '), rest)
}

/** A subject that the sentence names only behind the figure, in another clause, is not what the figure is of. */
function isNamedAfter({ sentence, document }: SentenceRow, name: string, { clause }: IndicatorFact): boolean {
  const at = sentence.text.indexOf(name)
  return at >= clause.end && !sectionPath(document.document.sections, sentence.section).some((heading) => heading.includes(name))
}

/** Numbers of items, articles and annexes count nothing. */
const MARKS =
  /^[（(]?[一二三四五六七八九十\d]+[）)、.．]|第[一二三四五六七八九十百\d]+[条章款项节]|附[件表图录]\s?\d+|^[（(][一二三四五六七八九十\d]+[）)]/g
/** 一次性, 上一年: numerals of words that count nothing. */
const IDIOMS = /一次性|[上前下后]一[年季月届个]|一系列|一[批些]/g
const SOME_FIGURE =
  /[\d０-９]|[一二两三四五六七八九十百千万亿]{2,}|[一二两三四五六七八九十百千万亿数几]+(?:多|余)?[个家项处条所座台套户名人位场次倍成种届元天年月日番批辆张件只门款]|半(?!导体|挂|岛)|分之/

/** Of clauses whose figures no indicator was read for. */
function isToldInUnit(quoted: string, asked: AskedFigure): boolean {
  const { dimensions, isOfPeople } = asked
  const text = quoted.replace(MARKS, '').replace(IDIOMS, '')
  if (!SOME_FIGURE.test(text)) return false
  if (dimensions === null || findQuantities(text).some((quantity) => isMeasured(quantity, asked))) return true
  // 突破万亿 tells no amount of whatever is counted.
  if (/^[多万亿]+$/.test(asked.unit)) return false
  if (dimensions.has('percent')) return HAN_SHARE.test(text)
  if (dimensions.has('money')) return HAN_MONEY.test(text)
  return dimensions.has('count') && (isOfPeople ? HAN_PEOPLE.test(text) || countsPeople(text) : HAN_COUNT.test(text))
}

function isMeasured({ dimension, baseUnit, upper, value }: Quantity, { dimensions, scale, isOfPeople }: AskedFigure): boolean {
  if (dimensions === null) return true
  if (!dimensions.has(dimension)) return false
  if (isOfPeople && dimension !== 'none' && baseUnit !== '人' && baseUnit !== '人次') return false
  return scale === null || scale <= 1 || Math.abs(upper ?? value) >= MIN_OF_UNIT * scale
}

function isOfKind(fact: IndicatorFact, asked: AskedFigure, sentence: string, quoted: string): boolean {
  const { attribute } = fact
  const before = sentence.slice(fact.clause.start, fact.quantity.range.start)
  if (asked.kind === 'growth') return attribute === 'growth' || attribute === 'change' || CHANGES.test(before) || /增速|增幅|涨幅|降幅/.test(quoted)
  if (asked.kind === 'share') return attribute === 'share' || /占|比重|比例|比率/.test(sentence.slice(fact.clause.start, fact.clause.end))
  if (asked.kind !== 'amount') return true
  if (attribute === 'growth' || attribute === 'share' || (attribute === 'rate' && asked.isLevel)) return false
  if (attribute === 'change') return !asked.isLevel
  if (asked.isStock) return !/新增|净增|新认定|新培育/.test(before)
  return true
}

function isEndValue({ attribute }: IndicatorFact, clause: string): boolean {
  return attribute !== 'growth' && attribute !== 'change' && END_VALUE.test(clause) && !PER_YEAR.test(clause)
}

const DIMENSION_NAMES: ReadonlyMap<Dimension, string> = new Map([
  ['money', '金额'],
  ['percent', '百分数'],
])

function nameOf({ unit, dimensions }: AskedFigure): string {
  if (unit !== '') return `以“${unit}”计的数字`
  return [...(dimensions ?? [])].map((dimension) => DIMENSION_NAMES.get(dimension)).find((name) => name !== undefined) ?? '数字'
}

function kindName({ kind, isStock }: AskedFigure): string {
  if (kind === 'growth') return '增长幅度'
  if (kind === 'share') return '占比'
  return isStock ? '总数（库中查到的是新增数）' : '总量（库中查到的是增长）'
}
