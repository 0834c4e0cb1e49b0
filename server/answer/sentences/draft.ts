import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'

/** One sentence of an answer before its citations have numbers. */
export interface DraftStatement {
  readonly text: string
  /** What stands before the text and is not quoted, e.g. 2024年某市：. */
  readonly label?: string
  readonly rows: readonly SentenceRow[]
  /** True for a figure worked out from two cited ones, which no source holds. */
  readonly computed?: true
  /** True for what a paper says of itself, its day, its stages or who answers for its tasks: neither done nor to be done. */
  readonly ofPaper?: true
}

export interface DraftTable {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly { readonly text: string; readonly rows: readonly SentenceRow[] }[])[]
}

/** What an answerer found: statements in order, with the sentences that they stand on. */
export interface Draft {
  readonly kind: 'answered'
  readonly statements: readonly DraftStatement[]
  readonly tables?: readonly DraftTable[]
  readonly conflicts?: readonly {
    readonly indicator: string
    readonly year: number | null
    readonly place: string | null
    readonly values: readonly { readonly text: string; readonly rows: readonly SentenceRow[] }[]
  }[]
  /** Parts of the question that the library does not answer, in Chinese. */
  readonly lacking?: readonly string[]
  readonly suggestions?: readonly string[]
  /** True where all that the question asks for is told, however many clauses it has. */
  readonly whole?: true
}

/** Why there is no answer, in Chinese, and what comes nearest. */
export interface Refusal {
  readonly kind: 'abstained'
  readonly reason: string
  readonly missing: readonly string[]
  readonly nearest: readonly SentenceRow[]
  readonly suggestions?: readonly string[]
}
