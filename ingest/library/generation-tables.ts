import type { DocumentRelation } from '../corpus/document.ts'
import type { DocumentId } from '../corpus/document-id.ts'
import type { SqliteDatabase } from './sqlite.ts'

/** The committed state of the index. */
export interface Generation {
  /** From 1; 0 for a library that was never written. */
  readonly number: number
  readonly manifestSha256: string
  readonly fingerprint: string
}

/** Where a document was read from. `sidecar` is the JSON of its metadata patch. */
export interface SourceRecord {
  readonly source: string
  readonly documentId: DocumentId
  readonly sidecar: string | null
}

/** A user's corrections of a document's metadata, as JSON. */
export interface CorrectionRecord {
  readonly documentId: DocumentId
  readonly patch: string
}

/** The whole visible library as it shall be after the commit. */
export interface LibraryState {
  readonly documents: readonly {
    readonly id: DocumentId
    readonly versionId: number
    readonly sha256: string
    readonly parserVersion: string
    readonly ingestedAt: string
  }[]
  readonly sources: readonly SourceRecord[]
  readonly corrections: readonly CorrectionRecord[]
  readonly relations: readonly DocumentRelation[]
}

export interface GenerationTables {
  current(): Generation
  sources(): readonly SourceRecord[]
  corrections(): readonly CorrectionRecord[]
  /** The one transaction that makes a generation visible: documents, sources, corrections, relations and the generation's name, all or nothing. */
  commit(state: LibraryState, generation: Generation): void
  /** Replaces the sources where the documents stay the same. */
  saveSources(sources: readonly SourceRecord[]): void
}

export function createGenerationTables(database: SqliteDatabase): GenerationTables {
  const current = database.prepare<[], Generation>('SELECT number, manifest_sha256 AS manifestSha256, fingerprint FROM generation')
  const sources = database.prepare<[], SourceRecord>('SELECT source, document_id AS documentId, sidecar FROM sources ORDER BY source')
  const corrections = database.prepare<[], CorrectionRecord>('SELECT document_id AS documentId, patch FROM corrections ORDER BY document_id')
  const addSource = database.prepare<[string, string, string | null]>(
    'INSERT OR REPLACE INTO sources (source, document_id, sidecar) VALUES (?, ?, ?)',
  )
  const addDocument = database.prepare<[string, number, string, string, string]>(
    'INSERT INTO documents (id, version_id, original_sha256, parser_version, ingested_at) VALUES (?, ?, ?, ?, ?)',
  )
  const addCorrection = database.prepare<[string, string]>('INSERT INTO corrections (document_id, patch) VALUES (?, ?)')
  const addRelation = database.prepare<[string, string, string, number]>('INSERT INTO relations (from_id, to_id, kind, share) VALUES (?, ?, ?, ?)')
  const setGeneration = database.prepare<[number, string, string]>(
    'INSERT OR REPLACE INTO generation (only, number, manifest_sha256, fingerprint) VALUES (1, ?, ?, ?)',
  )
  return {
    current: () => current.get() ?? { number: 0, manifestSha256: '', fingerprint: '' },
    sources: () => sources.all(),
    corrections: () => corrections.all(),
    // These tables are small (a row a document), so they are written anew: nothing of a former state can be left behind.
    commit: database.transaction((state: LibraryState, generation: Generation) => {
      for (const table of ['relations', 'corrections', 'sources', 'documents']) database.exec(`DELETE FROM ${table}`)
      for (const { id, versionId, sha256, parserVersion, ingestedAt } of state.documents)
        addDocument.run(id, versionId, sha256, parserVersion, ingestedAt)
      for (const { source, documentId, sidecar } of state.sources) addSource.run(source, documentId, sidecar)
      for (const { documentId, patch } of state.corrections) addCorrection.run(documentId, patch)
      for (const { from, to, kind, share } of state.relations) addRelation.run(from, to, kind, share)
      setGeneration.run(generation.number, generation.manifestSha256, generation.fingerprint)
    }).immediate,
    saveSources: database.transaction((records: readonly SourceRecord[]) => {
      database.exec('DELETE FROM sources')
      for (const { source, documentId, sidecar } of records) addSource.run(source, documentId, sidecar)
    }).immediate,
  }
}
