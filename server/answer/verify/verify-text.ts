import { foldText } from '../../../ingest/facts/fold-text.ts'

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

/** Pairs of neighbouring Han characters, each packed into one number. */
export type HanPairs = ReadonlySet<number>

const FIRST_HAN = 0x4e00
const LAST_HAN = 0x9fff
const PLACE_VALUE = 0x10000

/** The pairs of neighbouring Han characters of a text, what stands between them left out; a single character stands for itself. */
export function hanPairs(text: string): Set<number> {
  const pairs = new Set<number>()
  let previous = 0
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < FIRST_HAN || code > LAST_HAN) continue
    if (previous !== 0) pairs.add(previous * PLACE_VALUE + code)
    previous = code
    count++
  }
  if (count === 1) pairs.add(previous)
  return pairs
}

/** The part of `wanted`'s pairs that `held` holds, 0 to 1; 1 when there is nothing to hold. */
export function coverage(wanted: HanPairs, held: HanPairs): number {
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
