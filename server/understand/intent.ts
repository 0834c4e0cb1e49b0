import type { QuestionKind } from '../contract/chat.ts'
import type { AnswerType } from './answer-type.ts'

/** What sort of thing the question wants named. */
export type Expected =
  | { readonly kind: 'figure' /** The unit asked for (亿元, 个, 户 …), empty when the question names none. */; readonly unit: string }
  | { readonly kind: 'entity' }
  | { readonly kind: 'time' }
  | { readonly kind: 'statement' }

/** A place that the question names. */
export interface AskedPlace {
  readonly name: string
  /** held: a document of the library is about it; mentioned: sentences name it; unknown: the library never does. */
  readonly standing: 'held' | 'mentioned' | 'unknown'
  /** False for a short name that may be part of another name (某某金街): places below it may answer too. */
  readonly strict: boolean
  /** Documents about it that do not name it as their own. */
  readonly documents?: readonly string[]
}

/** A stretch of the question that is searched for. Inherited ones count less. */
export interface FocusPart {
  readonly text: string
  readonly weight: number
}

/** Where a citation stands: a document and the offset of its sentence in the document's text. */
export interface CitedPlace {
  readonly documentId: string
  readonly start: number
}

/** One of several things that a question sets side by side. */
export interface AskedSide {
  readonly name: string
  readonly intent: Intent
}

/** The question as read. */
export interface Intent {
  /** As asked, in simplified characters, typing slips mended. */
  readonly asked: string
  /** Complete by itself. */
  readonly question: string
  /** What the turn before asked of a paper, where a follow-up only names another one (2030年的呢). */
  readonly askedOfPaper?: string
  /** How the turn before asked, where a follow-up only names another thing to ask it of (那培训呢). */
  readonly askedBefore?: string
  readonly years: readonly number[]
  readonly places: readonly AskedPlace[]
  /** What of its time the question says itself: years by number, aims or results. The rest was counted from the library or taken over from the turn before. Left out where it says all. */
  readonly spoken?: { readonly years: readonly number[]; readonly tense: 'target' | 'actual' | null }
  /** What is left when years, places and question words are taken out. */
  readonly focus: readonly FocusPart[]
  readonly indicators: readonly string[]
  readonly kind: QuestionKind
  readonly expected: Expected
  /** What the answer must name, where the question says. */
  readonly answerType: AnswerType | null
  readonly tense: 'target' | 'actual' | null
  /** Whether the question asks for what was to be reached and for what was. */
  readonly bothTenses?: boolean
  /** How many things the question says there are (哪五个 → 5). */
  readonly count: number | null
  /** Words that the question puts in quotation marks. */
  readonly quoted: readonly string[]
  /** Documents that the question names by speaker, number or title. */
  readonly documentIds: readonly string[]
  /** Sentences that the turn before stood on, where the question leans on it. */
  readonly before: readonly CitedPlace[]
  /** Things that the question sets side by side by name, each read as a question about it alone; left out where there are fewer than two. */
  readonly sides?: readonly AskedSide[]
  /** Things that the question joins and asks the same of (专技人才和高技能人才新增多少), each read as a question about it alone; left out where there are fewer than two. */
  readonly things?: readonly AskedSide[]
  /** The clauses of the question that each ask for something, read as questions of their own; left out where there are fewer than two. */
  readonly clauses?: readonly AskedSide[]
  /** What was mended or filled in, in Chinese. */
  readonly notes: readonly string[]
}
