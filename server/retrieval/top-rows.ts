/** The rows with the largest positive scores of those offered. */
export interface TopRows {
  /** Rows at or below 0 are left out. */
  offer(row: number, score: number): void
  /** Best first, equal scores by row. */
  take(): number[]
}

/** A heap of the best `limit` rows, the worst of them on top, so that most rows cost one comparison. */
export function createTopRows(limit: number): TopRows {
  const rows: number[] = []
  const scores: number[] = []
  const isWorse = (score: number, row: number, at: number): boolean => {
    const difference = score - (scores[at] ?? 0)
    return difference < 0 || (difference === 0 && row > (rows[at] ?? 0))
  }
  /** Puts a row where the heap has a gap, moving better ones down or worse ones up. */
  const put = (at: number, row: number, score: number): void => {
    rows[at] = row
    scores[at] = score
  }
  const move = (from: number, to: number): void => put(to, rows[from] ?? 0, scores[from] ?? 0)
  const rise = (row: number, score: number): void => {
    let at = rows.length
    for (; at > 0 && isWorse(score, row, (at - 1) >> 1); at = (at - 1) >> 1) move((at - 1) >> 1, at)
    put(at, row, score)
  }
  const sink = (row: number, score: number): void => {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= rows.length) break
      if (child + 1 < rows.length && isWorse(scores[child + 1] ?? 0, rows[child + 1] ?? 0, child)) child += 1
      if (isWorse(score, row, child)) break
      move(child, at)
      at = child
    }
    put(at, row, score)
  }
  return {
    offer(row, score) {
      if (score <= 0 || limit <= 0) return
      if (rows.length < limit) rise(row, score)
      else if (!isWorse(score, row, 0)) sink(row, score)
    },
    take: () => [...rows.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (rows[a] ?? 0) - (rows[b] ?? 0)).map((at) => rows[at] ?? 0),
  }
}
