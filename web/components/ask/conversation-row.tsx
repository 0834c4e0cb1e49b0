import { useState } from 'preact/hooks'
import type { ConversationView } from '../../../server/contract/conversations.ts'
import { toFailure } from '../../api/api-failure.ts'
import { useServices } from '../../services.ts'
import { focusOnMount } from '../shell/focus-on-mount.ts'
import { Icon } from '../shell/icon.tsx'

interface ConversationRowProps {
  readonly item: ConversationView
  readonly current: boolean
  readonly onOpen: () => void
  readonly onRemove: () => void
}

const MAX_TITLE_CHARS = 120

export function ConversationRow({ item, current, onOpen, onRemove }: ConversationRowProps) {
  const [draft, setDraft] = useState<string | null>(null)
  if (draft !== null) return <RenameForm item={item} draft={draft} setDraft={setDraft} />
  return (
    <li class={current ? 'conversation-row conversation-current' : 'conversation-row'}>
      <button type="button" class="conversation-open" aria-current={current ? 'true' : undefined} onClick={onOpen}>
        <span class="conversation-title">{item.title}</span>
        <span class="conversation-time">
          {formatDay(item.updatedAt)} · {item.turnCount} 问
        </span>
      </button>
      <span class="row-actions">
        <button type="button" class="icon-button" aria-label={`重命名：${item.title}`} title="重命名" onClick={() => setDraft(item.title)}>
          <Icon name="edit" />
        </button>
        <button type="button" class="icon-button" aria-label={`删除：${item.title}`} title="删除" onClick={onRemove}>
          <Icon name="trash" />
        </button>
      </span>
    </li>
  )
}

interface RenameFormProps {
  readonly item: ConversationView
  readonly draft: string
  readonly setDraft: (draft: string | null) => void
}

function RenameForm({ item, draft, setDraft }: RenameFormProps) {
  const { conversations, notices } = useServices()
  async function rename(event: Event) {
    event.preventDefault()
    const title = draft.trim()
    if (title === '') return
    try {
      await conversations.rename(item.id, title)
      setDraft(null)
    } catch (error) {
      notices.show('failed', toFailure(error).message)
    }
  }
  return (
    <li class="conversation-row">
      <form class="rename-form" onSubmit={(event) => void rename(event)}>
        <input
          ref={focusOnMount}
          aria-label="会话名称"
          maxLength={MAX_TITLE_CHARS}
          value={draft}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setDraft(null)
          }}
        />
        <button type="submit" class="text-button">
          保存
        </button>
      </form>
    </li>
  )
}

/** Today as a time, this year as month and day, else the date. */
function formatDay(iso: string): string {
  const date = new Date(iso)
  const now = new Date()
  if (date.toDateString() === now.toDateString()) return date.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' })
  const sameYear = date.getFullYear() === now.getFullYear()
  return date.toLocaleDateString('zh-CN', sameYear ? { month: 'long', day: 'numeric' } : { year: 'numeric', month: 'numeric', day: 'numeric' })
}
