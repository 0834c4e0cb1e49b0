import { asksForFiveYears } from '../../understand/find-years.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { type Cover, covered } from './objection.ts'

/** Objects to aims where what five years brought is asked for: 年均增长5%左右 of the next five is none of the last. */
export function createFiveYearsCover({ intent }: AnswerContext): Cover {
  if (!asksForFiveYears(intent.asked) || intent.years.length > 0 || intent.tense === 'target') return covered
  return ({ evidence: { row } }) => (tenseOf(row) === 'target' ? { missing: '过去五年的实绩（库中查到的是目标）' } : null)
}
