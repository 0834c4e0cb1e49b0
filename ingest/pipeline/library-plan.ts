import type { DocumentId } from '../corpus/document-id.ts'
import type { DocumentHead } from '../library/document-tables.ts'
import type { CorrectionRecord, SourceRecord } from '../library/generation-tables.ts'
import type { MetadataPatch } from './ingestor.ts'

/** A document that the library shall hold. */
export interface PlannedDocument {
  readonly id: DocumentId
  readonly file: string
  /** Of the bytes. */
  readonly sha256: string
  readonly ingestedAt: string
}

/** The library as it shall be, changed step by step before anything is written. */
export interface LibraryPlan {
  readonly documents: Map<DocumentId, PlannedDocument>
  readonly sources: Map<string, SourceRecord>
  readonly corrections: Map<DocumentId, MetadataPatch>
  /** Whether what is searched changes, so that a new generation must be built. */
  changed: boolean
}

export function planFrom(heads: readonly DocumentHead[], sources: readonly SourceRecord[], corrections: readonly CorrectionRecord[]): LibraryPlan {
  return {
    documents: new Map(heads.map(({ id, file, sha256, ingestedAt }) => [id, { id, file, sha256, ingestedAt }])),
    sources: new Map(sources.map((source) => [source.source, source])),
    corrections: new Map(corrections.map(({ documentId, patch }) => [documentId, JSON.parse(patch) as MetadataPatch])),
    changed: false,
  }
}

/** The sidecar of a document: that of the first of its sources that has one. */
export function sidecarOf(plan: LibraryPlan, id: DocumentId): MetadataPatch | undefined {
  const records = [...plan.sources.values()].filter((record) => record.documentId === id && record.sidecar !== null)
  const [first] = records.sort((a, b) => (a.source < b.source ? -1 : 1))
  return first?.sidecar ? (JSON.parse(first.sidecar) as MetadataPatch) : undefined
}

/**
 * Points a source at a document. The document that it pointed at before goes when nothing else points at it, and leaves its corrections to the new one.
 */
export function pointSource(plan: LibraryPlan, record: SourceRecord): void {
  const before = plan.sources.get(record.source)
  plan.sources.set(record.source, record)
  if (!before || before.documentId === record.documentId) return
  const kept = plan.corrections.get(before.documentId)
  if (kept && !plan.corrections.has(record.documentId)) plan.corrections.set(record.documentId, kept)
  dropUnsourced(plan, before.documentId)
}

/** Forgets a source. Returns the document that went with it, if it did. */
export function dropSource(plan: LibraryPlan, source: string): PlannedDocument | undefined {
  const record = plan.sources.get(source)
  if (!record) return undefined
  plan.sources.delete(source)
  return dropUnsourced(plan, record.documentId)
}

/** Removes a document with its sources and corrections. */
export function dropDocument(plan: LibraryPlan, id: DocumentId): PlannedDocument | undefined {
  for (const { source, documentId } of [...plan.sources.values()]) if (documentId === id) plan.sources.delete(source)
  return dropUnsourced(plan, id)
}

function dropUnsourced(plan: LibraryPlan, id: DocumentId): PlannedDocument | undefined {
  const document = plan.documents.get(id)
  if (!document || [...plan.sources.values()].some((record) => record.documentId === id)) return undefined
  plan.documents.delete(id)
  plan.corrections.delete(id)
  plan.changed = true
  return document
}
