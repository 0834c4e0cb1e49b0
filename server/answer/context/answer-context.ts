import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import type { Analyzer } from '../../../ingest/text/analyzer.ts'
import type { Segmenter } from '../../../ingest/text/segmenter.ts'
import type { Evidence, Retriever } from '../../retrieval/retriever.ts'
import type { RowFilter } from '../../retrieval/row-filter.ts'
import type { FocusPart, Intent } from '../../understand/intent.ts'
import type { LibraryKnowledge } from '../../understand/library-knowledge.ts'
import type { SynonymFinder } from '../../understand/other-names.ts'
import type { TwinFinder } from '../cite/citations.ts'
import type { FactReader } from '../facts/fact-reader.ts'
import type { TermWeights, WindowSearch } from '../sentences/clause-window.ts'
import type { Wordings } from '../sentences/wordings.ts'

/** What every answerer works with: one question over one snapshot. */
export interface AnswerContext {
  readonly snapshot: LibrarySnapshot
  readonly knowledge: LibraryKnowledge
  readonly intent: Intent
  readonly retriever: Retriever
  /** Terms of a text, and the search for some terms in texts; the same chain as the index. */
  readonly termsOf: (text: string) => readonly string[]
  readonly searchFor: Analyzer['searchFor']
  readonly clausesOf: WindowSearch['clausesOf']
  readonly segmenter: Segmenter
  readonly synonyms: SynonymFinder
  /** The figures of the whole library, with the names that users gave them. */
  readonly ledger: Pick<FactReader, 'ofLibrary' | 'ofRow' | 'grouping'>
  readonly twins: TwinFinder
  readonly wordings: Wordings
  readonly signal: AbortSignal | undefined
  /** Reads another question over the same library; without it no suggestions are made. */
  readonly readQuestion?: (question: string) => Intent
  /** Suggestions that were tried over this snapshot, and whether they are answered. */
  readonly tried?: Map<string, boolean>
}

/** A candidate sentence with the clauses that answer. */
export interface Candidate {
  readonly evidence: Evidence
  readonly text: string
  readonly coverage: number
  readonly hasFigure: boolean
  /** How far the sentence names a thing of the type that is asked for, 0 to 1; null where the question leaves the type open. */
  readonly named: number | null
  /** Of the clauses with the question, where they were compared; of the sentence otherwise. */
  readonly cosine: number
  readonly score: number
}

/** The year that a candidate's sentence is dated by; null where it is left open, or there is no candidate. */
export function yearOf(candidate: Candidate | null | undefined): number | null {
  return candidate?.evidence.row.sentence.facets.year ?? null
}

/** The years and place of one side of the question. */
export interface Scope {
  readonly years: readonly number[]
  readonly places: readonly string[]
}

/** The years and places that a question names. */
export function askedScope({ years, places }: Pick<Intent, 'years' | 'places'>): Scope {
  return { years, places: places.map(({ name }) => name) }
}

/** A scope as answers name it: 2030年、2031年青江市. */
export function nameScope({ years, places }: Scope): string {
  return `${years.map((year) => `${year}年`).join('、')}${places.join('、')}`
}

/** Restricts the search to a scope: documents about the place, or, for a place that no document is about, sentences that name it. */
export function filterFor(intent: Intent, scope: Scope): RowFilter {
  const named = intent.places.filter((place) => scope.places.includes(place.name))
  const held = named.filter((place) => place.standing === 'held')
  const unasked = scope.places.filter((name) => !intent.places.some((place) => place.name === name))
  return {
    years: scope.years,
    places: [...held.map((place) => place.name), ...unasked],
    widePlaces: held.filter((place) => !place.strict).map((place) => place.name),
    documentIds: intent.documentIds,
    placedDocuments: named.flatMap((place) => place.documents ?? []),
    mentions: held.length > 0 ? [] : named.map((place) => place.name.replace(/(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区)$/, '')),
  }
}

/** Weights of the question's terms for choosing clauses. */
export function weighTerms(context: AnswerContext, parts: readonly FocusPart[], terms: ReadonlyMap<string, number>): TermWeights {
  const own = new Set(parts.flatMap((part) => [...context.termsOf(part.text)]))
  const weights = new Map<string, number>()
  for (const [term, weight] of terms) weights.set(term, weight * context.snapshot.sentencePostings.idf(term) * (own.has(term) ? 1 : 0.9))
  return weights
}
