import type { ConversationView } from '../../server/contract/conversations.ts'
import type { Api } from '../api/api.ts'
import { type ApiFailure, toFailure } from '../api/api-failure.ts'
import { createStore, type Store } from './store.ts'

export interface ConversationListState {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly query: string
  readonly items: readonly ConversationView[]
  readonly total: number
  readonly failure: ApiFailure | null
}

export interface ConversationListModel {
  readonly state: Store<ConversationListState>
  search(query: string): Promise<void>
  refresh(): Promise<void>
  loadMore(): Promise<void>
  rename(id: string, title: string): Promise<void>
  remove(id: string): Promise<void>
}

type ListApi = Pick<Api, 'listConversations' | 'renameConversation' | 'deleteConversation'>

const PAGE = 50

/** The conversations kept on the server, as the left column shows them. */
export function createConversationList(api: ListApi): ConversationListModel {
  const state = createStore<ConversationListState>({ status: 'loading', query: '', items: [], total: 0, failure: null })
  let latest = 0

  async function load(query: string, offset: number) {
    const request = ++latest
    try {
      const page = await api.listConversations({ q: query, limit: offset === 0 ? Math.max(PAGE, state.get().items.length) : PAGE, offset })
      if (request !== latest) return
      const items = offset === 0 ? page.items : [...state.get().items, ...page.items]
      state.set({ status: 'ready', query, items, total: page.total, failure: null })
    } catch (error) {
      if (request === latest) state.update((held) => ({ ...held, status: 'failed', query, failure: toFailure(error) }))
    }
  }

  return {
    state,
    async search(query) {
      state.update((held) => ({ ...held, query, items: query === held.query ? held.items : [] }))
      await load(query, 0)
    },
    refresh: () => load(state.get().query, 0),
    loadMore: () => load(state.get().query, state.get().items.length),
    async rename(id, title) {
      await api.renameConversation(id, title)
      state.update((held) => ({ ...held, items: held.items.map((item) => (item.id === id ? { ...item, title } : item)) }))
    },
    async remove(id) {
      await api.deleteConversation(id)
      state.update((held) => ({ ...held, items: held.items.filter((item) => item.id !== id), total: Math.max(0, held.total - 1) }))
    },
  }
}
