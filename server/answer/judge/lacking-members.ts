import { parseChineseInteger } from '../../../ingest/text/numerals.ts'
import type { DraftStatement } from '../sentences/draft.ts'

const NUMBER = '[两二三四五六七八九十百]+|\\d{1,4}'
const UNIT = '个|家|所|件|项|座|条|处|种|类|位|名|款|支|部|份|批|张|片|艘|台'
/** 哪两所, 哪几件: each of several is asked for by name. */
const WHICH = new RegExp(`哪(几|${NUMBER})(?:大)?(${UNIT})`)
/** Of what kind they are. */
const KIND_ASKED = new RegExp(`哪几(?:大)?(?:${UNIT})(?:新|重点|主要|重大)?([\\p{Script=Han}]{2,6}?)(?=$|[？?，,。]|[的了呢要将会])`, 'u')
/** 分别是哪些医院: they are of one kind, by the end of their names. */
const WHICH_OF_KIND = /哪些(\p{Script=Han}{2,4})[？?]?$/u
/** …的10项工程具体是哪些, 分别叫什么. */
const WHICH_OF_COUNTED = /(?:具体|分别|各|都|是|有|叫)(?:是|有|为|叫|指)?(?:哪些?|什么|啥|谁)(?!时候|地方)|名单/
const WHICH_CITIES = new RegExp(`哪(?:几|些|${NUMBER})(?:个|座)?(?:试点|重点|中心|样板)?(?:城市|省份|省市|省区市|地级市|设区市|区市)`)
const COUNTED = new RegExp(`(?<!哪)(${NUMBER})(?:大|余|多)?(${UNIT})`, 'g')
/** What ends the part of a sentence that an enumeration stands in. */
const PART_ENDS = /[，,；;。：:]/
/** What opens an enumeration behind what it counts. */
const OPENS = /[：:（(]|包括|涵盖|分别|(?:即|就是|为|是|有)(?!了|所|不)/
const JOINED = /[、和与及]/g
const LISTED = /[、；;，,]/g
/** What is counted is named this near to its number. */
const NEAR = 12
/** So many sentences on either side of the number belong to what it counts. */
const REACH = 12
const HAN_PAIR = /^\p{Script=Han}{2}$/u

/** How many of what a question asks to be named one by one. */
interface AskedMembers {
  /** Null where the question leaves it to the paper (哪几件). */
  readonly count: number | null
  readonly units: ReadonlySet<string>
  /** What the question says of them beside their number. */
  readonly named: string
}

/**
 * Whether an answer to a question for the members of something (两所高校是哪两所) says only how many there are: it holds their number, and no enumeration of as many beside it;
 * or whether it is asked for cities and names none. What else is told without a number is left to other judges.
 */
export function lacksMembers(asked: string, statements: readonly DraftStatement[], namesDivision: (text: string) => boolean): boolean {
  if (statements.length === 0) return false
  if (WHICH_CITIES.test(asked) && statements.every(({ text }) => !namesDivision(text))) return true
  const members = readAskedMembers(asked)
  if (members === null || statements.some(({ text }) => listsKind(asked, text))) return false
  const told = statements.map((statement) => ({ statement, counts: countsOf(sentenceOf(statement), members) }))
  const counts = told.flatMap((one) => one.counts)
  if (counts.length === 0 || counts.some(({ isListed }) => isListed)) return false
  if (told.some((one) => one.counts.some(({ count }) => namesOfKind(asked, sentenceOf(one.statement)) >= count))) return false
  const least = Math.min(...counts.map(({ count }) => count))
  const counting = told.filter((one) => one.counts.length > 0).map(({ statement }) => statement)
  return statements.length < least && namedBeside(statements, counting) < least
}

/** How many of the kind that is asked for a sentence names, in whatever clauses (4个中心，甲医院、乙医院建成，丙医院、丁医院即将建成: 哪些医院). */
function namesOfKind(asked: string, sentence: string): number {
  const kind = WHICH_OF_KIND.exec(asked)?.[1]
  return kind === undefined ? 0 : sentence.split(LISTED).filter((name) => new RegExp(`\\p{Script=Han}{2,}${kind}`, 'u').test(name)).length
}

/** Whether a text names several of the kind that is asked for without their number (哪几条高铁: 建成甲乙、丙丁高铁). */
function listsKind(asked: string, text: string): boolean {
  const kind = KIND_ASKED.exec(asked)?.[1]
  return kind !== undefined && new RegExp(`\\p{Script=Han}{2}[、和与及]\\p{Script=Han}{2,12}${kind}`, 'u').test(text)
}

/** What a clause of a sentence leaves out may be named in the rest of it. */
function sentenceOf({ text, rows: [row, ...others] }: DraftStatement): string {
  const sentence = row?.sentence.text ?? text
  return others.length === 0 && sentence.includes(text) ? sentence : text
}

/** How many things the statements that stand by the one with the number name: those in the sentences around it, several in one of them. */
function namedBeside(statements: readonly DraftStatement[], counting: readonly DraftStatement[]): number {
  const rowOf = ({ rows }: DraftStatement): number => rows[0]?.row ?? -1
  const beside = statements.filter((one) => !counting.includes(one) && counting.some((lead) => Math.abs(rowOf(one) - rowOf(lead)) <= REACH))
  return beside.reduce((sum, { text }) => sum + (text.match(LISTED)?.length ?? 0) + 1, 0)
}

function readAskedMembers(asked: string): AskedMembers | null {
  const which = WHICH.exec(asked)
  const counted = [...asked.matchAll(COUNTED)].flatMap(({ index, 0: { length }, 1: number = '', 2: unit = '' }) => {
    const count = parseChineseInteger(number)
    return count === null || count < 2 ? [] : [{ count, unit, named: around(asked, index, index + length) }]
  })
  if (which !== null) {
    const [{ length }, number = '', unit = ''] = which
    const count = number === '几' ? null : parseChineseInteger(number)
    if (count !== null && count < 2) return null
    const same = counted.filter((one) => one.count === count)
    const named = [around(asked, which.index, which.index + length), ...same.map((one) => one.named)].join(' ')
    return { count, units: new Set([unit, ...same.map((one) => one.unit)]), named }
  }
  const [first] = counted
  return first && WHICH_OF_COUNTED.test(asked) ? { count: first.count, units: new Set([first.unit]), named: first.named } : null
}

/** What stands beside a number in its own part of the sentence. */
function around(text: string, from: number, to: number): string {
  const [before = '', after = ''] = [
    text
      .slice(Math.max(0, from - NEAR), from)
      .split(PART_ENDS)
      .at(-1),
    text.slice(to, to + NEAR).split(PART_ENDS)[0],
  ]
  return `${before} ${after}`
}

/** The numbers in a sentence that count what is asked for, and whether as many are named beside each. */
function countsOf(sentence: string, { count: asked, units, named }: AskedMembers): { readonly count: number; readonly isListed: boolean }[] {
  return [...sentence.matchAll(COUNTED)].flatMap(({ index, 0: { length }, 1: number = '', 2: unit = '' }) => {
    const count = parseChineseInteger(number)
    if (count === null || count < 2 || !units.has(unit) || (asked !== null && count !== asked)) return []
    if (!sharesPair(named, around(sentence, index, index + length))) return []
    return [{ count, isListed: namedBefore(sentence.slice(0, index)) >= count || isNamedBehind(sentence.slice(index + length), count) }]
  })
}

function sharesPair(one: string, other: string): boolean {
  return Array.from(one, (_, i) => one.slice(i, i + 2)).some((pair) => HAN_PAIR.test(pair) && other.includes(pair))
}

/** Members that stand before their number: 甲、乙和丙3个. */
function namedBefore(before: string): number {
  return (before.split(PART_ENDS).at(-1)?.match(JOINED)?.length ?? 0) + 1
}

/** Whether as many members stand behind their number: 3个：甲、乙、丙, or 3个项目，甲、乙、丙开工. */
function isNamedBehind(after: string, count: number): boolean {
  const own = after.split('。')[0] ?? ''
  const opening = OPENS.exec(own)
  const opened = opening === null ? 0 : (own.slice(opening.index).match(LISTED)?.length ?? 0) + 1
  return opened >= count || own.split(PART_ENDS).some((part) => (part.match(JOINED)?.length ?? 0) + 1 >= count)
}
