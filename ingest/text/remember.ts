/**
 * The function with its last results kept, for pure functions that are asked the same again and again: the clauses of the sentences that most questions turn up.
 *
 * @param limit so many results are kept; when they are full all are let go, which costs one slower question
 */
export function remember<T>(compute: (text: string) => T, limit: number): (text: string) => T {
  const results = new Map<string, T>()
  return (text) => {
    const known = results.get(text)
    if (known !== undefined) return known
    const result = compute(text)
    if (results.size >= limit) results.clear()
    results.set(text, result)
    return result
  }
}
