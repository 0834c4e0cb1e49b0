import { comparableText } from '../../../ingest/structure/shingles.ts'
import { HAN_COUNTS } from '../../understand/han-counts.ts'

/** A term that counts its members: 六保, 两个稳居, 四项工程, 双百, 三横两纵, 1+N+X. */
export interface CollectiveTerm {
  /** The term as compared: letters, Han and digits in lower case. Empty where the question gives a number and a name apart (哪五个“化”). */
  readonly text: string
  /** How many members it counts; null for a term of several numbers. */
  readonly count: number | null
  /** The sum of the numbers of a term that has several nouns. */
  readonly total?: number
  /** What each member is or is called: 保, 稳居, 工程; empty for a term of several numbers. */
  readonly name: string
  /** The nouns or signs of a term of several numbers: 横 and 纵; 1, n and x. */
  readonly parts: readonly string[]
}

const COUNTS: Readonly<Record<string, number>> = { ...HAN_COUNTS, 双: 2 }
const NUMERAL = '(?:[一二]?十[一二三四五六七八九]?|[双两二三四五六七八九]|\\d{1,2})'
const MEASURE = '(?:个|大|项|种|条|类|件|张|块|支|道|方面|位|点|步)'
/** 三样, 十条: the thing counted has no name. */
const BARE_MEASURE = /^[样条个招件点项步策则]$/
/** 新三样, 老五样: a word before the number tells one set from another. */
const SIMPLE = new RegExp(
  `^(?:新|老|大|小|首批|十?新?时代)?(${NUMERAL})(?:${MEASURE}?(\\p{Script=Han}{1,10})|${MEASURE}(\\d+\\p{Script=Han}{1,3}))$`,
  'u',
)
const SIGNS = /^(?:[\dnxm]{1,2}\+){1,4}[\dnxm]{1,2}$/
const COMPOUND = /^(?:(?:[一两二三四五六七八九十双]|\d{1,2})个?\p{Script=Han}{1,3}?){2,5}$/u
const COMPOUND_PART = /([一两二三四五六七八九十双]|\d{1,2})个?(\p{Script=Han}{1,3}?)(?=[一两二三四五六七八九十双\d]|$)/gu
/** Five-year plans and other names that begin with a number and count nothing. */
const NO_COUNT = /^(?:十[一二三四五六]五|[二三]十[一二三四五六]|[一二三四五六七八九]五|一[体带路]|两会|三农|五一|十一|十三五)/
/** 三农 counts, though its name is a word by itself. */
const RAW_SIGNS = /[\dnxm＋+]{3,}/i

/** Reads a term that counts its members; null where it counts none. */
export function readCollectiveTerm(raw: string): CollectiveTerm | null {
  const folded = foldSigns(raw)
    .toLowerCase()
    .replace(/[“”"‘’\s]/g, '')
  if (RAW_SIGNS.test(folded) && SIGNS.test(folded)) return { text: folded, count: null, name: '', parts: folded.split('+') }
  const text = comparableText(folded)
  if (NO_COUNT.test(text) && text !== '三农') return null
  const simple = SIMPLE.exec(text)
  if (simple?.[3] === undefined && COMPOUND.test(text) && !/(?:位一体|[合归]一)$/.test(text)) {
    const matches = [...text.matchAll(COMPOUND_PART)]
    const total = matches.reduce((sum, match) => sum + (match[1] === '一' ? 1 : (COUNTS[match[1] ?? ''] ?? Number(match[1]))), 0)
    if (matches.length >= 2) return { text, count: null, name: '', parts: matches.map((match) => match[2] ?? ''), total }
  }
  if (!simple) return null
  const count = countOf(simple[1] ?? '')
  return count === null ? null : { text, count, name: (simple[2] ?? simple[3] ?? '').replace(BARE_MEASURE, ''), parts: [] }
}

/** Members that a question counts and names without a term: 哪五个“化”. */
export function countedMembers(numeral: string, name: string): CollectiveTerm | null {
  const count = countOf(numeral)
  return count === null ? null : { text: '', count, name: comparableText(name), parts: [] }
}

function countOf(numeral: string): number | null {
  const ten = /^([一二]?)十(.?)$/.exec(numeral)
  const count = ten ? (ten[1] === '二' ? 20 : 10) + (COUNTS[ten[2] ?? ''] ?? (ten[2] === '一' ? 1 : 0)) : (COUNTS[numeral] ?? Number(numeral))
  return count >= 2 && count <= 20 ? count : null
}

/** Full-width letters, digits and plus signs as plain ones; the length stays. */
export function foldSigns(text: string): string {
  return text.replace(/[Ａ-Ｚａ-ｚ０-９＋]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}

/** Signs that may stand within a term. Listed: all that is no letter, for every gap of a long term, takes a quarter of a second to compile. */
const BETWEEN = `[\\s"“”'‘’「」『』《》〈〉【】·•…—–_/|*-]`

/** Where a term stands in a text, quotation marks around it included; between its characters there may be signs that are not compared. */
export function createTermFinder(term: string): (text: string) => { readonly start: number; readonly end: number }[] {
  const body = term.includes('+') ? term.split('+').join('[”"“]?\\s*\\+\\s*[”"“]?') : [...term].join(`${BETWEEN}{0,2}`)
  const pattern = new RegExp(`[“"‘「《]?(?<![\\d.])${body}(?!\\d)[”"’」》]?`, 'gu')
  // Most sentences lack one of its characters, which is seen much sooner than that they lack the term.
  const needed = [...new Set(term.match(/\p{Script=Han}/gu) ?? [])]
  return (text) => {
    if (needed.some((character) => !text.includes(character))) return []
    // Folded beforehand: to ignore case over all of Unicode takes a quarter of a second to compile.
    const folded = foldSigns(text)
    const lower = folded.toLowerCase()
    return [...(lower.length === folded.length ? lower : folded).matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }))
  }
}
