import { overlapLength, type Range } from '../../../ingest/corpus/range.ts'
import type { Evidence, GoldQuestion } from '../questions/question.ts'
import { squash } from './squash.ts'

/** Share of a gold quote that a citation or passage has to cover. */
export const MIN_OVERLAP = 0.3

/** The documents as decoded, by file name: what offsets count in. */
export type Originals = ReadonlyMap<string, string>

export interface FileRange extends Range {
  readonly file: string
}

export interface CitedQuote extends FileRange {
  readonly quote: string
}

const withAlternatives = (evidence: Evidence): Evidence[] => [evidence, ...[evidence.alt ?? []].flat()]

/** Evidence as groups: each group needs one of its quotes. */
export function evidenceGroups(question: Pick<GoldQuestion, 'any_of' | 'evidence'>): Evidence[][] {
  if (question.any_of) return question.evidence.length > 0 ? [question.evidence.flatMap(withAlternatives)] : []
  const groups = new Map<string | number, Evidence[]>()
  question.evidence.forEach((evidence, index) => {
    const key = evidence.group ?? `#${index}`
    groups.set(key, [...(groups.get(key) ?? []), ...withAlternatives(evidence)])
  })
  return [...groups.values()]
}

/** Where the quote stands first in its file, null when it does not. */
export function goldRange(originals: Originals, evidence: Evidence): Range | null {
  const start = originals.get(evidence.file)?.indexOf(evidence.quote) ?? -1
  return start < 0 ? null : { start, end: start + evidence.quote.length }
}

/** True when the range covers at least 30 % of the gold quote in the same file. */
export function overlapsEvidence(originals: Originals, range: FileRange, evidence: Evidence): boolean {
  const gold = goldRange(originals, evidence)
  if (gold === null || range.file !== evidence.file) return false
  return overlapLength(range, gold) >= MIN_OVERLAP * (gold.end - gold.start)
}

export function isGroupMet(originals: Originals, group: readonly Evidence[], ranges: readonly FileRange[]): boolean {
  return group.some((evidence) => ranges.some((range) => overlapsEvidence(originals, range, evidence)))
}

/** True when the citation's offsets really slice its quote out of the file. */
export function isHonestCitation(originals: Originals, citation: CitedQuote): boolean {
  const text = originals.get(citation.file)
  if (text === undefined) return false
  const quote = squash(citation.quote)
  return quote.length > 0 && squash(text.slice(citation.start, citation.end)) === quote
}
