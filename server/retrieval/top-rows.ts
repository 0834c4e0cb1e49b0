/**
 * The rows with the largest positive scores, best first, equal scores by row. A heap of `limit` rows is kept, so the cost is a pass over the scores.
 *
 * @param scores one score a row; rows at or below 0 are left out
 */
export function topRows(scores: Float32Array, limit: number): number[] {
  const heap: number[] = []
  const worse = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0)
    return difference < 0 || (difference === 0 && a > b)
  }
  const siftDown = (): void => {
    let at = 0
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let least = at
      if (left < heap.length && worse(heap[left] ?? 0, heap[least] ?? 0)) least = left
      if (right < heap.length && worse(heap[right] ?? 0, heap[least] ?? 0)) least = right
      if (least === at) return
      swap(heap, at, least)
      at = least
    }
  }
  for (let row = 0; row < scores.length; row += 1) {
    if ((scores[row] ?? 0) <= 0) continue
    if (heap.length < limit) {
      heap.push(row)
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1
        if (!worse(heap[at] ?? 0, heap[parent] ?? 0)) break
        swap(heap, at, parent)
        at = parent
      }
    } else if (worse(heap[0] ?? 0, row)) {
      heap[0] = row
      siftDown()
    }
  }
  return heap.toSorted((a, b) => (worse(a, b) ? 1 : -1))
}

function swap(heap: number[], a: number, b: number): void {
  const held = heap[a] ?? 0
  heap[a] = heap[b] ?? 0
  heap[b] = held
}
