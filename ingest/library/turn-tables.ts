import { CodedError } from '../corpus/coded-error.ts'
import type { LibraryStore, TurnRecord } from './library-store.ts'
import type { SqliteDatabase } from './sqlite.ts'

type TurnRow = Omit<TurnRecord, 'answer' | 'feedback'> & { readonly answer: string; readonly feedback: string | null }

const TURN = 'SELECT id, conversation_id AS conversationId, position, created_at AS createdAt, question, answer, feedback FROM turns'

export function createTurnTables(database: SqliteDatabase): Pick<LibraryStore, 'addTurn' | 'listTurns' | 'getTurn' | 'setFeedback'> {
  const one = database.prepare<[string], TurnRow>(`${TURN} WHERE id = ?`)
  const all = database.prepare<[string], TurnRow>(`${TURN} WHERE conversation_id = ? ORDER BY position`)
  const touch = database.prepare<[string, string]>('UPDATE conversations SET updated_at = ? WHERE id = ?')
  const next = database.prepare<[string], number>('SELECT coalesce(max(position) + 1, 0) FROM turns WHERE conversation_id = ?').pluck()
  const insert = database.prepare<[string, string, number, string, string, string]>(
    'INSERT INTO turns (id, conversation_id, position, created_at, question, answer) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const feedbackOf = database.prepare<[string, string]>('UPDATE turns SET feedback = ? WHERE id = ?')
  return {
    addTurn: database.transaction(({ id, conversationId, question, answer }: Parameters<LibraryStore['addTurn']>[0]): TurnRecord => {
      const createdAt = new Date().toISOString()
      if (touch.run(createdAt, conversationId).changes === 0) {
        throw new CodedError('conversation_not_found', '这个对话不存在或已被删除，回答没有保存。请新建对话后重新提问。')
      }
      const position = next.get(conversationId) ?? 0
      insert.run(id, conversationId, position, createdAt, question, JSON.stringify(answer))
      return { id, conversationId, position, createdAt, question, answer, feedback: null }
    }).immediate,
    listTurns: (conversationId) => all.all(conversationId).map(fromRow),
    getTurn(id) {
      const row = one.get(id)
      return row && fromRow(row)
    },
    setFeedback: (turnId, feedback) => feedbackOf.run(JSON.stringify(feedback), turnId).changes > 0,
  }
}

function fromRow(row: TurnRow): TurnRecord {
  return {
    ...row,
    answer: JSON.parse(row.answer) as unknown,
    feedback: row.feedback === null ? null : (JSON.parse(row.feedback) as TurnRecord['feedback']),
  }
}
