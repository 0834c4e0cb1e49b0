import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import type { ComposedAnswer, TurnMemory } from '../answer/context/answer-engine.ts'
import type { AnswerStep, StatementProgress } from '../contract/events.ts'
import type { ChatModel } from '../model/chat-model.ts'
import type { Retriever } from '../retrieval/retriever.ts'
import { composeModelAnswer } from './compose-model-answer.ts'
import { draftStatements } from './draft-statements.ts'
import type { Fence } from './fence-evidence.ts'
import type { JudgedStatement } from './judge-statement.ts'
import { type FurtherLook, lookFurther } from './look-further.ts'
import { type BaseStatement, type Merged, mergeStatements } from './merge-statements.ts'
import { evidenceLimits, type ModelAnswerLimits, maxAnswerChars, mayAdd } from './model-answer-limits.ts'
import type { Researcher } from './researcher.ts'
import { type ModelEvidence, selectEvidence } from './select-evidence.ts'
import type { SnapshotView } from './snapshot-view.ts'

export interface WritingParts {
  readonly snapshot: LibrarySnapshot
  readonly retriever: Retriever
  readonly model: ChatModel
  readonly limits: ModelAnswerLimits
  readonly view: SnapshotView
  readonly fence: Fence
  readonly onStatement: (statement: StatementProgress) => void
  readonly signal: AbortSignal
  /** Looks things up for questions that one search does not answer, and who is told. */
  readonly researcher?: Researcher | undefined
  readonly onStep: (step: AnswerStep) => void
}

/** The part of the time that may go into looking further; the rest is for the answer that stands in where it fails. */
const RESEARCH_SHARE = 0.6

/**
 * Has the model write an answer from the evidence of the extractive one.
 *
 * @returns the merged answer, mode llm; the extractive one, mode extractive with a note, where nothing that the model wrote could be used
 * @throws {CodedError} as ChatModel does
 */
export async function writeAnswer(parts: WritingParts, base: ComposedAnswer, memory: TurnMemory): Promise<ComposedAnswer> {
  const { view, limits, snapshot, retriever } = parts
  const { kind, places, question } = base.understood
  const found = await selectEvidence({ snapshot, retriever, ...view }, base, memory, evidenceLimits(limits))
  const notes: string[] = []
  const looked = await lookFurtherIfWorthwhile(parts, base, found, (note) => notes.push(note))
  const own = baseStatements(base, view)
  const trusted = own.map(({ rows }) => rows)
  const draft = (evidence: readonly ModelEvidence[], model: ChatModel) => {
    const { verify, group, cite } = view
    const judge = { verify, group, cite, understood: base.understood, evidence: evidence.map(({ row }) => row), trusted }
    return draftStatements({ ...parts, model, question, evidence, judge })
  }
  const judged = await (looked ? draft(looked.evidence, looked.model) : draftWithLess(found, (evidence) => draft(evidence, parts.model)))
  const maxChars = maxAnswerChars(kind)
  const merged = mergeStatements(own, judged, { places, mayAdd: mayAdd(kind) || looked !== null, maxChars })
  reportFates(judged, merged, parts.onStatement)
  const composed = composeModelAnswer(base, merged.statements, view.rowOf, view.twins)
  const isTooLong = visibleChars(composed.answer) > Math.max(maxChars, visibleChars(base.answer))
  if (merged.written === 0 || isTooLong) return asExtractive(base, judged, composed, isTooLong, notes)
  return { ...composed, mode: 'llm', ...notesOf(base, [...notes, ...droppedNote(merged)]) }
}

/** Where the model cannot read that much, it is asked once more with the first half of the evidence. */
async function draftWithLess<T>(evidence: readonly ModelEvidence[], draft: (evidence: readonly ModelEvidence[]) => Promise<T>): Promise<T> {
  try {
    return await draft(evidence)
  } catch (error) {
    if (!(error instanceof CodedError && error.code === 'model_prompt_too_long') || evidence.length < 2) throw error
    return draft(evidence.slice(0, Math.ceil(evidence.length / 2)))
  }
}

function baseStatements(base: ComposedAnswer, view: SnapshotView): BaseStatement[] {
  const rows = new Map(base.citations.map((citation) => [citation.n, view.rowOf(citation)] as const))
  return base.statements.map((statement) => ({ statement, rows: statement.citations.flatMap((n) => rows.get(n) ?? []) }))
}

/** What became of each statement that did not stand up: the original's sentence in its place, or nothing. */
function reportFates(judged: readonly JudgedStatement[], { statements }: Merged, onStatement: (statement: StatementProgress) => void): void {
  for (const [index, judgement] of judged.entries()) {
    if (judgement.verdict === 'supported') continue
    const { text, verdict, problems } = judgement
    const instead = statements.find(({ replaces }) => replaces === judgement)
    const withdrawn = { text, problems: [...problems] }
    onStatement(instead ? { index, text: instead.text, verdict: 'supported', withdrawn } : { index, text: '', verdict, withdrawn })
  }
}

async function lookFurtherIfWorthwhile(
  { researcher, model, snapshot, limits, onStep, signal }: WritingParts,
  base: ComposedAnswer,
  found: readonly ModelEvidence[],
  note: (text: string) => void,
): Promise<FurtherLook | null> {
  if (!researcher?.isWorthwhile(base)) return null
  const question = { snapshot, understood: base.understood, evidence: found.map(({ row }) => row), totalMs: RESEARCH_SHARE * limits.totalMs }
  return lookFurther({ researcher, model, note }, question, onStep, signal)
}

function asExtractive(
  base: ComposedAnswer,
  judged: readonly JudgedStatement[],
  composed: ComposedAnswer,
  isTooLong: boolean,
  notes: readonly string[],
): ComposedAnswer {
  const failed = judged.filter(({ verdict }) => verdict !== 'supported').length
  const why =
    judged.length === 0
      ? '语言模型没有写出答案'
      : isTooLong
        ? '语言模型写得太长'
        : failed > 0
          ? '语言模型写的句子与原文不符'
          : '语言模型写的不如原文完整'
  const kept = isTooLong
    ? base
    : { ...base, statements: composed.statements.length === base.statements.length ? withdrawnOf(base, composed) : base.statements }
  return { ...kept, mode: 'extractive', ...notesOf(base, [...notes, `${why}，这次按原文摘句作答。`]) }
}

/** The extractive statements, with the model's words that were replaced by them. */
function withdrawnOf(base: ComposedAnswer, composed: ComposedAnswer): ComposedAnswer['statements'] {
  return base.statements.map((statement, index) => {
    const withdrawn = composed.statements[index]?.withdrawn
    return withdrawn ? { ...statement, withdrawn } : statement
  })
}

function droppedNote({ statements, dropped }: Merged): string[] {
  const replaced = statements.filter(({ replaces }) => replaces !== undefined).length
  return [
    ...(replaced > 0 ? [`语言模型写的 ${replaced} 句与原文不符，已换成原文。`] : []),
    ...(dropped > 0 ? [`语言模型写的 ${dropped} 句在原文中没有依据，已略去。`] : []),
  ]
}

function notesOf({ notes = [] }: ComposedAnswer, added: readonly string[]): { notes?: string[] } {
  return notes.length + added.length === 0 ? {} : { notes: [...notes, ...added] }
}

function visibleChars(answer: string): number {
  return answer.replace(/\[[0-9]+\]/g, '').replace(/[*_`#>|\s-]/g, '').length
}
