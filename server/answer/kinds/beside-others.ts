import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../../ingest/index/sentence-row.ts'
import { foldYears } from '../../../ingest/structure/fold-years.ts'
import type { Intent } from '../../understand/intent.ts'
import type { Candidate, Scope } from '../context/answer-context.ts'

/** One side of a comparison, searched. */
export interface SearchedSide {
  readonly side: Scope
  /** As it was searched: with the year or place that was filled in. */
  readonly scope: Scope
  readonly candidates: readonly Candidate[]
  readonly accepted: readonly Candidate[]
}

/**
 * The sides of a comparison of aims, each with the sentences that name its year where there are any; one that has none is told by the sentence that opens with its year under the
 * heading where another side's aim stands (到2030年底，…; 到2035年底，…), which need not name the subject again.
 */
export function besideOthers({ tense, expected }: Pick<Intent, 'tense' | 'expected'>, searched: readonly SearchedSide[]): readonly SearchedSide[] {
  if (tense !== 'target' || expected.kind === 'figure' || searched.length < 2) return searched
  const dated = searched.map(({ side, accepted }) => accepted.filter(({ evidence: { row } }) => namesYears(side, row)))
  return searched.map((one, i) => {
    const own = dated[i] ?? []
    if (own.length > 0) return { ...one, accepted: own }
    const [year, ...others] = one.side.years
    if (year === undefined || others.length > 0) return one
    const told = searched.flatMap((other, at) => (samePlaces(one.side, other.side) ? (dated[at]?.[0] ?? []) : []))
    const found = told.flatMap((candidate) => besideOf(candidate, year))
    return found.length > 0 ? { ...one, accepted: found.slice(0, 1) } : one
  })
}

/** A paper's own year dates what it says of no year. */
function namesYears({ years }: Scope, { sentence: { role, text } }: SentenceRow): boolean {
  return role !== 'title' && role !== 'heading' && years.some((year) => foldYears(text).includes(`${year}年`))
}

function samePlaces(a: Scope, b: Scope): boolean {
  return a.places.join() === b.places.join()
}

function besideOf(candidate: Candidate, year: number): Candidate[] {
  const { row } = candidate.evidence
  const opens = new RegExp(`^[—–-]*(?:力争)?到?${year}年`)
  return row.document.document.sentences
    .filter(({ section, role, text }) => section === row.sentence.section && role !== 'heading' && opens.test(foldYears(text).trim()))
    .slice(0, 1)
    .map((sentence) => ({ ...candidate, text: sentence.text, evidence: { ...candidate.evidence, row: sentenceRow(row.document, sentence) } }))
}
