import type { ConversationRecord, LibraryStore, TurnRecord } from '../../ingest/library/library-store.ts'
import type { ChatAnswer } from '../contract/chat.ts'
import type { ConversationDetail, ConversationView, TurnView } from '../contract/conversations.ts'
import { readStoredTurn } from './stored-turn.ts'

export function viewConversation({ id, title, createdAt, updatedAt, turnCount }: ConversationRecord): ConversationView {
  return { id, title, createdAt, updatedAt, turnCount }
}

/** A conversation with its turns, each naming the cited documents that the library no longer holds. */
export function viewConversationDetail(store: LibraryStore, record: ConversationRecord): ConversationDetail {
  const held = new Set<string>(store.listDocuments().map(({ id }) => id))
  return { ...viewConversation(record), turns: store.listTurns(record.id).flatMap((turn) => viewTurn(turn, held) ?? []) }
}

function viewTurn(record: TurnRecord, held: ReadonlySet<string>): TurnView | undefined {
  const stored = readStoredTurn(record)
  if (stored === undefined) return undefined
  const { id, question, createdAt, feedback } = record
  return {
    id,
    question,
    createdAt,
    answer: stored.answer,
    feedback,
    stale: citedDocuments(stored.answer).filter((documentId) => !held.has(documentId)),
  }
}

function citedDocuments({ citations, nearest = [] }: ChatAnswer): string[] {
  const cited = [...citations, ...nearest].flatMap(({ documentId, duplicates = [] }) => [documentId, ...duplicates.map((copy) => copy.documentId)])
  return [...new Set(cited)]
}
