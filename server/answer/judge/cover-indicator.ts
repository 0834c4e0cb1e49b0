import { isOfOffice } from '../../understand/other-names.ts'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { factsOfRow } from '../context/match-fact.ts'
import { countsPeople, tellsSizeInWords } from '../sentences/told-in-words.ts'
import { isBareSum } from './bare-sum.ts'
import { type Cover, covered } from './objection.ts'

/** A shorter name is part of too many others. */
const MIN_NAME = 5
/** What a name counts, before which words make a branch of it: 规上|装备|工业增加值. */
const COUNTED_IN_NAME = /(?<=.)(?=工业|农业|制造业|服务业|投资|贸易|零售|进出口)/
/** Words that make no branch. */
const OWN_WORDS = '企业|完成|累计|全部|主要|全年'
/** How much it grew is asked for, not what it came to. */
const GROWTH_ONLY =
  /^(?!.*(?:总额|总量|总值|规模|收入|产值)(?:去年|今年)?(?:是|有|为|达到?)?多少)[^，。]*(?:增长|增速|增幅)(?:了|是|为)?(?:多少|百分之几|几个(?:百分)?点)[？?]?$/
/**
 * Objects to sentences that name the indicator that was asked for and give a figure to everything but it (居民收入与经济同步增长), or its growth alone where an amount was asked for.
 */
export function createIndicatorCover(context: AnswerContext): Cover {
  const { intent, synonyms } = context
  if (intent.expected.kind !== 'figure') return covered
  const asked = intent.focus.filter((part) => part.weight === 1).flatMap((part) => synonyms(part.text))
  const names = asked
    .flatMap(({ found, others }) => [found, ...others])
    .filter((name) => name.length >= MIN_NAME && /^\p{Script=Han}+$/u.test(name) && !isOfOffice(name))
  if (names.length === 0) return covered
  const branches = names.flatMap(branchOf)
  const missing = `${synonyms(intent.focus[0]?.text ?? '')[0]?.found ?? '所问事项'}的数字`
  return (candidate) => (tellsBranch(candidate, names, branches) || namesWithoutFigure(candidate, context, names) ? { missing } : null)
}

/** How a branch of what a name counts is called: the name with words put into it. */
function branchOf(name: string): RegExp[] {
  const [before, ...after] = name.split(COUNTED_IN_NAME)
  return before === undefined || after.length === 0 ? [] : [new RegExp(`${before}(?!${OWN_WORDS})\\p{Script=Han}{2,8}${after.join('')}`, 'u')]
}

/** Whether a text tells of a branch of what was asked for and nowhere of the whole. */
function tellsBranch({ text }: Candidate, names: readonly string[], branches: readonly RegExp[]): boolean {
  return branches.some((branch) => branch.test(text)) && !names.some((name) => text.includes(name))
}

function namesWithoutFigure({ evidence: { row }, text }: Candidate, context: AnswerContext, names: readonly string[]): boolean {
  const { asked, expected } = context.intent
  const all = factsOfRow(context, row)
  const ofName = all.filter((fact) => names.includes(fact.indicator))
  // 城乡居民人均可支配收入36120元、17895元，分别增长…: the amounts are told of both at once.
  const isToldOfBoth = all.some(({ indicator, attribute }) => {
    return attribute === 'level' && indicator.startsWith('城乡') && names.some((name) => name.endsWith(indicator.slice(2)))
  })
  if (isToldOfBoth) return false
  if (expected.kind === 'figure' && expected.unit !== '' && ofName.length > 0 && ofName.every(({ attribute }) => attribute === 'growth')) return true
  // 零售总额达…，进出口…、增长6%: how much the one grew is not told by the other.
  if (GROWTH_ONLY.test(asked) && ofName.length > 0 && ofName.every(({ attribute }) => attribute === 'level')) return true
  const clauses = all.map((fact) => {
    const from = isBareSum(fact) ? 0 : fact.clause.start
    return row.sentence.text.slice(from, fact.clause.end) + fact.indicator + fact.indicatorText
  })
  const stem = (name: string): string => name.slice(-Math.min(name.length, 7))
  const named = names.some((name) => row.sentence.text.includes(stem(name)))
  // 跨入地区生产总值两万亿级城市行列: no figure that could be read.
  if (expected.kind === 'figure' && expected.unit === '人' && countsPeople(text)) return false
  if (tellsSizeInWords(text) && names.some((name) => text.includes(stem(name)))) return false
  return named && !clauses.some((clause) => names.some((name) => clause.includes(stem(name))))
}
