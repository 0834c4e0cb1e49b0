import { splitClauseTexts } from './clause-window.ts'
import { tellsFigure } from './tells-figure.ts'

/** Words that say of what follows that it is aimed at; 完成下达的目标任务, 行动计划 and 好于预期 do not. An estimate says of itself that it is one. */
const ANNOUNCES =
  /(?<!调控|控制|管理|考核|下达的?)目标(?!任务|责任|管理|考核|一致)|(?<!行动|(?:配套|倍增|培育|提升|引领|改善|支持|专项|年度)|执行|[”」》])计划(?!执行|生育|单列|[”」》])|(?<![好高低快优]于|符合)预期(?!寿命)|预计/
/** Those that say so of a deed: 确保水库建成. A figure behind them is read without them, and they say nothing of it. 在确保质量的前提下 says nothing. */
const STRIVES = /力争|确保(?!质量|安全|[^，,。]{0,8}前提)|争取/
/** A clause that closes with its aim: 实现修渠30公里的目标. */
const CLOSES = /\d[^，,；;。]{0,12}(?:目标|预期|计划)[，,；;。]?$/
/** A year dates an aim and is none. */
const YEAR = /(?:19|20)\d{2}\s?年/g

/** Whether a text says of itself that it is a target: a mark stands before each of its figures, or right behind them; before the end of the first clause where it has no figures. */
export function saysTarget(text: string): boolean {
  const undated = text.replaceAll('……', '；').replace(YEAR, '')
  const clauses = splitClauseTexts(undated)
  if (!tellsFigure(undated)) return clauses.some((clause, i) => ANNOUNCES.test(clause) || (i === 0 && STRIVES.test(clause)))
  let announced = false
  for (const clause of clauses) {
    announced ||= ANNOUNCES.test(clause.slice(0, firstFigure(clause)))
    if (tellsFigure(clause) && !announced && !CLOSES.test(clause)) return false
  }
  return true
}

function firstFigure(clause: string): number {
  const at = clause.search(/\d/)
  return at < 0 ? clause.length : at
}
