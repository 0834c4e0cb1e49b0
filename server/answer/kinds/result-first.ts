import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { goesFirst } from './goes-first.ts'

/** A result goes before an aim from this share of its score on: papers put the same thing at more length where they aim at it. */
const NEARLY_AS_GOOD = 0.6
/** Its clauses say as much of what was asked from this share of the aim's coverage on: 向民间资本推介项目投资 is no 民间投资. */
const NEARLY_AS_MUCH = 0.75
/** How a thing stands is asked for: by these words, or by its name alone. */
const ASKS_HOW_IT_STANDS = /怎么样|怎样了?[？?]?$|如何[？?]?$|咋样|情况|现在|目前|了吗[？?]?$/
const ASKS_OTHERWISE = /怎么(?!样)|如何(?![？?]?$)|为什么|为何|什么|哪|谁|要(?!素|闻)|吗[？?]?$|何时|多久/

/** Where a question leaves open whether a result or an aim is meant, and the library holds both, the result is told first and the aim beside it. */
export function resultFirst(context: AnswerContext, candidates: readonly Candidate[]): readonly Candidate[] {
  const { intent } = context
  const [aim] = candidates
  if (!aim || intent.tense !== null || intent.years.length > 0 || !asksForState(context) || tenseOf(aim.evidence.row) !== 'target') return candidates
  return goesFirst(context, candidates, {
    share: NEARLY_AS_GOOD,
    isWanted: (one) => tenseOf(one.evidence.row) === 'actual' && one.coverage >= NEARLY_AS_MUCH * aim.coverage,
  })
}

function asksForState({ intent: { kind, expected, asked } }: AnswerContext): boolean {
  if (kind !== 'value') return false
  return expected.kind === 'figure' || ASKS_HOW_IT_STANDS.test(asked) || !ASKS_OTHERWISE.test(asked)
}
