import { isBareMeasure } from '../../understand/bare-measure.ts'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { splitClauseTexts } from '../sentences/clause-window.ts'
import { contentWords, holdsWord, missingWords } from './content-words.ts'

/** Sentences that are read again. */
const LOOKED_AT = 2

/**
 * The other clauses of the best sentences that name the measure that was asked for: 地区生产总值迈上…台阶，人均地区生产总值达到… tells two by nearly one name, and the clause that was
 * quoted may be of the other. Only for a measure that is asked for by its name alone, and only sentences that hold all of it.
 */
export function otherClauses(context: AnswerContext, candidates: readonly Candidate[]): Candidate[] {
  const { intent, wordings } = context
  if (intent.expected.kind !== 'figure' || !isBareMeasure(intent.focus)) return []
  const words = contentWords(context)
  return candidates.slice(0, LOOKED_AT).flatMap((candidate) => {
    const { row } = candidate.evidence
    if (words.length === 0 || missingWords(context, row, words).length > 0) return []
    return splitClauseTexts(row.sentence.text)
      .map((clause) => clause.trim().replace(/[，,；;]$/, ''))
      .filter((clause) => !candidate.text.includes(clause) && words.every((word) => holdsWord(wordings, wordings.ofText(clause), word)))
      .map((text) => ({ ...candidate, text }))
  })
}
