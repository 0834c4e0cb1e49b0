import { HAN_DIGITS, HAN_LARGE_UNITS, HAN_SMALL_UNITS } from '../text/numerals.ts'

/** A number as printed, without unit: `end` is one past it. */
export interface Numeral {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly script: 'arabic' | 'han'
}

// At most seven groups: a page of comma-separated digits stays linear.
const ARABIC = /[0-9]{1,3}(?:,[0-9]{3}){1,7}(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?/y

/** Reads the Arabic number that begins at `at` of folded text; null when no digit stands there. Thousands commas are part of it. */
export function readArabic(folded: string, at: number): Numeral | null {
  ARABIC.lastIndex = at
  const printed = ARABIC.exec(folded)?.[0]
  if (printed === undefined) return null
  return { start: at, end: at + printed.length, value: Number(printed.replaceAll(',', '')), script: 'arabic' }
}

const MAX_HAN_CHARS = 24

const HAN_NUMERALS = new Set([...Object.keys(HAN_DIGITS), ...Object.keys(HAN_SMALL_UNITS), ...Object.keys(HAN_LARGE_UNITS)])

export function isHanNumeral(character: string): boolean {
  return HAN_NUMERALS.has(character)
}

/** Reads the Chinese number that begins at `at`: 三万五千, 二〇二五, 十二. Null when none stands there. */
export function readHan(text: string, at: number): Numeral | null {
  let end = at
  while (end < text.length && end - at < MAX_HAN_CHARS && isHanNumeral(text.charAt(end))) end++
  if (end === at) return null
  const value = valueOfHan(text.slice(at, end))
  return value === null ? null : { start: at, end, value, script: 'han' }
}

/** @returns the value of a Chinese number, or null when the characters do not make one */
export function valueOfHan(printed: string): number | null {
  const characters = [...printed]
  if (characters.length > 1 && characters.every((character) => character in HAN_DIGITS)) {
    // 二〇二五 is read digit by digit; 三四 (“three or four”) is not a number.
    return characters.length >= 3 ? Number(characters.map((character) => HAN_DIGITS[character]).join('')) : null
  }
  let total = 0
  let section = 0
  let digit: number | null = null
  for (const character of characters) {
    const small = HAN_SMALL_UNITS[character]
    const large = HAN_LARGE_UNITS[character]
    if (small !== undefined) {
      section += (digit ?? 1) * small
      digit = null
    } else if (large !== undefined) {
      const below = section + (digit ?? 0)
      total = large === 1e8 ? (total + below || 1) * large : total + (below || 1) * large
      section = 0
      digit = null
    } else {
      if (digit !== null && digit !== 0) return null
      digit = HAN_DIGITS[character] ?? 0
    }
  }
  return total + section + (digit ?? 0)
}

const MULTIPLIERS: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千亿', 1e11],
  ['百亿', 1e10],
  ['十亿', 1e9],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['十万', 1e5],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 100],
]

/** The multiplier printed at `at` (万, 亿, 千万 …), the longest one, or null. */
export function readMultiplier(folded: string, at: number): { readonly end: number; readonly factor: number } | null {
  for (const [printed, factor] of MULTIPLIERS) if (folded.startsWith(printed, at)) return { end: at + printed.length, factor }
  return null
}
