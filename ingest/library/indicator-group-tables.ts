import type { IndicatorGroupsRecord, LibraryStore } from './library-store.ts'
import type { SqliteDatabase } from './sqlite.ts'

export function createIndicatorGroupTables(
  database: SqliteDatabase,
): Pick<LibraryStore, 'indicatorGroups' | 'saveIndicatorGroups' | 'undoIndicatorGroups'> {
  const last = database.prepare<[], { version: number; body: string }>('SELECT version, body FROM indicator_groups ORDER BY version DESC LIMIT 1')
  const insert = database.prepare<[string, string]>('INSERT INTO indicator_groups (saved_at, body) VALUES (?, ?)')
  const remove = database.prepare('DELETE FROM indicator_groups WHERE version = (SELECT max(version) FROM indicator_groups)')
  const current = (): IndicatorGroupsRecord => {
    const row = last.get()
    return row ? { version: row.version, names: JSON.parse(row.body) as IndicatorGroupsRecord['names'] } : { version: 0, names: [] }
  }
  return {
    indicatorGroups: current,
    saveIndicatorGroups: database.transaction(({ names, version }: Parameters<LibraryStore['saveIndicatorGroups']>[0]): boolean => {
      if (current().version !== version) return false
      insert.run(new Date().toISOString(), JSON.stringify(names))
      return true
    }).immediate,
    undoIndicatorGroups: () => remove.run().changes > 0,
  }
}
