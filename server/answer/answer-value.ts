import type { AnswerContext, Candidate } from './answer-context.ts'
import type { Draft, DraftStatement } from './draft.ts'
import { findCandidates } from './find-candidates.ts'

/** An answer with a fact is no longer, in characters without white space. */
export const MAX_FACT_CHARS = 280
/** A further sentence joins the answer when it scores at least this share of the best one. */
const NEAR_BEST = 0.86
const MAX_STATEMENTS = 3

/** A fact: the clauses that tell it, with the next best where it is nearly as good. */
export async function answerValue(context: AnswerContext): Promise<{ draft: Draft | null; candidates: readonly Candidate[] }> {
  const { intent } = context
  const candidates = await findCandidates(context, { years: intent.years, places: intent.places.map((place) => place.name) })
  const statements = pickStatements(candidates, MAX_FACT_CHARS, MAX_STATEMENTS, NEAR_BEST)
  return { draft: statements.length > 0 ? { kind: 'answered', statements } : null, candidates }
}

/** The best candidates as statements, within a length. */
export function pickStatements(candidates: readonly Candidate[], maxChars: number, maxCount: number, nearBest: number): DraftStatement[] {
  const best = candidates[0]
  if (!best) return []
  const statements: DraftStatement[] = []
  let chars = 0
  for (const candidate of candidates.slice(0, maxCount * 3)) {
    if (statements.length >= maxCount || candidate.score < nearBest * best.score) break
    const length = candidate.text.replace(/\s/g, '').length
    if (statements.length > 0 && chars + length > maxChars) continue
    statements.push({ text: candidate.text, rows: [candidate.evidence.row] })
    chars += length
  }
  return statements
}
