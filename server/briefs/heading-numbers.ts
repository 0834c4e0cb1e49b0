const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 99 as headings count: 一, 十, 十一, 二十三. */
export function chineseNumeral(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[ones]}`
}

export type HeadingLevel = 1 | 2 | 3

const LABELS: readonly RegExp[] = [/^[一二三四五六七八九十]+、/, /^（[一二三四五六七八九十]+）/, /^\d{1,2}[.．](?!\d)\s?/]

/** The level of a numbered heading: 一、 is 1, （一） is 2, 1. is 3; one without a number counts as 1. */
export function headingLevel(heading: string): HeadingLevel {
  const at = LABELS.findIndex((label) => label.test(heading))
  return at === 1 ? 2 : at === 2 ? 3 : 1
}

/** The heading without its number. */
export function bareHeading(heading: string): string {
  const label = LABELS.find((pattern) => pattern.test(heading))
  return (label ? heading.replace(label, '') : heading).trim()
}

/** Headings with numbers by their levels; a level that stands under none is raised. */
export function numberHeadings(headings: readonly { readonly level: HeadingLevel; readonly heading: string }[]): string[] {
  const counts = [0, 0, 0]
  return headings.map(({ level: wanted, heading }) => {
    const level = counts[0] === 0 ? 1 : wanted === 3 && counts[1] === 0 ? 2 : wanted
    counts[level - 1] = (counts[level - 1] ?? 0) + 1
    counts.fill(0, level)
    const n = counts[level - 1] ?? 1
    return level === 1
      ? `${chineseNumeral(n)}、${heading}`
      : level === 2
        ? `（${chineseNumeral(n)}）${heading}`
        : `${n}.${/^\d/.test(heading) ? ' ' : ''}${heading}`
  })
}
