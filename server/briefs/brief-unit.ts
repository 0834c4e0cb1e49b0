import type { SentenceTense } from '../../ingest/corpus/sentence.ts'
import type { IndicatorFact } from '../../ingest/facts/indicator-fact.ts'
import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'

/** A clause of a sentence with its punctuation, and the figures in it. */
export interface BriefClause {
  readonly text: string
  readonly facts: readonly IndicatorFact[]
}

/** A stretch of whole clauses of one sentence: what a brief quotes at a time. */
export interface BriefUnit {
  readonly row: SentenceRow
  readonly clauses: readonly BriefClause[]
  /** Word for word, punctuation as official papers set it, none at its end. */
  readonly text: string
  readonly facts: readonly IndicatorFact[]
  readonly topic: number
  readonly relevance: number
  readonly year: number | null
  readonly place: string | null
  readonly tense: SentenceTense | null
}

/** Blanks between Han characters and figures are scanning, not writing. */
export function plainText(text: string): string {
  return text.replace(/(?<![A-Za-z])\s+|\s+(?![A-Za-z])/g, '')
}

const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '!': '！', '?': '？' }

/** The same words with the punctuation of Chinese print: half-width signs are of the machine that typed the original. Those inside figures stay. */
export function officialText(text: string): string {
  return plainText(text).replace(/(?<!\d)[,:]|[,:](?!\d)|[;()!?]/g, (sign) => FULL_WIDTH[sign] ?? sign)
}

/** Makes a unit of clauses of a ranked sentence. */
export function createUnit(ranked: Pick<BriefUnit, 'row' | 'topic' | 'relevance'>, clauses: readonly BriefClause[]): BriefUnit {
  const { row, topic, relevance } = ranked
  const facts = clauses.flatMap((clause) => clause.facts)
  const { facets } = row.sentence
  const text = officialText(clauses.map((clause) => clause.text).join(''))
    .replace(/^[-—·•●\s]+|^\d{1,2}[.．、](?!\d)/g, '')
    .replace(/[，；：、。！？]+$/, '')
  return {
    row,
    clauses,
    text,
    facts,
    topic,
    relevance,
    year: facts.find((fact) => fact.year !== null)?.year ?? facets.year,
    place: facets.place,
    tense: facts.find((fact) => fact.tense !== null)?.tense ?? facets.tense,
  }
}
