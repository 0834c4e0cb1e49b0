import { squash } from './squash.ts'

const withoutThousands = (text: string): string => squash(text).replace(/,(?=\d{3}(?!\d))/g, '')

/**
 * True when `needle` stands in `hay` and, where it begins or ends in a digit, no figure goes on there: 7% is not found in 17%, 3.1 not in 3.14.
 * Both are squashed and lose their thousands separators first.
 */
export function holds(hay: string, needle: string): boolean {
  const text = withoutThousands(hay)
  const wanted = withoutThousands(needle)
  if (wanted === '') return true
  const startsInDigit = /^\d/.test(wanted)
  const endsInDigit = /\d$/.test(wanted)
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text[at - 1] ?? ''
    const after = text.slice(at + wanted.length, at + wanted.length + 2)
    if (startsInDigit && /[\d.]/.test(before)) continue
    if (endsInDigit && /^(?:\d|\.\d)/.test(after)) continue
    return true
  }
  return false
}
