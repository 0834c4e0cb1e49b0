/** at-least: 以上, 不低于, 突破; at-most: 以内, 不超过; about: 左右, 约, 近; exact: the figure stands alone. */
export type Bound = 'exact' | 'at-least' | 'at-most' | 'about'

export interface QualifierMatch {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly bound: Bound
}

const BEFORE: readonly (readonly [string, Bound])[] = [
  ['不低于', 'at-least'],
  ['不少于', 'at-least'],
  ['不小于', 'at-least'],
  ['不超过', 'at-most'],
  ['不高于', 'at-most'],
  ['不大于', 'at-most'],
  ['不多于', 'at-most'],
  ['超过', 'at-least'],
  ['突破', 'at-least'],
  ['高于', 'at-least'],
  ['大于', 'at-least'],
  ['多于', 'at-least'],
  ['至少', 'at-least'],
  ['低于', 'at-most'],
  ['小于', 'at-most'],
  ['少于', 'at-most'],
  ['不足', 'at-most'],
  ['不到', 'at-most'],
  ['最多', 'at-most'],
  ['至多', 'at-most'],
  ['将近', 'about'],
  ['接近', 'about'],
  ['大约', 'about'],
  ['约为', 'about'],
  ['约', 'about'],
  ['近', 'about'],
  ['超', 'at-least'],
  ['逾', 'at-least'],
]

const AFTER: readonly (readonly [string, Bound])[] = [
  ['及以上', 'at-least'],
  ['及以下', 'at-most'],
  ['以上', 'at-least'],
  ['以下', 'at-most'],
  ['以内', 'at-most'],
  ['之内', 'at-most'],
  ['左右', 'about'],
  ['上下', 'about'],
]

/** 多, 余 between figure and unit: 1000多人, 3000余万元. */
export const INFIX_MORE = new Set(['多', '余', '来'])

/** Words that end like a qualifier and are none: 节约500万元, 附近30个村, 赶超3家. */
const WORD_BEFORE: Readonly<Record<string, string>> = { 约: '节集制契预公邀签合违条', 近: '附最临就亲邻远靠', 超: '赶反' }

function skipBlanksBack(folded: string, at: number): number {
  let position = at
  while (position > 0 && folded.charAt(position - 1) === ' ') position--
  return position
}

/** The qualifier that ends at `at` (blanks between are allowed), or null. */
export function qualifierBefore(folded: string, at: number): QualifierMatch | null {
  const end = skipBlanksBack(folded, at)
  for (const [text, bound] of BEFORE) {
    if (!folded.endsWith(text, end)) continue
    const start = end - text.length
    const isWord = start > 0 && (WORD_BEFORE[text]?.includes(folded.charAt(start - 1)) ?? false)
    return isWord ? null : { text, start, end, bound }
  }
  return null
}

/** The qualifier that begins at `at` (blanks between are allowed), or null. */
export function qualifierAfter(folded: string, at: number): QualifierMatch | null {
  let start = at
  while (folded.charAt(start) === ' ') start++
  for (const [text, bound] of AFTER) {
    if (folded.startsWith(text, start)) return { text, start, end: start + text.length, bound }
  }
  return null
}
