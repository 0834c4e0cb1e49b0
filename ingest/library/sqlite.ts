import Database from 'better-sqlite3'
import { toLibraryError } from './library-errors.ts'

export type SqliteDatabase = Database.Database
export type SqliteStatement = Database.Statement

/** How long a writer waits for another one; writes here take some milliseconds. */
const BUSY_TIMEOUT_MS = 5_000

/**
 * Opens a database so that what is committed survives a power cut, and makes sure of it: a WAL database that is opened again falls back to
 * synchronous = NORMAL unless told otherwise.
 *
 * @param options.readOnly the file must exist; nothing is written
 * @throws {CodedError} library_damaged when the file is not a database, library_write_failed when it cannot be opened or made durable
 */
export function openSqlite(file: string, options: { readonly readOnly?: boolean } = {}): SqliteDatabase {
  const readOnly = options.readOnly ?? false
  let database: SqliteDatabase | undefined
  try {
    database = new Database(file, { readonly: readOnly, fileMustExist: readOnly, timeout: BUSY_TIMEOUT_MS })
    // Taken by a new database only: pages that were freed can then be given back without writing the file anew.
    if (!readOnly) database.pragma('auto_vacuum = INCREMENTAL')
    if (!readOnly) database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    const settings = ['journal_mode', 'synchronous', 'foreign_keys'].map((name) => database?.pragma(name, { simple: true }))
    if (settings.join() !== 'wal,2,1') throw new Error(`Cannot open the library durably: settings are ${settings.join()}`)
    return database
  } catch (error) {
    database?.close()
    throw toLibraryError(error)
  }
}

/** A database whose exclusive lock is held until `close`, or until the process ends in whatever way. Throws SQLITE_BUSY at once when another holds it. */
export function openExclusively(file: string): { close(): void } {
  const database = new Database(file, { timeout: 200 })
  try {
    database.exec('BEGIN EXCLUSIVE')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** SQLite's own name of a failure, e.g. SQLITE_FULL. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null
}
