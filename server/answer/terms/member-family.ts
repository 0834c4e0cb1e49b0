import type { CollectiveTerm } from './collective-term.ts'

/** Where a term stands in a sentence. */
export type Places = readonly { readonly start: number; readonly end: number }[]

/** A member is no longer, in characters. */
export const MAX_MEMBER = 40
/** Verbs that papers put before what is done; none of them is part of a member's name. */
export const VERBS =
  '(?:实施|落实|推进|开展|增强|坚定|做到|树牢|树立|坚持|围绕|深化|聚焦|实现|推动|构建|打造|形成|创建|加强|完善|按照|通过|严格|持续|健全|做好|抓好|贯彻|执行|强化|统筹|提升|扩大|整治|建设|发展|支持|确保|强调|提出|明确|完成|抓实|争创|纠治|开创|建立|部署|谋划|突出|全面|继续|深入|扎实|领悟|捍卫|用好|用足|奋力|坚决|解决|推行|推广|启动|打响|打好|践行|争当|争做|入选|进入|纳入|获评|列入|获批|融入|打通|促进|提高|开通|建成|举办|服务|适用|成为|作为|属于|位于|来自|发挥|引导|鼓励|制定|发布|拟定|出台|印发|宣传|享受|参加|开办)'
export const LEADING_VERBS = new RegExp(`^(?:${VERBS})+`)

/** Exactly as many members in a row as the term counts, each named as the term says. */
export function familyIn(sentence: string, term: CollectiveTerm, at: Places): string | null {
  if (term.count === null || term.name === '') return null
  const bare = blank(sentence, at)
  const ways: readonly Way[] = [
    { cut: /[、，；：,;]/g, joins: /^[、]$/, fits },
    { cut: /[、，；：,;]|以及|[和及与]/g, joins: /^[、和及与]|以及$/, fits },
    ...(at.length === 0 && term.count <= 3
      ? []
      : [{ cut: /[、，；：,;]/g, joins: /./, fits: term.count > (at.length > 0 ? 3 : 4) ? fits : headedBy }]),
  ]
  const runs = ways.map((way) => longestRun(itemsOf(bare, way.cut), term.name, way))
  if (runs.some((run) => run.length > (term.count ?? 0))) return null
  const found = runs.find((run) => run.length === term.count)
  if (!found || (term.count === 2 && at.length === 0 && !areAlike(found, term.name))) return null
  return sentence.slice(found[0]?.start ?? 0, found.at(-1)?.end ?? sentence.length).replace(/[，；：、,;。]$/, '')
}

/** A way to cut a sentence into members: where, what may stand between two of them, and what makes one. */
interface Way {
  readonly cut: RegExp
  readonly joins: RegExp
  readonly fits: (member: string, name: string) => boolean
}

interface Item {
  readonly text: string
  readonly start: number
  readonly end: number
  /** The sign or word before it. */
  readonly after: string
}

function longestRun(items: readonly Item[], name: string, way: Way): Item[] {
  let longest: Item[] = []
  let run: Item[] = []
  for (const item of items) {
    const goesOn = run.length > 0 && way.joins.test(item.after)
    run = way.fits(item.text, name) ? [...(goesOn ? run : []), item] : []
    if (run.length > longest.length) longest = run
  }
  return longest
}

/** Two members apart from their term go on in the same words behind its name (甲稳居前列、乙稳居前列), or end on it. */
function areAlike(items: readonly Item[], name: string): boolean {
  const rests = items.map(({ text }) => text.slice(text.indexOf(name) + name.length).replace(/[\s。；！]/g, ''))
  const [first, second] = items
  return (
    rests.every((rest) => rest === rests[0]) && items.every(({ text }) => text.trim().indexOf(name) > 0) && second?.start === (first?.end ?? 0) + 1
  )
}

export function longestFamily(text: string, name: string): number {
  let longest = 0
  let length = 0
  for (const item of text.split(/[、，；,;]|以及|[和及与]/)) {
    length = fits(item, name) ? length + 1 : 0
    longest = Math.max(longest, length)
  }
  return longest
}

/** Whether a member is named as its collective says: 保就业 of 六保, 文化强市 of 四个强市, 最严谨的标准 of 四个最严. */
export function fits(member: string, name: string): boolean {
  const text = member.replace(/[“”"‘’\s。；;！]|等$|工作$/g, '')
  if (text.length <= name.length || text.length > MAX_MEMBER || name === '') return false
  return name.length >= 2 ? text.includes(name) : text.startsWith(name) || text.endsWith(name)
}

/** Whether a member begins, verbs apart, or ends with the name of its collective. */
function headedBy(member: string, name: string): boolean {
  const text = member.replace(/[“”"‘’\s。；;！]/g, '')
  return fits(member, name) && (text.endsWith(name) || text.slice(0, text.indexOf(name)).replace(LEADING_VERBS, '') === '')
}

function itemsOf(text: string, separators: RegExp): Item[] {
  const items: Item[] = []
  let start = 0
  let after = ''
  for (const match of text.matchAll(separators)) {
    items.push({ text: text.slice(start, match.index), start, end: match.index, after })
    start = match.index + match[0].length
    after = match[0]
  }
  items.push({ text: text.slice(start), start, end: text.length, after })
  return items
}

/** The sentence with the term itself made blank; the length stays. */
export function blank(sentence: string, at: Places): string {
  return at.reduce((text, { start, end }) => text.slice(0, start) + '　'.repeat(end - start) + text.slice(end), sentence)
}
