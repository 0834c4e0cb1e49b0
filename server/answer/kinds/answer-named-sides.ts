import { shortPlaceName } from '../../understand/gazetteer.ts'
import type { AskedSide } from '../../understand/intent.ts'
import { isMeasure, SORT_OF_PAPER } from '../../understand/named-sides.ts'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { findCandidates } from '../find/find-candidates.ts'
import type { DraftStatement } from '../sentences/draft.ts'
import { acceptCandidates, answerValue, asStatement, type Found } from './answer-value.ts'

/** So many of the nearest sentences are looked at for one that tells all sides at once. */
const LOOKED_AT = 3

/**
 * Things that the question sets side by side by name (甲港和乙港的吞吐量各是多少): each is answered as a question of its own, wherever its sentence stands, and what is not found is
 * said. Null where the question names no such sides, one sentence tells them together, or none of them is found.
 */
export async function answerNamedSides(context: AnswerContext): Promise<Found | null> {
  const { sides = [] } = context.intent
  if (sides.length < 2) return null
  const together = await toldTogether(context, sides)
  if (together !== undefined) return together
  const statements: DraftStatement[] = []
  const candidates: Candidate[] = []
  const lacking: string[] = []
  for (const side of sides) {
    const found = await answerValue({ ...context, intent: side.intent })
    const told = (found.draft?.statements ?? []).filter(
      (statement) => (isMeasure(side.name) && side.intent.places.length + side.intent.years.length > 0) || isOf(context, side, statement),
    )
    const [best] = told
    if (best === undefined) lacking.push(side.name)
    else if (!statements.some(({ text }) => text === best.text)) statements.push(labelled(side, best))
    candidates.push(...found.candidates)
  }
  if (statements.length === 0) return null
  return { draft: { kind: 'answered', statements, ...(lacking.length > 0 ? { lacking } : {}) }, candidates }
}

/**
 * What one of the nearest sentences tells of all sides at once: the sentence itself where it enumerates them (铝、铜产业产值分别…); null, for the question to be answered as a whole, where
 * it names them all in the clauses that answer; undefined where none does.
 */
async function toldTogether(context: AnswerContext, sides: readonly AskedSide[]): Promise<Found | null | undefined> {
  const { intent } = context
  const names = sides.map(({ name }) => name)
  const enumerated = new RegExp(names.map((name) => name.replace(/[^\p{L}\p{N}]/gu, '.')).join('[”"]?[、和与及][“"]?'))
  const candidates = await findCandidates(context, { years: intent.years, places: intent.places.map((place) => place.name) })
  const { accepted } = acceptCandidates(context, candidates)
  const told = accepted.find(({ text, hasFigure }) => enumerated.test(text) && (hasFigure || intent.expected.kind !== 'figure'))
  if (told) return { draft: { kind: 'answered', statements: [asStatement(told)] }, candidates }
  const isWhole = accepted.slice(0, LOOKED_AT).some(({ text }) => names.every((name) => name.length > 1 && text.includes(name)))
  return isWhole ? null : undefined
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
