import { useState } from 'preact/hooks'
import { toFailure } from '../../api/api-failure.ts'
import { useServices } from '../../services.ts'
import type { ConversationState } from '../../state/conversation.ts'
import { Icon } from '../shell/icon.tsx'

/** Makes a brief of all cited answers of a conversation. Shows once there is one. */
export function ConversationBrief({ state }: { readonly state: ConversationState }) {
  const { api, router, notices } = useServices()
  const [busy, setBusy] = useState(false)
  const { id, turns } = state
  const cited = turns.filter(({ status, answer }) => status === 'done' && answer?.outcome === 'answered' && answer.citations.length > 0)
  if (id === null || cited.length === 0) return null
  async function make(conversationId: string) {
    setBusy(true)
    try {
      const brief = await api.composeBrief({ conversationId })
      notices.show('done', `已把 ${cited.length} 个回答写成简报`)
      router.go({ page: 'brief', id: brief.briefId })
    } catch (error) {
      notices.show('failed', toFailure(error).message)
      setBusy(false)
    }
  }
  return (
    <p class="conversation-brief">
      <button type="button" class="text-button" disabled={busy} onClick={() => void make(id)}>
        <Icon name="document" />
        {busy ? '正在写成简报……' : `把这次对话写成简报（${cited.length} 个有出处的回答）`}
      </button>
    </p>
  )
}
