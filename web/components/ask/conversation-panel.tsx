import { useEffect, useState } from 'preact/hooks'
import type { ConversationView } from '../../../server/contract/conversations.ts'
import { useServices } from '../../services.ts'
import { useStore } from '../../state/use-store.ts'
import { ConfirmDialog } from '../shell/confirm-dialog.tsx'
import { Icon } from '../shell/icon.tsx'
import { SearchField } from '../shell/search-field.tsx'
import { EmptyState, ErrorState, Skeleton } from '../shell/state-block.tsx'
import { ConversationRow } from './conversation-row.tsx'

interface ConversationPanelProps {
  readonly current: string | null
  readonly onOpen: (id: string | null) => void
}

const SEARCH_DELAY_MS = 250

/** The kept conversations: search, open, rename, delete. */
export function ConversationPanel({ current, onOpen }: ConversationPanelProps) {
  const { conversations } = useServices()
  const state = useStore(conversations.state)
  const [query, setQuery] = useState(state.query)
  const [doomed, setDoomed] = useState<ConversationView | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => void conversations.search(query), query === conversations.state.get().query ? 0 : SEARCH_DELAY_MS)
    return () => clearTimeout(timer)
  }, [query, conversations])
  return (
    <div class="conversation-panel">
      <button type="button" class="button new-conversation" onClick={() => onOpen(null)}>
        <Icon name="plus" />
        新会话
      </button>
      <SearchField label="搜索会话" placeholder="搜索会话" value={query} onInput={setQuery} />
      {state.status === 'loading' && <Skeleton lines={5} label="正在取会话" />}
      {state.status === 'failed' && state.failure && (
        <ErrorState title="取不到会话列表" failure={state.failure} onRetry={() => void conversations.refresh()} />
      )}
      {state.status === 'ready' && state.items.length === 0 && (
        <EmptyState title={state.query === '' ? '还没有会话。问过的问题会保存在这里。' : `没有找到“${state.query}”。`} />
      )}
      <ul class="conversation-rows" aria-label="会话">
        {state.items.map((item) => (
          <ConversationRow key={item.id} item={item} current={item.id === current} onOpen={() => onOpen(item.id)} onRemove={() => setDoomed(item)} />
        ))}
      </ul>
      {state.items.length < state.total && (
        <button type="button" class="text-button" onClick={() => void conversations.loadMore()}>
          更多会话（还有 {state.total - state.items.length} 个）
        </button>
      )}
      {doomed && (
        <ConfirmDialog
          title="删除会话"
          text={`“${doomed.title}”和其中的 ${doomed.turnCount} 个问答将被删除，不能恢复。`}
          action="删除"
          onConfirm={async () => {
            await conversations.remove(doomed.id)
            if (doomed.id === current) onOpen(null)
          }}
          onClose={() => setDoomed(null)}
        />
      )}
    </div>
  )
}
