import { shortPlaceName } from '../understand/gazetteer.ts'
import type { AskedSide } from '../understand/intent.ts'
import { SORT_OF_PAPER } from '../understand/named-sides.ts'
import type { AnswerContext, Candidate } from './answer-context.ts'
import { acceptCandidates, answerValue, type Found } from './answer-value.ts'
import type { DraftStatement } from './draft.ts'
import { findCandidates } from './find-candidates.ts'

/** So many of the nearest sentences are looked at for one that tells all sides at once. */
const LOOKED_AT = 3

/**
 * Things that the question sets side by side by name (甲港和乙港的吞吐量各是多少): each is answered as a question of its own, wherever its sentence stands, and what is not found is
 * said. Null where the question names no such sides, one sentence tells them together, or none of them is found.
 */
export async function answerNamedSides(context: AnswerContext): Promise<Found | null> {
  const { sides = [] } = context.intent
  if (sides.length < 2 || (await toldTogether(context, sides))) return null
  const statements: DraftStatement[] = []
  const candidates: Candidate[] = []
  const lacking: string[] = []
  for (const side of sides) {
    const found = await answerValue({ ...context, intent: side.intent })
    const told = (found.draft?.statements ?? []).filter((statement) => isOf(context, side, statement))
    const [best] = told
    if (best === undefined) lacking.push(side.name)
    else if (!statements.some(({ text }) => text === best.text)) statements.push(labelled(side, best))
    candidates.push(...found.candidates)
  }
  if (statements.length === 0) return null
  return { draft: { kind: 'answered', statements, ...(lacking.length > 0 ? { lacking } : {}) }, candidates }
}

/** Whether one of the nearest sentences names all sides in the clauses that answer. */
async function toldTogether(context: AnswerContext, sides: readonly AskedSide[]): Promise<boolean> {
  const { intent } = context
  const candidates = await findCandidates(context, { years: intent.years, places: intent.places.map(({ name }) => name) })
  const { accepted } = acceptCandidates(context, candidates.slice(0, LOOKED_AT))
  return accepted.some(({ text }) => sides.every(({ name }) => text.includes(name)))
}

/**
 * A statement is of a side where its sentence, with its headings and title, names it, whole or by all words of it beside its place; or where the side is a paper, and the sentence
 * stands in it or in one of the place that issued it.
 */
function isOf({ wordings, segmenter }: AnswerContext, { name, intent }: AskedSide, { rows }: DraftStatement): boolean {
  return rows.some((row) => {
    const { id, metadata } = row.document.document
    if (intent.documentIds.length > 0) return intent.documentIds.includes(id)
    const around = wordings.ofRow(row) + wordings.ofText(metadata.title)
    if (around.includes(wordings.ofText(name))) return true
    if (intent.places.length === 0) return false
    const placeless = intent.places.reduce((rest, place) => rest.replace(place.name, '').replace(shortPlaceName(place.name), ''), name)
    return SORT_OF_PAPER.test(name) || segmenter.cut(placeless).every((word) => word.length < 2 || around.includes(wordings.ofText(word)))
  })
}

function labelled({ name }: AskedSide, statement: DraftStatement): DraftStatement {
  return statement.text.includes(name) ? statement : { ...statement, label: `${name}：${statement.label ?? ''}` }
}
