import { sectionPath } from '../../ingest/corpus/section-path.ts'
import { STANDARD_INDICATORS } from '../../ingest/facts/indicator-synonyms.ts'
import { comparableText } from '../../ingest/structure/shingles.ts'
import type { LedgerFact } from '../answer/facts/fact-reader.ts'

/** A count or a size is often one of several of its kind; these are one number for a place and year. */
const SINGLE_VALUED = new Set(['level', 'growth', 'share', 'rate'])
/** A name without its subject: 产值, 完成投资. Each sentence means another one. */
const BARE =
  /^(?:总?产值|产能|规模|(?:总|协议)?投资(?:额)?|完成投资|计划投资|面积|产量|收入|利润|增速|占比|比例|配套率|使用比例|覆盖率|完成率|开工率|达标率|合格率|满意率|费用|资金|能力)$/
const MIN_NAME_CHARS = 4
/** A year or half a phrase where the name could not be told. */
const UNNAMED = /^(?:[〇○零一二三四五六七八九]{4}年|占|增长|由|从)/

/** Whether a figure can be set against another one of its name: the name is whole, written in the figure's own clause, and stands for one number in a year. */
export function isComparable(item: LedgerFact): boolean {
  const { row, fact } = item
  if (fact.year === null || fact.tense === null || !SINGLE_VALUED.has(fact.attribute)) return false
  if (fact.indicator.length < MIN_NAME_CHARS || BARE.test(fact.indicator) || UNNAMED.test(fact.indicator)) return false
  if (PERIOD.test(row.sentence.text)) return false
  // A name that was carried over from another clause may belong to a part of the subject.
  return comparableText(clauseOf(item)).includes(comparableText(fact.indicatorText))
}

/** A stretch of several years: its figures are no single year's. */
const PERIOD =
  /年均|累计|[两二三四五六七八九十]年(?:来|间|里|累计|目标)|以来|期间|时期|(?:过去|未来|今后|这|前|后|第[一二三四五六七八九十]+个)[两二三四五六七八九十]年|[一二三四五六七八九十]+五[”"]|届时|远景/
/** One year is spoken of again. */
const SINGLE_YEAR = /今年|去年|上年|全年|年内|一年来|过去一年|[12]\d{3}年(?!以来|[-—~～至])/
/** What a section says of its years, it says near the figure. */
const MAX_LOOK_BACK = 16

/** Whether what was last said of time before a figure is a stretch of years (过去五年, “十五五”时期): in its sentence, in the ones before, or in its headings. */
export function standsInPeriod({ row, fact }: LedgerFact): boolean {
  const { document } = row.document
  const { index, section, text } = row.sentence
  const own = lastNamed(text.slice(0, fact.range.start))
  if (own !== null) return own === 'period'
  for (let at = index - 1; at >= Math.max(0, index - MAX_LOOK_BACK); at -= 1) {
    const before = document.sentences[at]
    if (!before || before.section !== section) break
    const named = lastNamed(before.text)
    if (named !== null) return named === 'period'
  }
  return sectionPath(document.sections, section).some((heading) => PERIOD.test(heading))
}

function lastNamed(text: string): 'period' | 'year' | null {
  const [period = -1, year = -1] = [PERIOD, SINGLE_YEAR].map((pattern) => [...text.matchAll(new RegExp(pattern, 'g'))].at(-1)?.index)
  if (period < 0 && year < 0) return null
  return period > year ? 'period' : 'year'
}

/** Whether a figure's clause names its subject by itself: a standard indicator, which is always the whole place's, or a clause that opens its sentence. */
export function isWholeSubject({ row, fact }: LedgerFact): boolean {
  return STANDARD_INDICATORS.has(fact.indicator) || comparableText(row.sentence.text.slice(0, fact.clause.start)) === ''
}

/** Words that say how a figure is reached, when and where in general; they do not change what it is a figure of. */
const NEUTRAL =
  /力争|争取|确保|全年|年内|今年|(?:[12]\d{3}年)|[全我本][市区省县旗国州盟]|实现|完成|达到?|保持|稳定|维持|控制|突破|超过?|同比|[比较]上年|增长|提高|增加|上升|下降|降低|在|到|至|为|了|约|将|的/g

/** What a figure's clause says besides figure, place and name: its further scope (规模以上, 农村, 上半年, 计划). Empty for a clause that says nothing more. */
export function scopeWords(item: LedgerFact): string {
  const { fact } = item
  const clause = comparableText(clauseOf(item, true)).replace(comparableText(fact.indicatorText), '')
  return (fact.place === null ? clause : clause.replace(comparableText(fact.place), '')).replace(NEUTRAL, '')
}

function clauseOf({ row, fact }: LedgerFact, withoutFigure = false): string {
  const { text } = row.sentence
  if (!withoutFigure) return text.slice(fact.clause.start, fact.clause.end)
  return text.slice(fact.clause.start, fact.range.start) + text.slice(fact.range.end, fact.clause.end)
}
