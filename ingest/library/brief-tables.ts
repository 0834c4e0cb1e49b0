import { randomUUID } from 'node:crypto'
import type { BriefRecord, LibraryStore } from './library-store.ts'
import type { SqliteDatabase } from './sqlite.ts'

type BriefRow = Omit<BriefRecord, 'body'> & { readonly body: string }

const BRIEF = 'SELECT id, title, request, version, created_at AS createdAt, updated_at AS updatedAt, body FROM briefs'

export function createBriefTables(
  database: SqliteDatabase,
): Pick<LibraryStore, 'addBrief' | 'listBriefs' | 'getBrief' | 'updateBrief' | 'deleteBrief' | 'listBriefVersions'> {
  const one = database.prepare<[string], BriefRow>(`${BRIEF} WHERE id = ?`)
  const list = database.prepare<[number, number], BriefRow>(`${BRIEF} ORDER BY updated_at DESC, id LIMIT ? OFFSET ?`)
  const total = database.prepare<[], number>('SELECT count(*) FROM briefs').pluck()
  const insert = database.prepare<[string, string, string, string, string, string]>(
    'INSERT INTO briefs (id, title, request, version, created_at, updated_at, body) VALUES (?, ?, ?, 1, ?, ?, ?)',
  )
  const keep = database.prepare<[string]>(
    'INSERT INTO brief_versions (brief_id, version, saved_at, body) SELECT id, version, updated_at, body FROM briefs WHERE id = ?',
  )
  const update = database.prepare<[string, string, string, string, number]>(
    'UPDATE briefs SET title = ?, body = ?, updated_at = ?, version = version + 1 WHERE id = ? AND version = ?',
  )
  const versions = database.prepare<[string], { version: number; savedAt: string; body: string }>(
    'SELECT version, saved_at AS savedAt, body FROM brief_versions WHERE brief_id = ? ORDER BY version DESC',
  )
  const remove = database.prepare<[string]>('DELETE FROM briefs WHERE id = ?')
  return {
    addBrief({ title, request, body }) {
      const now = new Date().toISOString()
      const id = randomUUID()
      insert.run(id, title, request, now, now, JSON.stringify(body))
      return { id, title, request, version: 1, createdAt: now, updatedAt: now, body }
    },
    listBriefs: ({ limit, offset }) => ({ items: list.all(limit, offset).map(fromRow), total: total.get() ?? 0 }),
    getBrief(id) {
      const row = one.get(id)
      return row && fromRow(row)
    },
    updateBrief: database.transaction((id: string, { title, body, version }: Parameters<LibraryStore['updateBrief']>[1]): boolean => {
      if (one.get(id)?.version !== version) return false
      keep.run(id)
      return update.run(title, JSON.stringify(body), new Date().toISOString(), id, version).changes > 0
    }).immediate,
    deleteBrief: (id) => remove.run(id).changes > 0,
    listBriefVersions: (id) => versions.all(id).map((row) => ({ ...row, body: JSON.parse(row.body) as unknown })),
  }
}

function fromRow(row: BriefRow): BriefRecord {
  return { ...row, body: JSON.parse(row.body) as unknown }
}
