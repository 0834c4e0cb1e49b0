/** A sentence or part of one that proves an answer. `quote` stands character for character in the file's text. */
export interface Evidence {
  readonly file: string
  readonly quote: string
  /** Evidence of one group is interchangeable; of each group one is needed. */
  readonly group?: number | string
  readonly alt?: Evidence | readonly Evidence[]
}

/** One gold question; for a conversation the last turn is the one that is judged. */
export interface GoldQuestion {
  readonly id: string
  readonly category: string
  readonly difficulty: string
  readonly turns: readonly string[]
  readonly answerable: boolean
  readonly answer: string
  /** Strings that a right answer holds, all of them. */
  readonly must_include: readonly string[]
  /** Other ways to write a string of `must_include`. */
  readonly must_alt?: Readonly<Record<string, readonly string[]>> | readonly (string | readonly string[])[]
  /** True: any one piece of evidence will do. */
  readonly any_of: boolean
  readonly evidence: readonly Evidence[]
  readonly notes?: string
  /** Ids of the documents that are loaded together for this question; absent for the seed documents. */
  readonly library?: readonly string[]
}
