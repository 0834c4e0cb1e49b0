import { diffArrays } from 'diff'
import type { WordingChange } from '../contract/indicators.ts'

/** Two wordings character by character. A full-width sign and its half-width form are the same one, shown as the later wording has it. */
export function diffCharacters(from: string, to: string): WordingChange['diff'] {
  const before = [...from]
  const after = [...to]
  let [old, now] = [0, 0]
  // Folded first: the comparison of two characters is what takes the time.
  return diffArrays(before.map(fold), after.map(fold)).map(({ count, added, removed }) => {
    const text = removed ? before.slice(old, old + count) : after.slice(now, now + count)
    if (!added) old += count
    if (!removed) now += count
    return { kind: added ? 'added' : removed ? 'dropped' : 'same', text: text.join('') }
  })
}

function fold(character: string): string {
  return character.charCodeAt(0) < 0x80 ? character : character.normalize('NFKC')
}
