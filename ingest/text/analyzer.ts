/** Text to terms: one chain for the index and for the question, so that both meet. */
export interface Analyzer {
  /** Names the chain, its version and the segmenter; vectors and postings of another fingerprint are rebuilt. */
  readonly fingerprint: string
  /** Terms in order, repeated as often as they occur: words (search mode), whole figures, percentages and 文号, single characters and bigrams of Han. */
  terms(text: string): string[]
}
