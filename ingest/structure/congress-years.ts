import { parseChineseInteger } from '../text/numerals.ts'

/** The years of the party's congresses before they came to be held every five years. */
const EARLY = [1921, 1922, 1923, 1925, 1927, 1928, 1945, 1956, 1969, 1973, 1977]
const LATER_FROM = 1982
const APART = 5

/** The year of the national congress of the party that a title names by its number; null where it names none. */
export function congressYear(title: string): number | null {
  const number = parseChineseInteger(/中国共产党第([一二三四五六七八九十]{1,3})次全国代表大会/.exec(title)?.[1] ?? '')
  if (!number) return null
  return EARLY[number - 1] ?? LATER_FROM + APART * (number - 1 - EARLY.length)
}
