import { createHash } from 'node:crypto'
import type { DocumentRelation, ParsedDocument } from '../corpus/document.ts'
import { type DocumentId, documentIdFromDigest } from '../corpus/document-id.ts'
import type { DocumentMetadata } from '../corpus/metadata.ts'
import { sha256 } from '../index/sha256.ts'
import { damagedLibrary } from './library-errors.ts'
import type { DocumentSummary } from './library-store.ts'
import type { SqliteDatabase } from './sqlite.ts'
import { fromVersionRows, stampOf, toVersionRows, VERSION_COLUMNS, type VersionRows } from './version-rows.ts'

/** A visible document: which bytes, and which reading of them. */
export interface DocumentHead {
  readonly id: DocumentId
  readonly file: string
  /** Of the bytes. */
  readonly sha256: string
  readonly versionId: number
  readonly stamp: string
  readonly parserVersion: string
  readonly ingestedAt: string
}

/** A text as decoded from the bytes with this hash. */
export interface StoredText {
  readonly encoding: string
  readonly text: string
}

/** Reading and staging of documents. What is staged stays invisible until a commit names it. */
export interface DocumentTables {
  heads(): readonly DocumentHead[]
  summaries(): readonly DocumentSummary[]
  relations(): readonly DocumentRelation[]
  /** @throws {CodedError} library_damaged when what is read is not what was written */
  read(head: DocumentHead): ParsedDocument
  original(sha256: string): Uint8Array | undefined
  /** Undefined when unknown or when it is not what was written: it can be decoded again from the original. */
  text(sha256: string): StoredText | undefined
  /** Keeps bytes and text, replacing a damaged copy. */
  stageContent(content: StoredText & { readonly sha256: string; readonly bytes: Uint8Array }): void
  /** Keeps one reading. An identical one is found again, and put right where it is not what was written. */
  stageVersion(document: ParsedDocument): { readonly versionId: number; readonly stamp: string }
}

/** The hash under which a sentence's vector is kept. */
export function textKey(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

const HEADS = `SELECT d.id, v.file, v.sha256, v.id AS versionId, v.stamp, d.parser_version AS parserVersion, d.ingested_at AS ingestedAt
  FROM documents d JOIN versions v ON v.id = d.version_id ORDER BY d.id`
const SUMMARIES = `SELECT d.id, v.file, v.sha256, length(o.bytes) AS byteLength, v.text_length AS textLength, v.sentence_count AS sentenceCount,
  d.ingested_at AS ingestedAt, v.metadata FROM documents d JOIN versions v ON v.id = d.version_id JOIN originals o ON o.sha256 = d.original_sha256`

export function createDocumentTables(database: SqliteDatabase): DocumentTables {
  const heads = database.prepare<[], DocumentHead>(HEADS)
  const summaries = database.prepare<[], Omit<DocumentSummary, 'metadata'> & { metadata: string }>(SUMMARIES)
  const relations = database.prepare<[], DocumentRelation>(
    'SELECT from_id AS "from", to_id AS "to", kind, share FROM relations ORDER BY from_id, to_id, kind',
  )
  const original = database.prepare<[string], Buffer>('SELECT bytes FROM originals WHERE sha256 = ?').pluck()
  const text = database.prepare<[string], StoredText & { textSha256: string }>(
    'SELECT encoding, text, text_sha256 AS textSha256 FROM texts WHERE sha256 = ?',
  )
  const readRows = createRowReader(database)
  return {
    heads: () => heads.all(),
    summaries: () => summaries.all().map((row): DocumentSummary => ({ ...row, metadata: JSON.parse(row.metadata) as DocumentMetadata })),
    relations: () => relations.all(),
    read(head) {
      const stored = text.get(head.sha256)
      const rows = readRows(head.versionId)
      if (documentIdFromDigest(sha256(`${head.file}\0${head.sha256}`)) !== head.id) throw damagedLibrary(`name of ${head.id}`)
      if (!stored || !rows || sha256(stored.text) !== stored.textSha256 || stampOf(stored.textSha256, rows) !== head.stamp) {
        throw damagedLibrary(`document ${head.id}`)
      }
      return fromVersionRows({ id: head.id, file: head.file, sha256: head.sha256, text: stored.text }, rows)
    },
    original: (hash) => original.get(hash),
    text(hash) {
      const stored = text.get(hash)
      return stored && sha256(stored.text) === stored.textSha256 ? { encoding: stored.encoding, text: stored.text } : undefined
    },
    ...createStaging(database, readRows),
  }
}

function createRowReader(database: SqliteDatabase): (versionId: number) => VersionRows | undefined {
  const metadata = database.prepare<[number], string>('SELECT metadata FROM versions WHERE id = ?').pluck()
  const select = (table: keyof typeof VERSION_COLUMNS) =>
    database.prepare<[number]>(`SELECT ${VERSION_COLUMNS[table].join(', ')} FROM ${table} WHERE version_id = ? ORDER BY idx`).raw()
  const [sections, sentences, passages, repairs] = [select('sections'), select('sentences'), select('passages'), select('repairs')]
  return (versionId) => {
    const found = metadata.get(versionId)
    if (found === undefined) return undefined
    return {
      metadata: found,
      sections: sections.all(versionId) as VersionRows['sections'],
      sentences: sentences.all(versionId) as VersionRows['sentences'],
      passages: passages.all(versionId) as VersionRows['passages'],
      repairs: repairs.all(versionId) as VersionRows['repairs'],
    }
  }
}

function createStaging(
  database: SqliteDatabase,
  readRows: (versionId: number) => VersionRows | undefined,
): Pick<DocumentTables, 'stageContent' | 'stageVersion'> {
  const insert = (table: keyof typeof VERSION_COLUMNS, ...extra: string[]) => {
    const columns = ['version_id', ...VERSION_COLUMNS[table], ...extra]
    return database.prepare<unknown[]>(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
  }
  const [sections, sentences, passages, repairs] = [insert('sections'), insert('sentences', 'text_sha256'), insert('passages'), insert('repairs')]
  const known = database.prepare<[string, string], number>('SELECT id FROM versions WHERE document_id = ? AND stamp = ?').pluck()
  const version = database.prepare<unknown[]>(
    'INSERT INTO versions (document_id, stamp, file, sha256, metadata, sentence_count, text_length) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const original = database.prepare<[string, Uint8Array]>('INSERT OR IGNORE INTO originals (sha256, bytes) VALUES (?, ?)')
  const text = database.prepare<[string, string, string, string]>(
    `INSERT INTO texts (sha256, text_sha256, encoding, text) VALUES (?, ?, ?, ?)
     ON CONFLICT (sha256) DO UPDATE SET text_sha256 = excluded.text_sha256, encoding = excluded.encoding, text = excluded.text`,
  )
  const rewriteMetadata = database.prepare<[string, number, number, number]>(
    'UPDATE versions SET metadata = ?, sentence_count = ?, text_length = ? WHERE id = ?',
  )
  const tables = Object.keys(VERSION_COLUMNS)
  const insertRows = (versionId: number, rows: VersionRows): void => {
    for (const row of rows.sections) sections.run(versionId, ...row)
    for (const row of rows.sentences) sentences.run(versionId, ...row, textKey(row[3]))
    for (const row of rows.passages) passages.run(versionId, ...row)
    for (const row of rows.repairs) repairs.run(versionId, ...row)
  }
  const insertVersion = (document: ParsedDocument, stamp: string, rows: VersionRows): number => {
    const { id, file, sha256: hash, text: whole } = document
    const versionId = Number(version.run(id, stamp, file, hash, rows.metadata, rows.sentences.length, whole.length).lastInsertRowid)
    insertRows(versionId, rows)
    return versionId
  }
  const restoreVersion = (versionId: number, document: ParsedDocument, rows: VersionRows): void => {
    for (const table of tables) database.exec(`DELETE FROM ${table} WHERE version_id = ${versionId}`)
    rewriteMetadata.run(rows.metadata, rows.sentences.length, document.text.length, versionId)
    insertRows(versionId, rows)
  }
  return {
    stageContent: database.transaction((content: Parameters<DocumentTables['stageContent']>[0]) => {
      original.run(content.sha256, content.bytes)
      text.run(content.sha256, sha256(content.text), content.encoding, content.text)
    }).immediate,
    stageVersion: database.transaction((document: ParsedDocument) => {
      const rows = toVersionRows(document)
      const textSha256 = sha256(document.text)
      const stamp = stampOf(textSha256, rows)
      const versionId = known.get(document.id, stamp)
      if (versionId === undefined) return { versionId: insertVersion(document, stamp, rows), stamp }
      const held = readRows(versionId)
      if (!held || stampOf(textSha256, held) !== stamp) restoreVersion(versionId, document, rows)
      return { versionId, stamp }
    }).immediate,
  }
}
