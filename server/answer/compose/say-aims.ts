import type { DraftStatement } from '../sentences/draft.ts'
import { tellsAims } from '../sentences/is-rule.ts'
import { saysTarget } from '../sentences/says-target.ts'
import { OF_AMOUNT, tellsFigure } from '../sentences/tells-figure.ts'
import { saidTenseOf, tellsWhatIs } from '../sentences/tense-of.ts'

/** What stands before an aim that does not say of itself that it is one: figures are aimed at, deeds planned; and before a result that would be read under the mark of an aim. */
export type AimMark = '（目标）' | '（计划）' | '（实绩）' | ''

/** What something is or is thought to be, and what it is for, is no deed: 是…的基础, 认为修渠是必要的, 为加快修渠 alone. What 重点是 and 一是 lead to is one. */
const NO_DEED =
  /^为了?[^，,；;]+$|(?<!重点|任务|目标|方向|关键|措施|[一二三四五六七八九十就要])是[^，,；;。]*(?:的|基础|前提|保障|保证|途径|要求|需要)[。；;]?$/

type Told = 'aim' | 'plan' | 'result' | null

/**
 * The mark of each statement of an answer, '' where it needs none. Every aim in figures is marked; where there are no results beside them, a mark speaks for the deeds behind it that
 * stand under the same label, and nothing is marked if the question asks for aims.
 *
 * @param goesOn whether a statement stands under the label of the one before it
 */
export function sayAims(statements: readonly DraftStatement[], asksForAims: boolean, goesOn: (at: number) => boolean): AimMark[] {
  const told = statements.map(toldIn)
  const isMixed = told.includes('result') && told.some((one) => one === 'aim' || one === 'plan')
  if (asksForAims && !isMixed) return told.map(() => '')
  let isCovered = false
  let standsUnder: Told = null
  return statements.map((statement, i) => {
    const own = markOf(told[i] ?? null)
    const above = goesOn(i) ? standsUnder : null
    standsUnder = told[i] ?? above
    if (told[i] === 'result') return above === 'aim' || above === 'plan' ? '（实绩）' : ''
    isCovered = isCovered && !isMixed && goesOn(i)
    if (own === '' || (isCovered && told[i] === 'plan') || saysTarget(statement.label ?? '') || saysTarget(statement.text)) return ''
    isCovered = true
    return own
  })
}

function markOf(told: Told): AimMark {
  return told === 'aim' ? '（目标）' : told === 'plan' ? '（计划）' : ''
}

/** What a statement tells: figures that are aimed at, deeds that are planned (of these only papers that report on plans are sure), or what has come about. */
function toldIn({ rows, text, computed, ofPaper }: DraftStatement): Told {
  const row = rows.at(-1)
  if (row === undefined || computed || ofPaper) return null
  const tense = saidTenseOf(row)
  if (tense !== 'target') return tense === 'actual' ? 'result' : null
  if (tellsWhatIs(text)) return null
  if (tellsFigure(text) || OF_AMOUNT.test(text)) return 'aim'
  return tellsAims(row) && !NO_DEED.test(text) ? 'plan' : null
}
