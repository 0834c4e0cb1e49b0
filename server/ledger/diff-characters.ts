import { diffChars } from 'diff'
import type { WordingChange } from '../contract/indicators.ts'

/** Two wordings character by character. */
export function diffCharacters(from: string, to: string): WordingChange['diff'] {
  return diffChars(from, to).map(({ value, added, removed }) => ({ kind: added ? 'added' : removed ? 'dropped' : 'same', text: value }))
}
