/** From this cosine on, a sentence means nearly what the question asks, and may tell it in other words: between a question and the clauses that would be quoted. */
export const CONFIRMING_COSINE = 0.52
