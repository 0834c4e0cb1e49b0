import type { GoldQuestion } from '../questions/question.ts'
import { type CitedQuote, evidenceGroups, isGroupMet, isHonestCitation, type Originals } from './evidence.ts'
import { holds } from './holds.ts'
import { plainAnswer, squash } from './squash.ts'

const LONG_CATEGORIES: ReadonlySet<string> = new Set(['comparison', 'list', 'glossary'])

/** What a reader gets to see of an answer; as much of the API's body as is judged. */
export interface JudgedAnswer {
  readonly outcome: string
  readonly answer: string
  readonly statements: readonly { readonly citations: readonly number[] }[]
  readonly citations: readonly (CitedQuote & { readonly n: number })[]
}

export interface Judgement {
  /** Every wanted string stands in an answer that is short enough; for an unanswerable question: it was refused. */
  readonly right: boolean
  /** Share of the evidence groups that a citation meets, 0 to 1; null for an unanswerable question. */
  readonly cited: number | null
  /** Every citation slices its quote out of the file and every statement is cited. */
  readonly honest: boolean
  readonly full: boolean
  readonly abstained: boolean
  /** Length of the plain answer without white space. */
  readonly chars: number
  readonly tooLong: boolean
}

/** The longest answer that still counts as one, in characters without white space. */
export function maxAnswerChars(category: string): number {
  return LONG_CATEGORIES.has(category) ? 800 : 300
}

function spellings(question: GoldQuestion, wanted: string): string[] {
  const others = question.must_alt
  if (others === undefined) return [wanted]
  if (Array.isArray(others)) return [wanted, ...others.flat()]
  return [wanted, ...((others as Readonly<Record<string, readonly string[]>>)[wanted] ?? [])]
}

/** The wanted strings that the answer does not hold, in any spelling. */
export function missingStrings(question: GoldQuestion, answer: string): string[] {
  const plain = plainAnswer(answer)
  return question.must_include.filter((wanted) => !spellings(question, wanted).some((spelling) => holds(plain, spelling)))
}

function isCitedThroughout(answer: JudgedAnswer): boolean {
  const numbers = new Set(answer.citations.map((citation) => citation.n))
  return answer.statements.length > 0 && answer.statements.every((s) => s.citations.length > 0 && s.citations.every((n) => numbers.has(n)))
}

/** Judges one answer as ../shared/eval/score.mjs does. */
export function judgeAnswer(originals: Originals, question: GoldQuestion, answer: JudgedAnswer): Judgement {
  const abstained = answer.outcome === 'abstained'
  const chars = squash(plainAnswer(answer.answer)).length
  const genuine = answer.citations.every((citation) => isHonestCitation(originals, citation))
  if (!question.answerable) {
    return { right: abstained, cited: null, honest: genuine, full: abstained, abstained, chars, tooLong: false }
  }
  const tooLong = chars > maxAnswerChars(question.category)
  const right = !abstained && !tooLong && missingStrings(question, answer.answer).length === 0
  const groups = evidenceGroups(question)
  const met = groups.filter((group) => isGroupMet(originals, group, answer.citations)).length
  const honest = genuine && isCitedThroughout(answer)
  const cited = groups.length > 0 ? met / groups.length : 1
  return { right, cited, honest, full: right && met === groups.length && honest, abstained, chars, tooLong }
}
