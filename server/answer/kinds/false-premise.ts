import { findQuantities } from '../../../ingest/facts/find-quantities.ts'
import { type AnswerContext, askedScope } from '../context/answer-context.ts'
import { findCandidates } from '../find/find-candidates.ts'
import type { Refusal } from '../sentences/draft.ts'

/** Sentences that may hold the figure that the question takes for granted. */
const LOOKED_AT = 3
const NEAR_BEST = 0.8

/**
 * A question that takes a figure for granted (为什么把目标定在10%以上) which the sentences on its subject do not hold is answered with what they say.
 * Null where it takes no figure for granted or the figure stands there.
 */
export async function refuseFalsePremise(context: AnswerContext): Promise<Refusal | null> {
  const { intent } = context
  if (intent.kind !== 'why' && !/依据|凭什么/.test(intent.asked)) return null
  const assumed = findQuantities(intent.asked).filter((quantity) => quantity.script === 'arabic' && quantity.unit !== '')
  if (assumed.length === 0) return null
  const found = await findCandidates(context, askedScope(intent))
  const candidates = found.slice(0, LOOKED_AT).filter(({ score }) => score >= NEAR_BEST * (found[0]?.score ?? 0))
  const told = new Set(
    candidates.flatMap(({ evidence }) => findQuantities(evidence.row.sentence.text).map((quantity) => `${quantity.value} ${quantity.baseUnit}`)),
  )
  const wrong = assumed.filter((quantity) => !told.has(`${quantity.value} ${quantity.baseUnit}`))
  const best = candidates[0]
  if (wrong.length === 0 || !best) return null
  const figures = wrong.map((quantity) => intent.asked.slice(quantity.range.start, quantity.range.end)).join('、')
  return {
    kind: 'abstained',
    reason: `文库中没有“${figures}”这一说法。原文是：${best.text}`,
    missing: [figures],
    nearest: candidates.slice(0, 3).map(({ evidence }) => evidence.row),
  }
}
