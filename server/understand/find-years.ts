/** What relative years are counted from. */
export interface YearAnchors {
  /** The newest year that the library speaks of as 今年; null for an undated library. */
  readonly newest: number | null
  /** The year that the conversation is about. */
  readonly conversation: number | null
}

export interface FoundYears {
  /** Ascending, each once. */
  readonly years: readonly number[]
  /** The question without them. */
  readonly rest: string
  /** True when they are counted from the conversation or the library. */
  readonly relative: boolean
}

const RANGE = /((?:19|20)\d{2})年?(?:实际|底)?(?:[—\-–~～至到]{1,2})((?:19|20)\d{2})年?/g
const COMPARED = /(?:比|较)(?:19|20)\d{2}年(?:底|末)?(?=下降|降低|增长|提高|上升|增加|减少|翻)/g
const FULL = /(?<!\d)((?:19|20)\d{2})(?!\d|[〕\]）)】]\s*第?\d+号)(?:年度?(?:底|末|初|全年)?)?/g
const SHORT = /(?<![\d第])([0-4]\d)年(?!级|龄|代)/g
const RELATIVE: readonly { readonly pattern: RegExp; readonly from: keyof YearAnchors; readonly offset: number }[] = [
  { pattern: /(?:再|往)?(?:下|后)(?:一|面一)?年|第二年|次年/, from: 'conversation', offset: 1 },
  { pattern: /(?:再|往)?(?:上|前|往前)一?年度?|往前推一年|前一年/, from: 'conversation', offset: -1 },
  { pattern: /同一年|当年(?!度?完成)|那一年|那年/, from: 'conversation', offset: 0 },
  { pattern: /前年/, from: 'newest', offset: -2 },
  { pattern: /去年/, from: 'newest', offset: -1 },
  { pattern: /今年|本年度?/, from: 'newest', offset: 0 },
  { pattern: /明年/, from: 'newest', offset: 1 },
]
const RECENT = /(?:近|最近|这|过去)([两二三四五]|\d)年|([两三四五])年(?=(?:的)?(?:目标|变化|来|间|实际|对比|比较))/
const COUNTS: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 }
const MAX_SPAN = 12

/** Finds the years that a question asks about: 2024年, 24年, 2023—2025年, 今年/去年/前年, 上一年, 近三年. A year that is only compared with (比2020年) is none. */
export function findYears(question: string, anchors: YearAnchors): FoundYears {
  const years = new Set<number>()
  const compared: string[] = []
  let rest = question.replace(COMPARED, (text) => `\u0000${compared.push(text) - 1}\u0000`)
  rest = rest.replace(RANGE, (text, from: string, to: string) => {
    const [first, last] = [Number(from), Number(to)]
    if (last < first || last - first > MAX_SPAN) return text
    for (let year = first; year <= last; year += 1) years.add(year)
    return ' '
  })
  rest = rest.replace(FULL, (_, year: string) => {
    years.add(Number(year))
    return ' '
  })
  rest = rest.replace(SHORT, (_, year: string) => {
    years.add(2000 + Number(year))
    return ' '
  })
  const explicit = years.size > 0
  if (!explicit) rest = addRelative(rest, anchors, years)
  else rest = rest.replace(/(?:今|去|前|明)年(?=[ （(])/g, ' ')
  rest = rest
    .split('\u0000')
    .map((part, index) => (index % 2 === 1 ? (compared[Number(part)] ?? '') : part))
    .join('')
  return { years: [...years].toSorted((a, b) => a - b), rest, relative: !explicit && years.size > 0 }
}

function addRelative(text: string, anchors: YearAnchors, years: Set<number>): string {
  const recent = RECENT.exec(text)
  if (recent && anchors.newest !== null) {
    const count = COUNTS[recent[1] ?? recent[2] ?? ''] ?? Number(recent[1])
    for (let back = count - 1; back >= 0; back -= 1) years.add(anchors.newest - back)
    return text.replace(RECENT, ' ')
  }
  let rest = text
  for (const { pattern, from, offset } of RELATIVE) {
    const anchor =
      from === 'conversation' ? anchors.conversation : from === 'newest' && offset < 0 ? (anchors.conversation ?? anchors.newest) : anchors.newest
    if (anchor === null || !pattern.test(rest)) continue
    years.add(anchor + offset)
    rest = rest.replace(pattern, ' ')
  }
  return rest
}
