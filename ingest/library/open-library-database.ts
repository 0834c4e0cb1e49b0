import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { CodedError } from '../corpus/coded-error.ts'
import { sha256 } from '../index/sha256.ts'
import { createBriefTables } from './brief-tables.ts'
import { createConversationTables } from './conversation-tables.ts'
import { createDocumentTables, type DocumentTables } from './document-tables.ts'
import { createEmbeddingCache, type EmbeddingCache } from './embedding-cache.ts'
import { createGenerationTables, type GenerationTables } from './generation-tables.ts'
import { createIndicatorGroupTables } from './indicator-group-tables.ts'
import { createJobTables } from './job-tables.ts'
import { damagedLibrary, toLibraryError } from './library-errors.ts'
import type { LibraryStore } from './library-store.ts'
import { checkVersion, migrate } from './migrations.ts'
import { openSqlite, type SqliteDatabase } from './sqlite.ts'
import { sweepLibrary } from './sweep.ts'

/** One connection to the library: the tables of the ingest and what the server sees of them. */
export interface LibraryDatabase {
  readonly store: LibraryStore
  readonly documents: DocumentTables
  readonly generations: GenerationTables
  readonly embeddings: EmbeddingCache
  /** Deletes what no document uses. */
  sweep(modelId: string | null): void
  /** Runs reads that must agree with each other, though another connection commits between them. */
  readTogether<T>(read: () => T): T
  close(): void
}

export const LIBRARY_FILE = 'library.db'

/**
 * Opens DATA_DIR/library.db, making it when there is none.
 *
 * @param options.check reads the whole file for damage (about 1 s for 300 MB): once, when the program starts
 * @param options.readOnly for looking only; the library must exist
 * @throws {CodedError} library_damaged, library_too_new, library_outdated, library_missing (read only), disk_full, library_write_failed
 */
export function openLibraryDatabase(dataDir: string, options: { readonly check?: boolean; readonly readOnly?: boolean } = {}): LibraryDatabase {
  const file = path.join(dataDir, LIBRARY_FILE)
  if (options.readOnly && !existsSync(file)) {
    throw new CodedError('library_missing', '数据目录里还没有文库。请先运行 npm start 或 npm run ingest -- 文件或文件夹，再提问。')
  }
  let database: SqliteDatabase | undefined
  try {
    mkdirSync(dataDir, { recursive: true })
    database = openSqlite(file, { readOnly: options.readOnly ?? false })
    if (options.check && !isWhole(database)) throw damagedLibrary('integrity_check')
    if (options.readOnly) checkVersion(database)
    else migrate(database)
    return overDatabase(database)
  } catch (error) {
    database?.close()
    throw toLibraryError(error)
  }
}

function isWhole(database: SqliteDatabase): boolean {
  return database.pragma('quick_check(1)', { simple: true }) === 'ok'
}

function overDatabase(database: SqliteDatabase): LibraryDatabase {
  const documents = createDocumentTables(database)
  const generations = createGenerationTables(database)
  const hashOf = database.prepare<[string], string>('SELECT original_sha256 FROM documents WHERE id = ?').pluck()
  const store: LibraryStore = {
    listDocuments: () => documents.summaries(),
    originalBytes(id) {
      const hash = hashOf.get(id)
      const bytes = hash === undefined ? undefined : documents.original(hash)
      if (bytes && sha256(bytes) !== hash) throw damagedLibrary(`original of ${id}`)
      return bytes
    },
    currentGeneration: () => generations.current().number,
    ...createJobTables(database),
    ...createConversationTables(database),
    ...createBriefTables(database),
    ...createIndicatorGroupTables(database),
    together: <T>(work: () => T): T => database.transaction(work).immediate(),
    integrityCheck: () => isWhole(database),
    close: () => database.close(),
  }
  return {
    store: withLibraryErrors(store),
    documents: withLibraryErrors(documents),
    generations: withLibraryErrors(generations),
    embeddings: withLibraryErrors(createEmbeddingCache(database)),
    ...withLibraryErrors({
      sweep: (modelId: string | null) => sweepLibrary(database, modelId),
      readTogether: <T>(read: () => T): T => database.transaction(read).deferred(),
      close: () => void database.close(),
    }),
  }
}

/** The same methods; what SQLite throws comes out as a CodedError, and so does stored JSON that cannot be read any more. */
function withLibraryErrors<T extends object>(methods: T): T {
  const wrapped = Object.entries(methods).map(([name, method]) => [
    name,
    (...values: unknown[]): unknown => {
      try {
        return (method as (...values: unknown[]) => unknown)(...values)
      } catch (error) {
        throw error instanceof SyntaxError ? damagedLibrary(name, error) : toLibraryError(error)
      }
    },
  ])
  return Object.fromEntries(wrapped) as T
}
