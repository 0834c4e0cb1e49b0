/** Text to terms: one chain for the index and for the question, so that both meet. */
export interface Analyzer {
  /** Names the chain, its version and the segmenter; vectors and postings of another fingerprint are rebuilt. */
  readonly fingerprint: string
  /** Terms in order, repeated as often as they occur: words (search mode), whole figures, percentages and 文号, single characters and bigrams of Han. */
  terms(text: string): string[]
  /** Makes a search for a question's terms, each of which stands in `wanted` once. */
  searchFor(wanted: readonly string[]): TermSearch
}

/** Which of the wanted terms `Analyzer.terms` would give for a text: their places in the list of wanted ones, each once, in the order in which the text first gives them. */
export type TermSearch = (text: string) => readonly number[]
