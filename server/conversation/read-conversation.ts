import type { LibraryStore } from '../../ingest/library/library-store.ts'
import type { ChatAnswer } from '../contract/chat.ts'
import { readStoredTurn } from './stored-turn.ts'
import { conversationNotFound } from './turn-desk.ts'

/**
 * The kept answers of a conversation, oldest first.
 *
 * @throws {CodedError} conversation_not_found
 */
export function readConversation(store: LibraryStore, id: string): { readonly title: string; readonly answers: readonly ChatAnswer[] } {
  const conversation = store.getConversation(id)
  if (!conversation) throw conversationNotFound()
  return { title: conversation.title, answers: store.listTurns(id).flatMap((turn) => readStoredTurn(turn)?.answer ?? []) }
}
