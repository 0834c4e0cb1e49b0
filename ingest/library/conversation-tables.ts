import { randomUUID } from 'node:crypto'
import type { ConversationRecord, LibraryStore } from './library-store.ts'
import type { SqliteDatabase } from './sqlite.ts'
import { createTurnTables } from './turn-tables.ts'

type ConversationStore = Pick<
  LibraryStore,
  | 'createConversation'
  | 'listConversations'
  | 'getConversation'
  | 'renameConversation'
  | 'deleteConversation'
  | 'addTurn'
  | 'listTurns'
  | 'getTurn'
  | 'setFeedback'
>

const CONVERSATION = `SELECT c.id, c.title, c.created_at AS createdAt, c.updated_at AS updatedAt,
  (SELECT count(*) FROM turns t WHERE t.conversation_id = c.id) AS turnCount FROM conversations c`
/** Titles, questions and answers that hold the words; LIKE's own signs are taken literally. */
const MATCHES = `WHERE @query = '' OR c.title LIKE @pattern ESCAPE '\\' OR EXISTS (
  SELECT 1 FROM turns t WHERE t.conversation_id = c.id AND (t.question LIKE @pattern ESCAPE '\\' OR t.answer LIKE @pattern ESCAPE '\\'))`

interface Search {
  readonly query: string
  readonly pattern: string
}

export function createConversationTables(database: SqliteDatabase): ConversationStore {
  const one = database.prepare<[string], ConversationRecord>(`${CONVERSATION} WHERE c.id = ?`)
  const list = database.prepare<[Search & { limit: number; offset: number }], ConversationRecord>(
    `${CONVERSATION} ${MATCHES} ORDER BY c.updated_at DESC, c.id LIMIT @limit OFFSET @offset`,
  )
  const total = database.prepare<[Search], number>(`SELECT count(*) FROM conversations c ${MATCHES}`).pluck()
  const insert = database.prepare<[string, string, string, string]>(
    'INSERT INTO conversations (id, title, created_at, updated_at) VALUES (?, ?, ?, ?)',
  )
  const rename = database.prepare<[string, string]>('UPDATE conversations SET title = ? WHERE id = ?')
  const remove = database.prepare<[string]>('DELETE FROM conversations WHERE id = ?')
  return {
    createConversation(title) {
      const now = new Date().toISOString()
      const id = randomUUID()
      insert.run(id, title, now, now)
      return { id, title, createdAt: now, updatedAt: now, turnCount: 0 }
    },
    listConversations({ query = '', limit, offset }) {
      const search = { query, pattern: `%${query.replace(/[\\%_]/g, '\\$&')}%` }
      return { items: list.all({ ...search, limit, offset }), total: total.get(search) ?? 0 }
    },
    getConversation: (id) => one.get(id),
    renameConversation: (id, title) => rename.run(title, id).changes > 0,
    deleteConversation: (id) => remove.run(id).changes > 0,
    ...createTurnTables(database),
  }
}
