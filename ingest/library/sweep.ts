import type { SqliteDatabase } from './sqlite.ts'

const ROWS_PER_STEP = 200

/**
 * Deletes what no document uses: readings, texts, originals, and vectors of sentences that are gone or of another model. In small steps, so that
 * nobody waits long for the write lock.
 *
 * @param modelId the model in use; null (no encoder now) leaves all vectors of living sentences
 */
export function sweepLibrary(database: SqliteDatabase, modelId: string | null): void {
  deleteInSteps(database, 'versions', 'SELECT id FROM versions WHERE id NOT IN (SELECT version_id FROM documents)')
  deleteInSteps(database, 'texts', 'SELECT rowid FROM texts WHERE sha256 NOT IN (SELECT sha256 FROM versions)')
  deleteInSteps(database, 'originals', 'SELECT rowid FROM originals WHERE sha256 NOT IN (SELECT original_sha256 FROM documents)')
  const dead = 'SELECT rowid FROM embeddings WHERE text_sha256 NOT IN (SELECT text_sha256 FROM sentences)'
  if (modelId === null) deleteInSteps(database, 'embeddings', dead)
  else deleteInSteps(database, 'embeddings', `${dead} OR model_id <> ?`, modelId)
}

function deleteInSteps(database: SqliteDatabase, table: string, select: string, ...values: string[]): void {
  const rows = database
    .prepare<string[], number>(select)
    .pluck()
    .all(...values)
  const remove = database.prepare<[number]>(`DELETE FROM ${table} WHERE rowid = ?`)
  const step = database.transaction((some: readonly number[]) => {
    for (const row of some) remove.run(row)
  })
  for (let from = 0; from < rows.length; from += ROWS_PER_STEP) step.immediate(rows.slice(from, from + ROWS_PER_STEP))
}
