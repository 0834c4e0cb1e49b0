import { foldText } from '../../ingest/facts/fold-text.ts'

const MARKS = /\[[0-9]{1,3}\]/g
const DROPPED = /[\s"'“”‘’「」《》*#]|(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/g

/** Text as it is compared: NFKC, without blanks, quotation marks, thousands commas and citation marks. */
export function comparableText(text: string): string {
  return foldText(text).replace(MARKS, '').replace(DROPPED, '')
}

/** Does `part` stand word for word in `whole`? Neither begins nor ends inside a number. Both are comparable texts. */
export function standsIn(part: string, whole: string): boolean {
  const wanted = part.replace(/[。;,!?.]+$/, '')
  if (wanted === '') return false
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
    if (!splitsNumber(whole, at) && !splitsNumber(whole, at + wanted.length)) return true
  }
  return false
}

/** Is `at` a border inside a number? */
function splitsNumber(text: string, at: number): boolean {
  const before = text.charAt(at - 1)
  const after = text.charAt(at)
  const isDigit = (character: string): boolean => character >= '0' && character <= '9'
  if (isDigit(before) && isDigit(after)) return true
  if (before === '.' && isDigit(after)) return isDigit(text.charAt(at - 2))
  return isDigit(before) && after === '.' && isDigit(text.charAt(at + 1))
}

const NOT_HAN = /[^\u4e00-\u9fff]/g

/** The pairs of neighbouring Han characters of a text; a single character stands for itself. */
export function hanPairs(text: string): Set<string> {
  const han = text.replace(NOT_HAN, '')
  const pairs = new Set<string>()
  if (han.length === 1) pairs.add(han)
  for (let at = 0; at + 1 < han.length; at++) pairs.add(han.slice(at, at + 2))
  return pairs
}

/** The part of `wanted`'s pairs that `held` holds, 0 to 1; 1 when there is nothing to hold. */
export function coverage(wanted: ReadonlySet<string>, held: ReadonlySet<string>): number {
  if (wanted.size === 0) return 1
  let found = 0
  for (const pair of wanted) if (held.has(pair)) found++
  return found / wanted.size
}

/** How alike two names are, 0 to 1: equal 1, one inside the other at least 0.5, else Dice over pairs of characters. */
export function nameSimilarity(a: string, b: string): number {
  if (a === '' || b === '') return 0
  if (a === b) return 1
  if (a.includes(b) || b.includes(a)) return 0.5 + (0.5 * Math.min(a.length, b.length)) / Math.max(a.length, b.length)
  const pairsA = hanPairs(a)
  const pairsB = hanPairs(b)
  if (pairsA.size + pairsB.size === 0) return 0
  let shared = 0
  for (const pair of pairsA) if (pairsB.has(pair)) shared++
  return (2 * shared) / (pairsA.size + pairsB.size)
}
