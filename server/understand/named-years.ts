/**
 * A year that a sentence only compares with (快于2024年, 比2020年下降) is not what it is about; the first year of a growth is, where the figure of that year stands beside it
 * (从2020年的3.68万亿元增长到…).
 */
const NAMED_YEAR = /(?<![\d比较于自从由与])((?:19|20)\d{2})\s?年|(?<=[从由]\s?)((?:19|20)\d{2})\s?年(?=底?末?的?\s?约?\d)/g

/** 二〇二〇年, 二0一0年: papers of some years write years out. */
const WRITTEN_YEAR = /(?<![比较于自从由与〇零○一二三四五六七八九])([一二][九〇零○0０][〇零○0０一二三四五六七八九]{2})年/g
const WRITTEN_DIGITS = '〇一二三四五六七八九'

/** The years that a sentence names in full and does not only compare with. */
export function namedYearsOf(text: string): number[] {
  const printed = [...text.matchAll(NAMED_YEAR)].map((match) => Number(match[1] ?? match[2]))
  const written = [...text.matchAll(WRITTEN_YEAR)].map(([, digits = '']) =>
    Number([...digits].map((one) => Math.max(0, WRITTEN_DIGITS.indexOf(one))).join('')),
  )
  return written.length > 0 ? [...printed, ...written] : printed
}
