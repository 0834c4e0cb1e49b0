import { createHash, randomUUID } from 'node:crypto'
import type { ParsedDocument } from '../../ingest/corpus/document.ts'
import { type DocumentId, documentIdFromDigest } from '../../ingest/corpus/document-id.ts'
import type { DocumentMetadata } from '../../ingest/corpus/metadata.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import type { Postings } from '../../ingest/index/postings.ts'
import type {
  BriefRecord,
  BriefVersion,
  ConversationRecord,
  DocumentSummary,
  JobRecord,
  LibraryStore,
  TurnRecord,
} from '../../ingest/library/library-store.ts'
import type { IngestOutcome, Ingestor, IngestReport, IngestSource } from '../../ingest/pipeline/ingestor.ts'
import { createMemoryGroups } from './memory-groups.ts'

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

/** A library without a disk, for tests of what lies above it. A document's lines are its sentences; the first is its title. */
export interface MemoryLibrary {
  readonly store: LibraryStore
  readonly ingestor: Ingestor
  readSnapshot(): LibrarySnapshot
  /** Awaited by the next ingest before it commits; set it to hold a job at work. */
  hold: Promise<void>
}

interface Entry {
  readonly summary: DocumentSummary
  readonly document: ParsedDocument
  readonly bytes: Uint8Array
}

export function createMemoryLibrary(): MemoryLibrary {
  const entries = new Map<DocumentId, Entry>()
  let generation = 0
  let snapshot = takeSnapshot([], 0)
  const library: MemoryLibrary = {
    hold: Promise.resolve(),
    readSnapshot: () => snapshot,
    store: createMemoryStore(entries, () => generation),
    ingestor: {
      async ingest(sources, onProgress, signal) {
        for (const [index, source] of sources.entries())
          onProgress?.({ phase: 'parsing', done: index + 1, total: sources.length, file: sourceName(source) })
        await library.hold
        signal?.throwIfAborted()
        return commit(sources.map((source) => take(entries, source)))
      },
      async remove(ids) {
        return commit(ids.flatMap((id) => (entries.delete(id) ? [{ kind: 'removed' as const, file: '', documentId: id }] : [])))
      },
      async correct(id, patch) {
        const entry = entries.get(id)
        if (entry === undefined) return commit([])
        const metadata = { ...entry.document.metadata, ...patch } as DocumentMetadata
        entries.set(id, { ...entry, document: { ...entry.document, metadata }, summary: { ...entry.summary, metadata } })
        return commit([{ kind: 'updated', file: entry.summary.file, documentId: id }])
      },
    },
  }
  function commit(outcomes: readonly IngestOutcome[]): IngestReport {
    generation += 1
    snapshot = takeSnapshot([...entries.values()], generation)
    return { outcomes, generation, elapsedMs: 1 }
  }
  return library
}

function sourceName(source: IngestSource): string {
  return source.kind === 'upload' ? source.name : (source.path.split('/').at(-1) ?? '')
}

function take(entries: Map<DocumentId, Entry>, source: IngestSource): IngestOutcome {
  if (source.kind === 'path') throw new Error('not implemented')
  const { name: file, bytes } = source
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const id = documentIdFromDigest(sha256(`${file}\0${sha256(bytes)}`))
  const metadata: DocumentMetadata = {
    title: text.split('\n')[0] ?? file,
    kind: '其他',
    number: null,
    issuer: null,
    place: null,
    placeLevel: null,
    parentPlace: null,
    year: Number(/\d{4}/.exec(text)?.[0] ?? 0) || null,
    date: null,
    speaker: null,
    meeting: null,
    origins: { title: { source: 'text' } },
  }
  let start = 0
  const sentences = text.split('\n').map((line, index) => {
    const range = { start, end: start + line.length }
    start = range.end + 1
    return { index, range, text: line, role: 'body' as const, section: 0, passage: 0, leadIn: null, facets: { year: null, place: null, tense: null } }
  })
  const whole = { start: 0, end: text.length }
  const document: ParsedDocument = {
    id,
    file,
    sha256: sha256(bytes),
    text,
    metadata,
    sections: [
      { index: 0, level: 0, label: '', heading: metadata.title, parent: null, range: whole, part: null },
      { index: 1, level: 1, label: '一、', heading: '总体', parent: 0, range: whole, part: null },
    ],
    sentences,
    passages: [{ index: 0, section: 0, firstSentence: 0, endSentence: sentences.length, range: whole }],
    repairs: [{ kind: 'blank-dropped', range: { start: 0, end: 1 }, before: ' ' }],
  }
  const summary: DocumentSummary = {
    id,
    file,
    sha256: document.sha256,
    byteLength: bytes.length,
    textLength: text.length,
    sentenceCount: sentences.length,
    ingestedAt: new Date(0).toISOString(),
    metadata,
  }
  entries.set(id, { summary, document, bytes })
  return { kind: 'added', file, documentId: id }
}

function takeSnapshot(entries: readonly Entry[], generation: number): LibrarySnapshot {
  const unused = (): never => {
    throw new Error('not implemented')
  }
  const postings: Postings = { count: 0, ceiling: unused, idf: unused, score: unused, rows: unused }
  return {
    generation,
    fingerprint: String(generation),
    documents: entries.map(({ document }) => ({ document, firstSentenceRow: 0, firstPassageRow: 0, relations: [], plansOnly: false, periods: [] })),
    sentences: [],
    passages: [],
    sentencePostings: postings,
    passagePostings: postings,
    vectors: null,
    embedderId: null,
  }
}

function createMemoryStore(entries: ReadonlyMap<DocumentId, Entry>, currentGeneration: () => number): LibraryStore {
  const jobs = new Map<string, JobRecord>()
  const conversations = new Map<string, ConversationRecord>()
  const turns = new Map<string, TurnRecord>()
  const briefs = new Map<string, BriefRecord>()
  const briefVersions = new Map<string, readonly BriefVersion[]>()
  let clock = 0
  const now = () => {
    clock += 1
    return new Date(clock * 1000).toISOString()
  }
  const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
  return {
    listDocuments: () => [...entries.values()].map(({ summary }) => summary),
    originalBytes: (id) => entries.get(id)?.bytes,
    currentGeneration,
    createJob() {
      const at = now()
      const job: JobRecord = { id: `j${randomUUID()}`, state: 'queued', createdAt: at, updatedAt: at, progress: null, report: null, error: null }
      jobs.set(job.id, job)
      return job
    },
    updateJob(id, change) {
      const job = jobs.get(id)
      if (job) jobs.set(id, { ...job, ...json(change), updatedAt: now() })
    },
    getJob: (id) => jobs.get(id),
    interruptRunningJobs: () => undefined,
    together: (work) => work(),
    createConversation(title) {
      const at = now()
      const record: ConversationRecord = { id: `c${randomUUID()}`, title, createdAt: at, updatedAt: at, turnCount: 0 }
      conversations.set(record.id, record)
      return record
    },
    listConversations({ query = '', limit, offset }) {
      const found = [...conversations.values()].filter(({ title }) => title.includes(query)).sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
      return { items: found.slice(offset, offset + limit), total: found.length }
    },
    getConversation: (id) => conversations.get(id),
    renameConversation(id, title) {
      const record = conversations.get(id)
      if (record) conversations.set(id, { ...record, title })
      return record !== undefined
    },
    deleteConversation(id) {
      for (const turn of turns.values()) if (turn.conversationId === id) turns.delete(turn.id)
      return conversations.delete(id)
    },
    addTurn({ id, conversationId, question, answer }) {
      const conversation = conversations.get(conversationId)
      if (conversation === undefined) throw new Error('no such conversation')
      const turn: TurnRecord = {
        id,
        conversationId,
        position: conversation.turnCount,
        createdAt: now(),
        question,
        answer: json(answer),
        feedback: null,
      }
      conversations.set(conversationId, { ...conversation, turnCount: conversation.turnCount + 1, updatedAt: turn.createdAt })
      turns.set(id, turn)
      return turn
    },
    listTurns: (conversationId) => [...turns.values()].filter((turn) => turn.conversationId === conversationId),
    getTurn: (id) => turns.get(id),
    setFeedback(turnId, feedback) {
      const turn = turns.get(turnId)
      if (turn) turns.set(turnId, { ...turn, feedback })
      return turn !== undefined
    },
    addBrief({ title, request, body }) {
      const at = now()
      const record: BriefRecord = { id: `b${randomUUID()}`, title, request, version: 1, createdAt: at, updatedAt: at, body: json(body) }
      briefs.set(record.id, record)
      return record
    },
    listBriefs: ({ limit, offset }) => ({
      items: [...briefs.values()].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)).slice(offset, offset + limit),
      total: briefs.size,
    }),
    getBrief: (id) => briefs.get(id),
    updateBrief(id, { title, body, version }) {
      const record = briefs.get(id)
      if (record?.version !== version) return false
      briefVersions.set(id, [{ version, savedAt: record.updatedAt, body: record.body }, ...(briefVersions.get(id) ?? [])])
      briefs.set(id, { ...record, title, body: json(body), version: version + 1, updatedAt: now() })
      return true
    },
    deleteBrief: (id) => briefs.delete(id),
    listBriefVersions: (id) => (briefs.has(id) ? (briefVersions.get(id) ?? []) : []),
    ...createMemoryGroups(),
    integrityCheck: () => true,
    close: () => undefined,
  }
}
