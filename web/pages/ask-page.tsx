import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ChatFilters, Citation } from '../../server/contract/chat.ts'
import { Composer } from '../components/ask/composer.tsx'
import { ConversationPanel } from '../components/ask/conversation-panel.tsx'
import { Thread } from '../components/ask/thread.tsx'
import { ConversationBrief } from '../components/briefs/conversation-brief.tsx'
import { Icon } from '../components/shell/icon.tsx'
import { Modal } from '../components/shell/modal.tsx'
import { useDocumentTitle } from '../components/shell/use-document-title.ts'
import { MEDIUM, useMediaQuery, WIDE } from '../components/shell/use-media-query.ts'
import { SourceColumn } from '../components/source/source-column.tsx'
import { useServices } from '../services.ts'
import { runningTurn } from '../state/conversation.ts'
import type { Turn } from '../state/turn.ts'
import { useStore } from '../state/use-store.ts'

/** 问答: conversations, answer, source. */
export function AskPage({ conversationId }: { readonly conversationId: string | null }) {
  const { conversation, router, source } = useServices()
  const state = useStore(conversation.state)
  const medium = useMediaQuery(MEDIUM)
  useShowFirstSource(state.turns, useMediaQuery(WIDE))
  const [listOpen, setListOpen] = useState(false)
  const [draft, setDraft] = useState<{ readonly text: string } | null>(null)
  useDocumentTitle(state.turns[0]?.question ?? '问答')
  useLayoutEffect(() => {
    // A question still on its way from "/" has no conversation yet: coming back to "/" must not end it.
    if (conversationId === null && runningTurn(conversation.state.get())) return
    if (conversationId !== conversation.state.get().id) source.close()
    void conversation.open(conversationId)
  }, [conversationId, conversation, source])

  const openConversation = useCallback(
    (id: string | null) => {
      setListOpen(false)
      source.close()
      void conversation.open(id)
      router.go({ page: 'ask', conversationId: id })
    },
    [conversation, router, source],
  )
  const ask = useCallback((question: string, filters: ChatFilters | null) => void conversation.ask(question, filters), [conversation])
  const open = useCallback(
    (turn: Turn, citation: Citation) => source.open({ citation, stale: turn.stale.includes(citation.documentId), byReader: true }),
    [source],
  )
  const rewrite = useCallback((text: string) => setDraft({ text }), [])
  const panel = <ConversationPanel current={state.id} onOpen={openConversation} />
  return (
    <div class="ask-page">
      {medium ? (
        <aside class="column conversations-column" aria-label="会话列表">
          {panel}
        </aside>
      ) : (
        <div class="ask-bar">
          <button type="button" class="text-button" onClick={() => setListOpen(true)}>
            <Icon name="menu" />
            会话
          </button>
          <button type="button" class="text-button" onClick={() => openConversation(null)}>
            <Icon name="plus" />
            新会话
          </button>
        </div>
      )}
      <main id="main" class="column answer-column" tabIndex={-1}>
        <div class="answer-scroll">
          <Thread state={state} onAsk={ask} onRewrite={rewrite} onOpen={open} onRetry={() => void conversation.open(state.id)} />
          <ConversationBrief state={state} />
        </div>
        <Composer draft={draft} running={runningTurn(state) !== undefined} onAsk={(question) => ask(question, null)} onStop={conversation.stop} />
      </main>
      <SourceColumn hint="点回答里的数字标注，这里就翻到被引用的那一句。" />
      {listOpen && !medium && (
        <Modal title="会话" shape="drawer" onClose={() => setListOpen(false)}>
          {panel}
        </Modal>
      )}
    </div>
  )
}

/** With room beside the answer, the first source of a new answer shows by itself; the focus stays where it is. */
function useShowFirstSource(turns: readonly Turn[], wide: boolean) {
  const { source } = useServices()
  const last = turns.at(-1)
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (!wide || last?.status !== 'done' || shown.current === last.key) return
    shown.current = last.key
    const citation = last.citations[0]
    if (citation) source.open({ citation, stale: last.stale.includes(citation.documentId), byReader: false })
  }, [last, wide, source])
}
