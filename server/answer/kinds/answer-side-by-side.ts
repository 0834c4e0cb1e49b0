import { type AnswerContext, nameScope } from '../context/answer-context.ts'
import type { Draft } from '../sentences/draft.ts'
import { answerEachIndicator, namedIndicators } from './answer-each-indicator.ts'

/** What stands between two indicators that are asked for together. */
const JOINED = /^(?:的?(?:目标|增速|增长|总量|总额|预期目标))?(?:、|和|与|及|以及|跟|还有)(?:的)?$/
const MAX_SIDES = 4

/**
 * Indicators that the question names side by side for one year and place (GDP和固定资产投资的目标分别是多少): the clause of each figure. Null where it names fewer than two, joins them
 * otherwise, or the library lacks one of the figures: then the question is answered as a whole.
 */
export async function answerSideBySide(context: AnswerContext): Promise<Draft | null> {
  const { intent, knowledge } = context
  if (intent.expected.kind !== 'figure' || intent.years.length > 1 || intent.places.length > 1) return null
  const names = namedIndicators(context).toSorted((a, b) => intent.asked.indexOf(a) - intent.asked.indexOf(b))
  const { things = [] } = intent
  if (names.length < Math.max(2, things.length) || names.length > MAX_SIDES || !areJoined(intent.asked, names)) return null
  const asked = intent.places.map((place) => place.name)
  const places = asked.length === 0 && knowledge.widestPlace !== null && knowledge.places.length > 1 ? [knowledge.widestPlace] : asked
  if (places.length === 0 && knowledge.places.length > 1) return null
  const label = nameScope({ years: intent.years, places: asked.length === 0 ? places : [] })
  const draft = await answerEachIndicator(context, names, [{ scope: { years: intent.years, places }, label }])
  return draft !== null && draft.lacking === undefined ? draft : null
}

function areJoined(question: string, names: readonly string[]): boolean {
  return names.slice(1).every((name, i) => {
    const before = names[i] ?? ''
    return JOINED.test(question.slice(question.indexOf(before) + before.length, question.indexOf(name)))
  })
}
