import { refuseForPlace } from './compose/refuse.ts'
import type { AnswerContext } from './context/answer-context.ts'
import { refuseWith } from './found-outcome.ts'
import { createPartOfYearCover } from './judge/cover-part-of-year.ts'
import { toldOfAsked } from './judge/cover-place.ts'
import { lacksMembers } from './judge/lacking-members.ts'
import { lackingResult } from './judge/lacking-result.ts'
import type { Draft, Refusal } from './sentences/draft.ts'

/** An outcome held to what was asked, however it was found: what is told of other places and other parts of a year is left out, what is not told is named, and what is left of nothing refuses. */
export async function holdToQuestion(context: AnswerContext, found: Draft | Refusal): Promise<Draft | Refusal> {
  const held = await withMembers(context, await ofAskedPart(context, await ofAskedPlace(context, found)))
  return held.kind === 'answered' ? withLacking(context, held) : held
}

/** Of a place that only papers of others name, what these tell of others is left out. First pages and terms are of papers, not of places. */
async function ofAskedPlace(context: AnswerContext, found: Draft | Refusal): Promise<Draft | Refusal> {
  const { kind } = context.intent
  if (found.kind === 'abstained' || kind === 'metadata' || kind === 'definition' || kind === 'compare' || kind === 'change') return found
  const statements = toldOfAsked(context, found.statements)
  if (statements.length === found.statements.length) return found
  return statements.length > 0 ? { kind: 'answered', statements } : refuseForPlace(context)
}

/** What is told of another part of the year than the one that was asked for, or of the whole, is left out. */
async function ofAskedPart(context: AnswerContext, found: Draft | Refusal): Promise<Draft | Refusal> {
  if (found.kind === 'abstained') return found
  const objects = createPartOfYearCover(context.intent)
  const objections = found.statements.map(({ rows, text, computed }) =>
    computed ? null : rows.map((row) => objects(row, text)).find((one) => one !== null),
  )
  const missing = objections.flatMap((objection) => objection?.missing ?? [])
  if (missing.length === 0) return found
  const statements = found.statements.filter(({ computed }, i) => !objections[i] && !computed)
  // A table sets the figures of the others beside them.
  if (statements.length > 0) return { kind: 'answered', statements, lacking: [...new Set([...(found.lacking ?? []), ...missing])] }
  return refuseWith(context, [...new Set(missing)])
}

/** That there are so many does not say which they are. */
async function withMembers(context: AnswerContext, found: Draft | Refusal): Promise<Draft | Refusal> {
  if (found.kind === 'abstained' || !lacksMembers(context.intent.asked, found.statements, context.knowledge.namesDivision)) return found
  return refuseWith(context, ['逐个的名称'])
}

/** An aim where a result was asked for is told with the word that the result is not held. */
function withLacking(context: AnswerContext, found: Draft): Draft {
  const lacking = lackingResult(context, found)
  return lacking === null || found.lacking !== undefined ? found : { ...found, lacking: [lacking] }
}
