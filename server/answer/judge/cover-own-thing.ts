import { namesAnother } from '../../understand/follow-up.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { contentWords, missingWords } from '../find/content-words.ts'
import { type Cover, covered } from './objection.ts'

/**
 * A follow-up that only names another thing (外商投资？外汇储备呢) is answered by sentences that name it: what it took over from the turn before helps to find them, and answers nothing.
 * Things that the library never names may be told in other words.
 */
export function createOwnThingCover(context: AnswerContext): Cover {
  const { intent } = context
  const focus = intent.focus.filter(({ weight }) => weight === 1)
  if (!namesAnother(intent.asked) || intent.expected.kind !== 'figure' || focus.length === 0 || focus.length === intent.focus.length) return covered
  const own = contentWords({ ...context, intent: { ...intent, focus } })
  if (own.length === 0 || !own.some(({ held }) => held)) return covered
  return ({ evidence: { row } }) => (missingWords(context, row, own).length < own.length ? null : { missing: own.map(({ text }) => text).join('、') })
}
