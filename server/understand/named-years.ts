import { foldYears } from '../../ingest/structure/fold-years.ts'

/**
 * A year that a sentence only compares with (快于2024年, 比2020年下降) is not what it is about; the first year of a growth is, where the figure of that year stands beside it
 * (从2020年的3.68万亿元增长到…).
 */
const NAMED_YEAR = /(?<![\d比较于自从由与])((?:19|20)\d{2})\s?年|(?<=[从由]\s?)((?:19|20)\d{2})\s?年(?=底?末?的?\s?约?\d)/g

/** The years that a sentence names in full, in whatever digits, and does not only compare with. */
export function namedYearsOf(text: string): number[] {
  return [...foldYears(text).matchAll(NAMED_YEAR)].map((match) => Number(match[1] ?? match[2]))
}
