import type { DocumentId } from '../corpus/document-id.ts'
import type { DocumentMetadata } from '../corpus/metadata.ts'

/** A document as the list shows it. */
export interface DocumentSummary {
  readonly id: DocumentId
  readonly file: string
  readonly sha256: string
  readonly byteLength: number
  /** Length of the decoded text in UTF-16 code units. */
  readonly textLength: number
  readonly sentenceCount: number
  readonly ingestedAt: string
  readonly metadata: DocumentMetadata
}

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'interrupted'

export interface JobRecord {
  readonly id: string
  readonly state: JobState
  readonly createdAt: string
  readonly updatedAt: string
  /** The JSON of the last IngestProgress, of the IngestReport once done, of {code, message} once failed. */
  readonly progress: unknown
  readonly report: unknown
  readonly error: unknown
}

export interface ConversationRecord {
  readonly id: string
  readonly title: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly turnCount: number
}

/** One question and its answer. `answer` is the JSON of contract/chat's answer, kept whole so that it can be shown after its documents are gone. */
export interface TurnRecord {
  readonly id: string
  readonly conversationId: string
  readonly position: number
  readonly createdAt: string
  readonly question: string
  readonly answer: unknown
  readonly feedback: { readonly rating: 'up' | 'down'; readonly comment?: string } | null
}

/** A composed brief. `body` is the JSON of contract/briefs' body, kept whole so that it can be shown after its documents are gone. */
export interface BriefRecord {
  readonly id: string
  readonly title: string
  readonly request: string
  /** Counts from 1; each edit adds one, and the version before is kept. */
  readonly version: number
  readonly createdAt: string
  readonly updatedAt: string
  readonly body: unknown
}

/** The grouping of indicators as users changed it. */
export interface IndicatorGroupsRecord {
  /** 0 where nothing was changed; never the same for two states. */
  readonly version: number
  readonly names: readonly { readonly name: string; readonly group: string }[]
}

/** A brief as it was before an edit. */
export interface BriefVersion {
  readonly version: number
  readonly savedAt: string
  readonly body: unknown
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly total: number
}

/** What outlives the process besides the index: SQLite behind it. Every write is durable when the call returns. */
export interface LibraryStore {
  listDocuments(): readonly DocumentSummary[]
  /** The bytes as they came in. Undefined for an unknown id. */
  originalBytes(id: DocumentId): Uint8Array | undefined
  /** Number of the committed generation, 0 for an empty library. */
  currentGeneration(): number

  createJob(): JobRecord
  updateJob(id: string, change: { state?: JobState; progress?: unknown; report?: unknown; error?: unknown }): void
  getJob(id: string): JobRecord | undefined
  /** Jobs that a dead process left running become interrupted. Called once at the start. */
  interruptRunningJobs(): void

  createConversation(title: string): ConversationRecord
  listConversations(options: { query?: string; limit: number; offset: number }): Page<ConversationRecord>
  getConversation(id: string): ConversationRecord | undefined
  renameConversation(id: string, title: string): boolean
  deleteConversation(id: string): boolean
  addTurn(turn: { id: string; conversationId: string; question: string; answer: unknown }): TurnRecord
  listTurns(conversationId: string): readonly TurnRecord[]
  getTurn(id: string): TurnRecord | undefined
  setFeedback(turnId: string, feedback: { rating: 'up' | 'down'; comment?: string }): boolean

  addBrief(brief: { title: string; request: string; body: unknown }): BriefRecord
  /** The latest change first. */
  listBriefs(options: { limit: number; offset: number }): Page<BriefRecord>
  getBrief(id: string): BriefRecord | undefined
  /** False when there is no such brief in that version. */
  updateBrief(id: string, change: { title: string; body: unknown; version: number }): boolean
  deleteBrief(id: string): boolean
  /** What the brief was before each edit, newest first; without what it is now. */
  listBriefVersions(id: string): readonly BriefVersion[]

  indicatorGroups(): IndicatorGroupsRecord
  /** Puts `names` in the place of the whole grouping. False when it is no longer at `version`. */
  saveIndicatorGroups(change: { names: IndicatorGroupsRecord['names']; version: number }): boolean
  /** Takes the last change back. False when there is none. */
  undoIndicatorGroups(): boolean

  /** Of what `work` writes all is kept, in one commit, or nothing. */
  together<T>(work: () => T): T
  integrityCheck(): boolean
  close(): void
}
