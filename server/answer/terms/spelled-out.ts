import { type CollectiveTerm, foldSigns } from './collective-term.ts'
import { blank, familyIn, fits, LEADING_VERBS, longestFamily, MAX_MEMBER, type Places, VERBS } from './member-family.ts'

/** Where a sentence spells out the members of a term: how surely, and the stretch that does. */
export interface SpelledOut {
  readonly text: string
  /** Whether the sentence itself ties the list to the term. */
  readonly tied: boolean
}

const MAX_LISTED = 12
/** So few members must be about as long as each other, two of them more nearly. */
const MAX_FEW = 4
const MAX_UNEVEN = 3
const MAX_UNEVEN_TWO = 2
const CLOSERS: Readonly<Record<string, string>> = { '（': '）', '(': ')' }
/** Words that explain whatever follows them. */
const EXPLAINS = /^[^，。；：（(—]{0,14}?(?:[，,]?(?:即|是指|指的是|系指|指|也就是|就是))(?!南|导|标|挥|数|引|定|出)/
/** Words and signs that a list may follow. */
const INTRODUCES = /^[^，。；：（(—]{0,14}?(?:——|[：:]|[，,]?(?:分别(?:是|为)|具体(?:是|为|包括)|主要(?:是|包括)|包括|包含|涵盖))/u
const BRACKETED = /^[^，。；：（(—]{0,10}?([（(])/
const APPOSED = /^[^，。；：（(—]{0,6}?[，,]/
/** A verb right before the term: the list is not what stands before the verb. */
const VERB_BEFORE = new RegExp(`(?:${VERBS}|(?<!、行|作)为|[对向给把将以与在由从及、”])$`)
const VERB_INSIDE = new RegExp(`.${VERBS}`)
const TAIL_OF_LIST = /(?:等|这|的|在内的|为(?:主体|重点|核心|代表|支撑|主)的|组成的|构成的|及其|并称|合称|统称为?|的总称)+$/
const AND = /以及|[和与]|及(?![其时早格])/

/** The stretch of a sentence that spells out the members of a term; null where it does not. `at` are the places of the term in it. */
export function spelledOutIn(sentence: string, term: CollectiveTerm, at: Places): SpelledOut | null {
  for (const { start, end } of at) {
    const after = listAfter(sentence.slice(end), term)
    if (after !== null) return { text: wholeClauses(sentence, start, end + after), tied: true }
    const before = listBefore(sentence.slice(0, start), term)
    if (before !== null) return { text: wholeClauses(sentence, before, end), tied: true }
  }
  const parts = partsApart(sentence, term, at)
  if (parts !== null) return { text: parts, tied: true }
  const family = familyIn(sentence, term, at)
  return family === null ? null : { text: family, tied: at.length > 0 }
}

/** How far a list reaches that explains the term before it, from the term's end; null for none. */
function listAfter(tail: string, term: CollectiveTerm): number | null {
  const explained = EXPLAINS.exec(tail)
  if (explained) {
    const rest = tail.slice(explained[0].length)
    if (rest.length >= 4 && (splits(rest).some((items) => items.length >= 2) || term.count === null)) return tail.length
  }
  const bracket = BRACKETED.exec(tail)
  if (bracket) {
    const close = tail.indexOf(CLOSERS[bracket[1] ?? ''] ?? '）', bracket[0].length)
    const inside = close < 0 ? '' : tail.slice(bracket[0].length, close)
    if (isListOf(inside.replace(/^即|^指|^包括/, ''), term)) return close + 1
  }
  const introduced = INTRODUCES.exec(tail)
  if (introduced && isListOf(tail.slice(introduced[0].length), term)) return tail.length
  if (introduced) {
    const clause = /^[^，。；]*/.exec(tail.slice(introduced[0].length))?.[0] ?? ''
    if (isListOf(clause, term)) return introduced[0].length + clause.length
  }
  const apposed = APPOSED.exec(tail)
  if (apposed) {
    const clause = /^[^，。；]*/.exec(tail.slice(apposed[0].length))?.[0] ?? ''
    if (splits(clause).some((items) => items.length === term.count && items.every((item) => fits(item, term.name))))
      return apposed[0].length + clause.length
  }
  return null
}

/** Where a list begins that ends right before the term. */
function listBefore(head: string, term: CollectiveTerm): number | null {
  const text = head.replace(TAIL_OF_LIST, '')
  if (text === '' || VERB_BEFORE.test(text) || /[，,；;：:。]$/.test(text)) return null
  const from = Math.max(...['，', ',', '；', ';', '：', ':', '。', '“', '（', '('].map((sign) => lastOutside(text, sign))) + 1
  const list = text.slice(from)
  if (term.count === null) {
    const lower = foldSigns(list).toLowerCase()
    const isSum = splits(maskQuotes(list), false).some((items) => items.length === term.total && !VERB_INSIDE.test(items.at(-1) ?? ''))
    return list.includes('、') && (isSum || term.parts.every((part) => lower.includes(part))) ? from : null
  }
  const found = splits(maskQuotes(list), false).some(
    (items) =>
      items.length === term.count &&
      items.every((item) => item.length <= MAX_MEMBER) &&
      !VERB_INSIDE.test(items.at(-1) ?? '') &&
      isEven(items, term.name),
  )
  return found && (list.includes('、') || term.count === 2) ? from : null
}

/** A few things before a term are its members where none is much longer than the others, or all bear its name; else they are its neighbours in a list. */
function isEven(items: readonly string[], name: string): boolean {
  if (items.length > MAX_FEW || items.every((item) => fits(item, name))) return true
  const lengths = items.map((item, i) => (i === 0 ? item.replace(LEADING_VERBS, '') : item).length)
  // The first of several carries the words that are said of all.
  const compared = items.length === 2 ? lengths : lengths.slice(1)
  const [long, short] = [Math.max(...compared), Math.min(...compared)]
  return items.length === 2 ? long < MAX_UNEVEN_TWO * short : long < MAX_UNEVEN * short
}

/** What stands in quotation marks and brackets does not part a list. */
function maskQuotes(text: string): string {
  return text.replace(/[“《（(][^”》）)]*[”》）)]/g, (quoted) => '口'.repeat(quoted.length))
}

/** The last place of a sign that is not within quotation marks or brackets that close before the end. */
function lastOutside(text: string, sign: string): number {
  let depth = 0
  for (let i = text.length - 1; i >= 0; i -= 1) {
    const character = text[i] ?? ''
    if ('”』」）)》'.includes(character)) depth += 1
    else if ('“『「（(《'.includes(character)) {
      if (depth === 0 && character === sign) return i
      depth = Math.max(0, depth - 1)
    } else if (depth === 0 && character === sign) return i
  }
  return -1
}

function isListOf(text: string, term: CollectiveTerm): boolean {
  const body = text.replace(/[。！？；;]+$/, '')
  if (body.length < 4) return false
  if (term.count === null) return splits(body).some((items) => items.length >= 2)
  return (
    splits(body).some((items) => items.length === term.count && items.every((item) => item.length >= 1)) ||
    longestFamily(body, term.name) === term.count
  )
}

/** A term of several numbers is spelled out where each of its nouns or signs stands for itself: 横向…，纵向…; N个…和X个…. */
function partsApart(sentence: string, { parts }: CollectiveTerm, at: Places): string | null {
  if (parts.length === 0 || at.length === 0) return null
  const bare = blank(sentence, at)
  const lower = foldSigns(bare).toLowerCase()
  const places = parts.map((part) =>
    /^[a-z]$/.test(part) ? lower.search(new RegExp(`${part}[”"]?(?:个|家|项|类|条|种|座|代表|是|为|即|指)`)) : placeOf(lower, part),
  )
  const lettered = parts.some((part) => /^[a-z]$/.test(part))
  const needed = parts.map((part, i) => (/^\d+$/.test(part) && lettered ? 0 : (places[i] ?? -1)))
  if (needed.some((place) => place < 0)) return null
  const held = places.filter((place) => place >= 0)
  const ends = at.map(({ end }) => end)
  return wholeClauses(sentence, Math.min(...held, ...at.map(({ start }) => start)), Math.max(...held.map((place) => place + 1), ...ends), true)
}

/** A noun counts where it begins or ends a member, a number where it counts something. */
function placeOf(text: string, part: string): number {
  if (!/^\d+$/.test(part)) return text.search(new RegExp(`(?<=^|[、，；：“和及与])${part}|${part}(?=[、，；。”和及与向是为即指：]|$)`))
  return text.search(new RegExp(`(?<!\\d)${part}[”"]?(?:个|大|家|条|项|类|座|核|是|为|即|指)`))
}

/** The ways to cut a list: at its semicolons, at its commas of enumeration with or without 和, at its commas. */
function splits(list: string, everyAnd = true): string[][] {
  const body = list.replace(/[。！？；;，,]+$/, '')
  const cut = (pattern: RegExp): string[] => body.split(pattern).map((item) => item.trim())
  const paused = cut(/、/)
  const last = paused.at(-1) ?? ''
  const and = AND.exec(last)
  const ways = [
    cut(/[；;]/),
    paused,
    and ? [...paused.slice(0, -1), last.slice(0, and.index), last.slice(and.index + and[0].length)] : paused,
    ...(everyAnd ? [cut(/、|以及|[和及与]/)] : []),
    cut(/[，,]/),
  ]
  return ways.filter((items) => items.length >= 2 && items.length <= MAX_LISTED && items.every((item) => item !== ''))
}

const MAX_WHOLE = 160

/** The clauses of a sentence that a stretch lies in; the sentence itself where it is short. */
function wholeClauses(sentence: string, from: number, to: number, wide = false): string {
  if (sentence.length <= MAX_WHOLE || wide) return sentence
  const start = Math.max(...['，', '；', '。'].map((sign) => sentence.lastIndexOf(sign, from - 1))) + 1
  const rest = sentence.slice(to).search(/[，；。]/)
  return sentence.slice(from === 0 ? 0 : start, rest < 0 ? sentence.length : to + rest)
}
