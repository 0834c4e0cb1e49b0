import type { ChatModel } from '../model/chat-model.ts'
import { modelBadReply } from '../model/model-failure.ts'
import { createFence, type EvidenceLine } from '../model-answer/fence-evidence.ts'
import { type JudgedStatement, judgeStatement } from '../model-answer/judge-statement.ts'
import type { BaseStatement } from '../model-answer/merge-statements.ts'
import { createStatementReader } from '../model-answer/read-statements.ts'
import { lineOf } from '../model-answer/select-evidence.ts'
import type { SnapshotView } from '../model-answer/snapshot-view.ts'
import { type MergedSection, mergeSection } from './merge-section.ts'
import { sectionMessages } from './section-prompt.ts'

export interface SectionTask {
  readonly request: string
  readonly base: readonly BaseStatement[]
  readonly view: SnapshotView
  readonly model: ChatModel
  readonly signal: AbortSignal
}

/** A section may grow by a lead sentence. */
const GROWTH = 1.1
const LEAD_CHARS = 30
/** A Han character is one token or two; marks and line ends take their part. */
const TOKENS_PER_CHAR = 2
const MARK_TOKENS = 200
/** What is read of a reply, over what was asked for. */
const OVERLONG = 3

/**
 * Has the model write a section from its extractive statements; each of its statements is held against the sentences that those cite.
 *
 * @returns null where nothing that it wrote could be used
 * @throws {CodedError} as ChatModel does; model_bad_reply where the reply goes on and on
 */
export async function writeSection({ request, base, view, model, signal }: SectionTask): Promise<MergedSection | null> {
  const maxChars = Math.round(charsOf(base.map(({ statement }) => statement)) * GROWTH) + LEAD_CHARS
  const messages = sectionMessages(request, base.map(pointOf), createFence(), maxChars)
  const evidence = [...new Set(base.flatMap(({ rows }) => rows))]
  const places = [...new Set(evidence.flatMap(({ sentence }) => sentence.facets.place ?? []))]
  const understood = { question: request, years: yearsOf(base), places: places.length === 1 ? places : [], indicators: [], kind: 'summary' as const }
  const judge = (text: string, handles: readonly number[]): JudgedStatement => {
    const named = handles.flatMap((handle) => base[handle - 1]?.rows.slice(0, handles.length > 1 ? 1 : 2) ?? [])
    const numbers = named.map((row) => evidence.indexOf(row) + 1)
    return judgeStatement(text, numbers, { ...view, understood, evidence, trusted: base.map(({ rows }) => rows) })
  }
  const reader = createStatementReader()
  const judged: JudgedStatement[] = []
  let chars = 0
  for await (const piece of model.stream({ messages, maxTokens: TOKENS_PER_CHAR * maxChars + MARK_TOKENS }, signal)) {
    chars += piece.length
    if (chars > OVERLONG * maxChars + MARK_TOKENS) throw modelBadReply()
    for (const { text, handles } of reader.push(piece)) judged.push(judge(text, handles))
  }
  for (const { text, handles } of reader.finish()) judged.push(judge(text, handles))
  const merged = mergeSection(base, judged, places)
  return merged.written === 0 || charsOf(merged.statements) > maxChars ? null : merged
}

/** A statement as a point: its own words with what its first sentence is about. */
function pointOf({ statement, rows }: BaseStatement, index: number): EvidenceLine {
  const [row] = rows
  const about = row ? lineOf(row, index + 1) : { title: '', sectionPath: [], year: null, place: null, tense: null }
  return { ...about, handle: `E${index + 1}`, text: statement.text }
}

/** The year that all sentences of a section are about: what a statement without a year claims. */
function yearsOf(base: readonly BaseStatement[]): number[] {
  const years = [...new Set(base.flatMap(({ rows }) => rows.flatMap(({ sentence }) => sentence.facets.year ?? [])))]
  return years.length === 1 ? years : []
}

function charsOf(statements: readonly { readonly text: string }[]): number {
  return statements.reduce((sum, { text }) => sum + text.length, 0)
}
