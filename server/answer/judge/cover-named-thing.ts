import { sectionPath } from '../../../ingest/corpus/section-path.ts'
import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'
import { stripLeading } from '../../../ingest/facts/read-head.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { subjectBefore } from '../../../ingest/structure/sentence-context.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { factsOfRow } from '../context/match-fact.ts'
import { type ContentWord, holdsWord, isContent } from '../find/content-words.ts'
import { isGeneric } from '../find/generic-words.ts'
import { splitClauseTexts } from '../sentences/clause-window.ts'
import { standsIn } from '../sentences/stands-in.ts'
import { isBareSum } from './bare-sum.ts'
import { type Cover, covered } from './objection.ts'
import { readPlainName } from './plain-name.ts'
import { leftByUnit } from './told-by-unit.ts'

/** Last words of names that ask for a figure by themselves. */
const MEASURE =
  /(?:[产总]值|[产销运客货储蓄]?量|吞吐量|规模|产能|装机|装机容量|里程|面积|投资|投资额|交易额|[零销]售额|成交额|营业额|额|收入|支出|营收|利润|余额|人数|数量|床位|[比率]|占比|比重|覆盖率|增加值|存栏|出栏|进口|出口)$/
const FIGURE = /[\d０-９二两三四五六七八九十百千万亿]/
/** A word of so many characters, or one that no paper holds, may stand for a longer one: 土地出让 for 土地使用权出让, 中职 for 中等职业学校. */
const SHORTENED = 4
/** A stretch of time, or how many of something: 五年, 几步. */
const COUNTS = /^[一二两三四五六七八九十几\d]+[年月天步]$/
/** When it was, in a clause that names no thing. */
const TIME = /年[初内底末]/

/** A word of the name that is asked for, in all its forms. */
type NameWord = Pick<ContentWord, 'text' | 'forms' | 'held'>

/**
 * Objects to clauses that tell a figure, or anything, of another thing of a near name. A question that is nothing but the name of a thing and what is asked of it (钢铁产业产值目标,
 * 去年接待游客多少) is answered by what is told of just that: a figure by the clause that tells it (先进金属材料产业…，产值实现600亿元 is none of 钢铁), a thing by one clause.
 */
export function createNamedThingCover(context: AnswerContext, words: readonly ContentWord[]): Cover {
  const { intent } = context
  const asksFigure = intent.expected.kind === 'figure'
  const name = intent.kind === 'value' ? readPlainName(context) : null
  const own = name === null ? [] : wordsOfName(name, words, context)
  const ofFigure = asksFigure || (name !== null && MEASURE.test(name))
  if (name === null || own.length === 0 || !ofFigure) return covered
  const lackingIn = (told: string): readonly NameWord[] => own.filter((word) => !isTold(word, told, name, context))
  return ({ evidence: { row }, text }) => {
    const facts = factsOfRow(context, row).filter((fact) => standsIn(row.sentence.text, text, fact))
    const clauses = splitClauseTexts(text).filter((clause) => facts.length === 0 || !asksFigure || FIGURE.test(clause))
    const [least = []] = [...facts.map((fact) => stretchOf(row, fact, own, context)), ...clauses]
      .map(lackingIn)
      .toSorted((a, b) => a.length - b.length)
    return least.length === 0 ? null : { missing: least.map((word) => word.text).join('、') }
  }
}

/** What a name is made of: its content words, and what is measured. Places are judged by themselves. */
function wordsOfName(name: string, words: readonly ContentWord[], { knowledge }: AnswerContext): readonly NameWord[] {
  const own = words.filter(({ text }) => name.includes(text) && !isGeneric(text) && !COUNTS.test(text) && !knowledge.namesDivision(text))
  const measure = MEASURE.exec(name)?.[0] ?? ''
  if (own.length === 0 || measure.length < 2 || own.some(({ text }) => text.endsWith(measure))) return own
  return [...own, { text: measure, forms: [measure], held: true }]
}

function isTold(word: NameWord, told: string, name: string, { wordings }: AnswerContext): boolean {
  const folded = wordings.ofText(told)
  if (holdsWord(wordings, folded, word)) return true
  const left = leftByUnit(word.text, told)
  if (left !== null && folded.includes(left)) return true
  if ((!word.held || word.text.length >= SHORTENED) && new RegExp([...word.text].join('.{0,4}')).test(folded)) return true
  return !word.held && isSlipOf(name, word.text, folded)
}

/** 旅游收人 for 旅游收入: the name as it is told, but for one character of a word that is none. */
function isSlipOf(name: string, word: string, told: string): boolean {
  const at = name.indexOf(word)
  const before = name.slice(Math.max(0, at - 2), at)
  return before !== '' && [...word].some((_, i) => new RegExp(`${before}${word.slice(0, i)}.${word.slice(i + 1)}`).test(told))
}

/** The words that a figure is told in: its clause, and what stands before it where the clause names nothing of its own (…产业，年内产值达到150亿元). */
function stretchOf(
  row: SentenceRow,
  { clause, quantity: { range }, indicatorText }: IndicatorFact,
  own: readonly NameWord[],
  context: AnswerContext,
): string {
  const { text } = row.sentence
  const told = `${text.slice(clause.start, clause.end)} ${indicatorText}`
  const around = `${stripLeading(text.slice(clause.start, range.start)).replace(TIME, ' ')} ${text.slice(range.end, clause.end)}`
  const others = own.flatMap(({ forms }) => forms).reduce((rest, form) => rest.replaceAll(form, ' '), around)
  if (!isBareSum({ indicatorText }) && context.segmenter.cut(others).some((word) => isContent(word) && !isGeneric(word))) return told
  const part = text.slice(0, clause.start).split(/[；;]/).at(-1) ?? ''
  const { document } = row.document
  return [...sectionPath(document.sections, row.sentence.section), subjectBefore(document.sentences, row.sentence)?.text ?? '', part, told].join(' ')
}
