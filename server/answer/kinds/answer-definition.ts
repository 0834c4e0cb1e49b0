import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { comparableText } from '../../../ingest/structure/shingles.ts'
import { shortPlaceName } from '../../understand/gazetteer.ts'
import { readAskedPart, readPartOfPaper } from '../../understand/section-cues.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { findEntry, findHeaded, findNote, findNumbered, findUnderHeading } from '../find/find-entry.ts'
import type { Draft } from '../sentences/draft.ts'
import { findBracketed, findDefining, findKindOf, findNaming } from '../terms/find-defining.ts'
import { answerCollective, answerMembers, answerSign } from './answer-collective.ts'

type Finder = (rows: readonly SentenceRow[], term: string) => SentenceRow[]

const PLAIN: readonly Finder[] = [findEntry, findNote, findHeaded, findDefining, findKindOf]
const LOOSER: readonly Finder[] = [findBracketed, findUnderHeading, findNaming, findNumbered]

const ASKS_WHAT_IS =
  /(?:什么|啥)(?:叫|是)(?!时候)([^？?，,]{2,24})|(?:何为|何谓)([^？?，,]{2,24})|^([^？?，,]{2,30}?)(?:到底|究竟|具体|又)?(?:是个?|算个?|是一[种个])(?:什么|啥|怎样)(?:样)?的?\p{Script=Han}{0,4}$|^([^？?，,]{2,24})(?:是什么意思|是啥意思|指的?是?(?:什么|啥)|的含义|怎么定义|如何定义|是怎么回事)/u
const ASKS_WHAT_EACH_IS = /^([^？?，,]{4,40}?)(?:分别|各自?|都)(?:是|指)(?:的是)?(?:什么|啥)(?:意思|概念)?[？?]?$/
/** The number of an entry in a list of terms is no part of what it says. */
const ENTRY_NUMBER = /^(?:\d{1,3}[.．、](?!\d)|[①-⑳]|[［[【]\s*\d{1,3}\s*[］\]】])\s*(?=.{4})/
/** What a paper says of the term is not part of it: 报告里讲的X. */
const SAID = /^.*?(?:(?:里|中|上)?(?:讲|说|提|写)(?:到|的)+|(?:文件|报告|方案|意见|规划|通知|办法|纲要)(?:里|中|上)的?)/

/** Whether a question asks for the meaning of a term in so many words: where no paper tells it, what else is said of the term does not answer. */
export function asksForMeaning(asked: string): boolean {
  return /^(?:什么是|什么叫|啥叫|啥是|何为)|何谓|什么意思|怎么定义|如何定义/.test(asked)
}

/** What a term means: its entry in the document's list of terms, else a sentence that defines it, else the members that a number in it counts. */
export function answerDefinition(context: AnswerContext): Draft | null {
  const sign = answerSign(context)
  if (sign) return sign
  const several = answerSeveral(context)
  if (several) return several
  const terms = askedTerms(context)
  if (terms.length === 0) return answerCollective(context)
  const holding = new Map(terms.map((term) => [term, rowsWith(context, term)]))
  return findFirst(PLAIN, terms, holding) ?? answerCollective(context) ?? findFirst(LOOSER, terms, holding)
}

/** What a thing is, for a question that may ask for something else of it (X是什么): only where the library says so in so many words. */
export function answerWhatIs(context: AnswerContext): Draft | null {
  const terms = spokenTerms(context.intent.asked)
  const members = answerMembers(context)
  if (members || terms.length === 0) return members
  const holding = new Map(terms.map((term) => [term, rowsWith(context, term)]))
  // 主要任务是什么 asks for a part of a paper.
  const isPart = readPartOfPaper(context.intent.asked) !== null || readAskedPart(context.intent.asked) !== null
  return findFirst(isPart ? PLAIN : [...PLAIN, findUnderHeading], terms, holding)
}

/** Terms that are asked for side by side (甲和乙分别是什么意思), each by itself; null where one alone is asked for or none is found. */
function answerSeveral(context: AnswerContext): Draft | null {
  const { asked, places } = context.intent
  const said = ASKS_WHAT_EACH_IS.exec(asked)?.[1] ?? ''
  const names = places.flatMap(({ name }) => [name, shortPlaceName(name)])
  const terms = names
    .reduce((text, name) => text.replace(name, ''), said.replace(SAID, ''))
    .replace(/^的/, '')
    .split(/[、和与及跟]/)
    .map(compared)
    .filter((term) => term.length >= 2)
  if (terms.length < 2) return null
  const found = terms.map((term) => findFirst([...PLAIN, ...LOOSER], [term], new Map([[term, rowsWith(context, term)]])))
  const statements = found.flatMap((draft) => draft?.statements ?? [])
  const lacking = terms.filter((_, i) => found[i] === null).map((term) => `“${term}”的解释`)
  return statements.length === 0 ? null : { kind: 'answered', statements, ...(lacking.length > 0 ? { lacking } : {}) }
}

function findFirst(finders: readonly Finder[], terms: readonly string[], holding: ReadonlyMap<string, readonly SentenceRow[]>): Draft | null {
  for (const find of finders) {
    for (const term of terms) {
      const rows = find(holding.get(term) ?? [], term)
      if (rows.length > 0)
        return {
          kind: 'answered',
          statements: rows.map((row, i) => ({ text: i === 0 ? row.sentence.text.replace(ENTRY_NUMBER, '') : row.sentence.text, rows: [row] })),
        }
    }
  }
  return null
}

function askedTerms({ intent }: AnswerContext): string[] {
  const focus = intent.focus.filter((part) => part.weight === 1 && part.text.length <= 12).map((part) => part.text)
  return [
    ...new Set(
      [
        ...intent.quoted.flatMap((term) => [term, ...term.split(/[（(）)]/)]).map(compared),
        ...spokenTerms(intent.asked),
        ...focus.map(compared),
      ].filter((term) => term.length >= 2),
    ),
  ]
}

/** Terms that the question asks for without quotation marks, as compared. */
function spokenTerms(asked: string): string[] {
  const spoken = ASKS_WHAT_IS.exec(asked.replace(/[？?。！!]+$/, ''))
  const term = spoken?.slice(1).find((part) => part !== undefined)
  if (term === undefined) return []
  return [term, term.replace(SAID, ''), ...term.split(/[（(）)]/)].map(compared).filter((one) => one.length >= 2)
}

function compared(term: string): string {
  return comparableText(term).toLowerCase()
}

/** Sentences that may hold a term, in order; those of papers of the place and year that the question names before others. */
function rowsWith(context: AnswerContext, term: string): SentenceRow[] {
  const { intent, snapshot, knowledge } = context
  const { documentIds } = intent
  const letters = [...new Set(term.match(/[a-z0-9]/g) ?? [])]
  const rows: SentenceRow[] = []
  // Characters on both sides of a quotation mark are no pair of the index.
  const quoted = intent.quoted.map(compared).find((one) => one.length >= 2 && term.includes(one))
  for (const index of knowledge.rowsNear(quoted ?? term)) {
    const row = snapshot.sentences[index]
    if (!row || (documentIds.length > 0 && !documentIds.includes(row.document.document.id))) continue
    const text = letters.length > 0 ? row.sentence.text.normalize('NFKC').toLowerCase() : ''
    if (letters.every((letter) => text.includes(letter))) rows.push(row)
  }
  const places = new Set(intent.places.map(({ name }) => name))
  const strange = ({ document: { document } }: SentenceRow): number =>
    (places.size === 0 || places.has(document.metadata.place ?? '') ? 0 : 2) +
    (intent.years.length === 0 || intent.years.includes(document.metadata.year ?? 0) ? 0 : 1)
  return places.size + intent.years.length === 0 ? rows : rows.toSorted((a, b) => strange(a) - strange(b) || a.row - b.row)
}
