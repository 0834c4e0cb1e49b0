import { asksForFiveYears } from '../../understand/find-years.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { periodOf } from '../sentences/period-of.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { type Cover, covered } from './objection.ts'

/** Objects to aims where what five years brought is asked for (年均增长5%左右 of the next five is none of the last), and to what came about in ten. */
export function createFiveYearsCover({ intent }: AnswerContext): Cover {
  if (!asksForFiveYears(intent.asked) || intent.years.length > 0 || intent.tense === 'target') return covered
  return ({ evidence: { row } }) => {
    if (tenseOf(row) === 'target') return { missing: '过去五年的实绩（库中查到的是目标）' }
    return periodOf(row)?.includes('十年') === true ? { missing: '过去五年的数（库中查到的是十年的）' } : null
  }
}
