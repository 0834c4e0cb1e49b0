import type { SqliteDatabase } from './sqlite.ts'

const ROWS_PER_STEP = 200
const PAGES_PER_STEP = 500
/** Free pages below this number stay for what is written next. */
const SPARE_PAGES = 64

/**
 * Deletes what no document uses: readings, texts, originals, and vectors of sentences that are gone or of another model. In small steps, so that
 * nobody waits long for the write lock, and so that it can be done with little room left on the disk.
 *
 * @param modelId the model in use; null (no encoder now) leaves all vectors of living sentences
 */
export function sweepLibrary(database: SqliteDatabase, modelId: string | null): void {
  const deadVersions = 'version_id NOT IN (SELECT version_id FROM documents)'
  for (const table of ['repairs', 'passages', 'sentences', 'sections']) {
    const keys = `SELECT version_id, idx FROM ${table} WHERE ${deadVersions}`
    deleteInSteps(database, `DELETE FROM ${table} WHERE version_id = ? AND idx = ?`, keys, [])
  }
  deleteRows(database, 'versions', `id NOT IN (SELECT version_id FROM documents)`, [])
  deleteRows(database, 'texts', 'sha256 NOT IN (SELECT sha256 FROM versions)', [])
  deleteRows(database, 'originals', 'sha256 NOT IN (SELECT original_sha256 FROM documents)', [])
  const deadText = 'text_sha256 NOT IN (SELECT text_sha256 FROM sentences)'
  if (modelId === null) deleteRows(database, 'embeddings', deadText, [])
  else deleteRows(database, 'embeddings', `${deadText} OR model_id <> ?`, [modelId])
  giveRoomBack(database)
}

function deleteRows(database: SqliteDatabase, table: string, condition: string, values: readonly string[]): void {
  deleteInSteps(database, `DELETE FROM ${table} WHERE rowid = ?`, `SELECT rowid FROM ${table} WHERE ${condition}`, values)
}

function deleteInSteps(database: SqliteDatabase, remove: string, select: string, values: readonly string[]): void {
  const keys = database
    .prepare(select)
    .raw()
    .all(...values) as number[][]
  if (keys.length === 0) return
  const removing = database.prepare<number[]>(remove)
  const step = database.transaction((some: readonly number[][]) => {
    for (const key of some) removing.run(...key)
  })
  for (let from = 0; from < keys.length; from += ROWS_PER_STEP) step.immediate(keys.slice(from, from + ROWS_PER_STEP))
  truncateLog(database)
}

function giveRoomBack(database: SqliteDatabase): void {
  const free = (): number => Number(database.pragma('freelist_count', { simple: true }))
  for (let before = free(); before > SPARE_PAGES; before = free()) {
    database.pragma(`incremental_vacuum(${PAGES_PER_STEP})`)
    if (free() >= before) break
  }
  truncateLog(database)
}

/** The write-ahead log grows with what is written; its room is given back unless another connection is reading from it. */
function truncateLog(database: SqliteDatabase): void {
  database.pragma('wal_checkpoint(TRUNCATE)')
}
