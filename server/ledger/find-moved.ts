/**
 * Which of some positions stand out of order: all but a longest run that rises. What was moved is fewer than what stayed.
 *
 * @param positions where each item stood before, in the order in which the items stand now; no position twice
 * @returns indexes into `positions`
 */
export function findMoved(positions: readonly number[]): Set<number> {
  // Patience sorting: tails[length] is the index of the smallest last position of a rising run of that length.
  const tails: number[] = []
  const previous: number[] = []
  for (const [index, position] of positions.entries()) {
    const length = countBelow(tails, positions, position)
    previous[index] = length === 0 ? -1 : (tails[length - 1] ?? -1)
    tails[length] = index
  }
  const stayed = new Set<number>()
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) stayed.add(index)
  return new Set([...positions.keys()].filter((index) => !stayed.has(index)))
}

function countBelow(tails: readonly number[], positions: readonly number[], position: number): number {
  let [low, high] = [0, tails.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((positions[tails[middle] ?? 0] ?? 0) < position) low = middle + 1
    else high = middle
  }
  return low
}
