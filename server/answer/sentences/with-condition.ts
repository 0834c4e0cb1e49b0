import { splitClauseTexts } from './clause-window.ts'
import type { DraftStatement } from './draft.ts'

/** A clause that only says of what, or counted how, the figure behind it is: 扣除房价因素后, 不含农户, 除税收返还外, 按可比口径, 在上年高基数的基础上. */
const LIMITS =
  /^[\s—－-]*(?:其中|全年|若|如果?)?[，,]?(?:如|若|按|在)?(?:扣除|剔除|不含|不包括|不考虑|不计|除(?!了?[加以尘险夕湿霜])[^，,；;]{1,20}(?:以|之)?外[，,]|按?(?:同|可比|新|原|全)口径|按(?:可比|不变|现行|当年)价|(?:含|包含|包括|计入)[^，,；;]{1,16}(?:在内)?[，,]|在[^，,；;]{2,24}基础上[，,])[^，,；;。]{0,24}[，,]?$/
const FIGURE = /[\d０-９]|百分之/
const LONGEST = 40

/** A statement with the clause before its quote that limits what its figures are of, where the quote was cut behind it. */
export function withCondition(statement: DraftStatement): DraftStatement {
  const { text, rows, computed } = statement
  const first = text.split('……')[0] ?? ''
  if (computed || !FIGURE.test(first)) return statement
  const sentence = rows.find((row) => row.sentence.text.includes(first))?.sentence.text ?? ''
  const before = splitClauseTexts(sentence.slice(0, Math.max(0, sentence.indexOf(first)))).at(-1) ?? ''
  const limit = before.trimStart()
  return limit.length <= LONGEST && /[，,]\s*$/.test(limit) && LIMITS.test(limit) ? { ...statement, text: `${limit}${text}` } : statement
}
