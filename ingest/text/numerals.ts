/** The value of each Chinese digit, 两 and the two ways of writing a zero among them. */
export const HAN_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
/** Units below and from ten thousand: the larger ones multiply all that stands before them. */
export const HAN_SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
export const HAN_LARGE_UNITS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }

/**
 * Reads a whole number written in Chinese characters or Western digits (half or full width): 十六 → 16, 二〇二四 → 2024, 一百零五 → 105, １２ → 12.
 *
 * @returns null when the text is not such a number
 */
export function parseChineseInteger(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  if (/^\d{1,15}$/.test(plain)) return Number(plain)
  if (plain === '' || !/^[〇零○一二两三四五六七八九十百千万亿]+$/.test(plain)) return null
  if (!/[十百千万亿]/.test(plain)) return Number([...plain].map((digit) => HAN_DIGITS[digit]).join(''))
  return parseWithUnits(plain)
}

function parseWithUnits(plain: string): number {
  let total = 0
  let section = 0
  let digit = 0
  for (const character of plain) {
    const small = HAN_SMALL_UNITS[character]
    const large = HAN_LARGE_UNITS[character]
    if (small !== undefined) {
      section += (digit || 1) * small
      digit = 0
    } else if (large !== undefined) {
      // 万亿 multiplies, 亿…万 adds: a unit reaches back over what is smaller than itself.
      const smaller = total < large ? total : 0
      total = total - smaller + (smaller + section + digit || 1) * large
      section = 0
      digit = 0
    } else digit = HAN_DIGITS[character] ?? 0
  }
  return total + section + digit
}
