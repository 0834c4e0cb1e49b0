import type { SentenceTense } from '../../../ingest/corpus/sentence.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { isRule } from './is-rule.ts'

/** A text that says of itself that it is a target; 在确保质量的前提下, 完成下达的目标任务, 行动计划 and 好于预期 do not. */
const SAYS_TARGET =
  /(?<!调控|控制|管理|考核|下达的?)目标(?!任务|责任|管理|考核|一致)|力争|(?<!行动|(?:配套|倍增|培育|提升|引领|改善|支持|专项|年度)|执行|[”」》])计划(?!执行|生育|单列|[”」》])|确保(?!质量|安全|[^，,。]{0,8}前提)|争取|(?<![好高低快优]于|符合)预期(?!寿命)/

/** What these say is of what follows them alone. */
const OF_WHAT_FOLLOWS = /确保|力争|争取/g

/** Whether a text says so itself. 确保 behind the first figure, or the first clause where there is none, is of something else. */
export function saysTarget(text: string): boolean {
  const figure = text.search(/\d/)
  const told = figure < 0 ? (/[，,；;。]/.exec(text)?.index ?? text.length) : figure
  return SAYS_TARGET.test(text.slice(0, told) + text.slice(told).replaceAll(OF_WHAT_FOLLOWS, ''))
}

/** What a paper that plans says of the year to come is an aim even where its words leave it open; what it says is there already is none. */
const IS_THERE = /已经?(?!经)|截至|截止|目前|现有|现已|累计/

/** Whether the words that are quoted from a plan tell what is there when it is made: an aim beside them is not quoted. */
export function tellsWhatIs(text: string): boolean {
  return /已经?(?!经)|截至|截止|目前|现已|现有[^，,。；;]{0,12}\d/.test(text) && !saysTarget(text)
}

/**
 * Whether a sentence tells a target or a result. What a paper says of a year before its own is a result, however its part is headed, unless the sentence speaks of aims itself.
 */
export function tenseOf({ sentence, document }: SentenceRow): SentenceTense | null {
  const { tense, year } = sentence.facets
  const own = document.document.metadata.year
  if (tense === null && year === own && !IS_THERE.test(sentence.text) && document.plansOnly) return 'target'
  if (tense !== 'target' || year === null || own === null || year >= own) return tense
  return /目标|计划|预期|力争|确保/.test(sentence.text) ? tense : 'actual'
}

/** The tense that an answer says of a sentence: a condition is no aim. */
export function saidTenseOf(row: SentenceRow): SentenceTense | null {
  const tense = tenseOf(row)
  return tense === 'target' && isRule(row) ? null : tense
}
